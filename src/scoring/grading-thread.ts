import { Worker } from 'node:worker_threads';
import { packagePath } from '../package-root.ts';
import type { GradedLine } from './crew.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { WorkerSettings } from './score-worker.ts';

/** Little stays in a thread beside the rubrics it has read (grading/text-cache.ts): results leave it as text. Up to Node 22 the place for new objects is kept small here only. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 160 };

/** A thread that grades offline, batch after batch. */
export interface GradingThread {
  /** Batches that it was given and has not given back. */
  readonly open: number;
  /** Rejects when the thread fails or ends before its work is done. */
  grade(cases: readonly PreparedCase[]): Promise<GradedLine[]>;
  end(): Promise<unknown>;
}

interface Job {
  resolve(lines: GradedLine[]): void;
  reject(error: Error): void;
}

export function startGradingThread(settings: WorkerSettings): GradingThread {
  const worker = new Worker(packagePath('dist/score-worker.js'), { workerData: settings, env: {}, execArgv: [], resourceLimits: LIMITS });
  const jobs: Job[] = [];
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    for (const job of jobs.splice(0)) job.reject(failure);
  };
  // It answers in the order in which it was asked.
  worker.on('message', (lines: GradedLine[]) => jobs.shift()?.resolve(lines));
  worker.on('error', fail).on('exit', () => fail(new Error('A grading thread ended before its work was done.')));

  return {
    get open() {
      return jobs.length;
    },
    grade: (cases) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        jobs.push({ resolve, reject });
        worker.postMessage(cases);
      }),
    end: () => worker.terminate(),
  };
}
