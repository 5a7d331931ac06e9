import { Worker } from 'node:worker_threads';
import { packagePath } from '../package-root.ts';
import type { GradedLine } from './crew.ts';
import { setUpEngine } from './engine.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { WorkerSettings } from './score-worker.ts';

/** Little stays in a thread beside the rubrics it has read (grading/text-cache.ts): results leave it as text. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 160 };

/** A thread that grades offline, batch after batch. */
export interface GradingThread {
  /** So many batches it may hold at a time. */
  readonly most: number;
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

/** Enough that it has work while the first thread, which hands it out, grades or reads. */
const MOST_AWAY = 4;

/** Starts another thread. */
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
  // Its start has undone a part of the settings.
  worker.once('online', () => setUpEngine(settings.threads));
  worker.on('error', fail).on('exit', () => fail(new Error('A grading thread ended before its work was done.')));

  return {
    most: MOST_AWAY,
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

/** This thread as one of them: between its batches it reads, writes and hears the others. */
export async function gradeInThisThread({ threads, minEach }: WorkerSettings): Promise<GradingThread> {
  const [{ gradeLinesOffline }, { shareTextsAmong }] = await Promise.all([import('./grade-offline.ts'), import('../grading/text-cache.ts')]);
  shareTextsAmong(threads);
  let open = 0;
  return {
    most: 1,
    get open() {
      return open;
    },
    async grade(cases) {
      open++;
      try {
        await new Promise((resolve) => setImmediate(resolve));
        return gradeLinesOffline(cases, minEach);
      } finally {
        open--;
      }
    },
    end: async () => undefined,
  };
}
