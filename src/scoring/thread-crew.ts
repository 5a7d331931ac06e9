import type { Crew, GradedLine } from './crew.ts';
import { type GradingThread, startGradingThread } from './grading-thread.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { WorkerSettings } from './score-worker.ts';

/** Fewer cases are graded in this thread as soon, and in 190 MB instead of 310: each other one has to start, to warm up and to read the rubrics for itself. */
export const WORTH_THREADS = 12_000;
const BATCH = 10;
/** So many batches are on their way that there is work while the other threads start. */
const WIDTH = 32;
/** One is worked on and one waits, so that no thread is ever idle. */
const MOST_OPEN = 2;

interface Job {
  cases: readonly PreparedCase[];
  signal?: AbortSignal;
  resolve(lines: GradedLine[]): void;
  reject(reason: unknown): void;
}

/**
 * Offline grading in `threads` threads, while this one reads and writes. The
 * results are the same as in one thread.
 */
export function createThreadCrew(threads: number, settings: WorkerSettings): Crew {
  const others = Array.from({ length: threads }, () => startGradingThread(settings));
  const waiting: Job[] = [];

  function handOut(): void {
    for (let free = idlest(others); free && waiting.length > 0; free = idlest(others)) begin(free.grade);
  }

  function begin(grade: GradingThread['grade']): void {
    const job = waiting.shift();
    if (!job) return;
    const graded = job.signal?.aborted ? Promise.reject(job.signal.reason as Error) : grade(job.cases);
    graded.then(job.resolve, job.reject).finally(handOut);
  }

  return {
    width: WIDTH,
    batch: BATCH,
    grade(cases, signal) {
      return new Promise((resolve, reject) => {
        waiting.push({ cases, signal, resolve, reject });
        handOut();
      });
    },
    async close() {
      await Promise.all(others.map((thread) => thread.end()));
    },
  };
}

/** The thread with the fewest batches, if it can take one more. */
function idlest(threads: readonly GradingThread[]): GradingThread | undefined {
  const fewest = Math.min(...threads.map(({ open }) => open));
  return fewest < MOST_OPEN ? threads.find(({ open }) => open === fewest) : undefined;
}
