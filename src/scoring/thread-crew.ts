import type { Crew, GradedLine } from './crew.ts';
import { type GradingThread, startGradingThread } from './grading-thread.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { WorkerSettings } from './score-worker.ts';

/** Fewer cases are graded in this thread before another one has started. */
export const WORTH_THREADS = 150;
/** From here on this thread only reads and writes: one more thread is started soon enough, and its memory has a limit. */
const MANY = 3_000;
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
 * Offline grading of `count` cases in `threads` threads. Where the cases are
 * few this thread is one of them: it grades what the others have no time for,
 * above all while they start. The results are the same as in one thread.
 */
export async function createThreadCrew(threads: number, count: number, settings: WorkerSettings): Promise<Crew> {
  const helps = count < MANY;
  const others = Array.from({ length: helps ? threads - 1 : threads }, () => startGradingThread(settings));
  const gradeHere = helps ? (await import('./grade-offline.ts')).gradeLinesOffline : undefined;
  const waiting: Job[] = [];
  let hasTurn = false;

  function handOut(): void {
    for (let free = idlest(others); free && waiting.length > 0; free = idlest(others)) begin(free.grade);
    if (!gradeHere || hasTurn || waiting.length === 0) return;
    hasTurn = true;
    // What the others have to say comes first.
    setImmediate(takeTurn);
  }

  function takeTurn(): void {
    hasTurn = false;
    if (gradeHere) begin(async (cases) => gradeHere(cases, settings.minEach));
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
