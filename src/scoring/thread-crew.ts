import type { Crew, GradedLine } from './crew.ts';
import { gradeInThisThread, startGradingThread } from './grading-thread.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { WorkerSettings } from './score-worker.ts';
import { createWorkQueues } from './work-queues.ts';

const BATCH = 10;
/** So many batches are on their way that there is work while the other threads start. */
const WIDTH = 32;

/** A case that waits for its grade. */
interface Job {
  one: PreparedCase;
  signal?: AbortSignal;
  resolve(line: GradedLine): void;
  reject(reason: unknown): void;
}

/** Offline grading in several threads, of which this one is the first. The results are the same as in one thread. */
export async function createThreadCrew(settings: WorkerSettings): Promise<Crew> {
  const { threads } = settings;
  const others = Array.from({ length: threads - 1 }, () => startGradingThread(settings));
  const members = [await gradeInThisThread(settings), ...others];
  const queues = createWorkQueues<Job>(threads);

  function handOut(): void {
    for (const [place, thread] of members.entries()) {
      while (thread.open < thread.most) {
        const jobs = queues.next(place, thread.open === 0);
        if (jobs.length === 0) break;
        void gradeAll(jobs, (cases) => thread.grade(cases)).then(handOut);
      }
    }
  }

  return {
    width: WIDTH,
    batch: BATCH,
    async grade(cases, signal) {
      const graded = cases.map((one) => new Promise<GradedLine>((resolve, reject) => queues.add(one.request.question.text, { one, signal, resolve, reject })));
      handOut();
      return Promise.all(graded);
    },
    async close() {
      await Promise.all(members.map((thread) => thread.end()));
    },
  };
}

/** Settles each job by itself; never rejects. */
async function gradeAll(jobs: readonly Job[], grade: (cases: PreparedCase[]) => Promise<GradedLine[]>): Promise<void> {
  try {
    for (const { signal } of jobs) signal?.throwIfAborted();
    const lines = await grade(jobs.map(({ one }) => one));
    lines.forEach((line, place) => jobs[place]?.resolve(line));
  } catch (error) {
    for (const { reject } of jobs) reject(error);
  }
}
