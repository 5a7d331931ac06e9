import { Worker } from 'node:worker_threads';
import { packagePath } from '../package-root.ts';
import type { Crew, GradedLine } from './crew.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { WorkerSettings } from './score-worker.ts';

/** Fewer cases are graded in this thread before another one has started. */
export const WORTH_THREADS = 400;
const BATCH = 25;
/** Little stays in a thread: results leave it as text. Without limits V8 lets garbage grow to three times what is needed. */
const LIMITS = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 112 };

/** Offline grading in `threads` threads; the same results as in one. */
export function createThreadCrew(threads: number, settings: WorkerSettings): Crew {
  const idle: Worker[] = [];
  const all: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];

  function hire(): Promise<Worker> {
    const free = idle.pop();
    if (free) return Promise.resolve(free);
    if (all.length < threads) return Promise.resolve(recruit());
    return new Promise((resolve) => waiting.push(resolve));
  }

  function recruit(): Worker {
    const worker = new Worker(packagePath('dist/score-worker.js'), { workerData: settings, env: {}, execArgv: [], resourceLimits: LIMITS });
    all.push(worker);
    return worker;
  }

  return {
    // One batch waits for each thread, so that none is ever idle.
    width: threads * 2,
    batch: BATCH,
    async grade(cases, signal) {
      const worker = await hire();
      try {
        signal?.throwIfAborted();
        return await ask(worker, cases);
      } finally {
        const next = waiting.shift();
        if (next) next(worker);
        else idle.push(worker);
      }
    },
    async close() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, cases: readonly PreparedCase[]): Promise<GradedLine[]> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('A grading thread ended before its work was done.'));
    const settle = () => worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    const onMessage = (lines: GradedLine[]) => {
      settle();
      resolve(lines);
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(cases);
  });
}
