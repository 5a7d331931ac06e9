import type { Crew, GradedLine } from './crew.ts';
import { gradeInThisThread, type GradingThread, startGradingThread } from './grading-thread.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { WorkerSettings } from './score-worker.ts';

/** Fewer cases are graded in this thread alone nearly as soon, and in less memory: each other one has to start, to warm up and to read its rubrics. */
export const WORTH_THREADS = 10_000;
const BATCH = 10;
/** So many batches are on their way that there is work while the other threads start. */
const WIDTH = 32;

interface Job {
  cases: readonly PreparedCase[];
  signal?: AbortSignal;
  resolve(lines: GradedLine[]): void;
  reject(reason: unknown): void;
}

interface Member {
  thread: GradingThread;
  /** What it is to grade next; who has nothing to do takes from the longest. */
  waiting: Job[];
}

/**
 * Offline grading in `threads` threads, of which this one is the first. The
 * results are the same as in one thread. Answers to one question go to the same
 * thread, as long as all have work, so that its rubric is read and kept once.
 */
export async function createThreadCrew(threads: number, settings: WorkerSettings): Promise<Crew> {
  const others = Array.from({ length: threads - 1 }, () => startGradingThread(settings));
  const members = [await gradeInThisThread(settings), ...others].map((thread): Member => ({ thread, waiting: [] }));

  function handOut(): void {
    for (const member of members) {
      while (member.thread.open < member.thread.most) {
        const job = member.waiting.shift() ?? (member.thread.open === 0 ? longestOf(members).shift() : undefined);
        if (!job) break;
        begin(member, job);
      }
    }
  }

  function begin(member: Member, job: Job): void {
    const graded = job.signal?.aborted ? Promise.reject(job.signal.reason as Error) : member.thread.grade(job.cases);
    graded.then(job.resolve, job.reject).finally(handOut);
  }

  return {
    width: WIDTH,
    batch: BATCH,
    async grade(cases, signal) {
      const homes = cases.map((one) => homeOf(one, threads));
      const shares = members.map((_, home) => cases.filter((__, place) => homes[place] === home));
      const graded = shares.map((share, home) => new Promise<GradedLine[]>((resolve, reject) => {
        if (share.length === 0) return resolve([]);
        members[home]?.waiting.push({ cases: share, signal, resolve, reject });
      }));
      handOut();
      const lines = await Promise.all(graded);
      return homes.flatMap((home) => lines[home]?.shift() ?? []);
    },
    async close() {
      await Promise.all(members.map(({ thread }) => thread.end()));
    },
  };
}

/** The thread that grades the answers to a question, by a sum over its letters. */
function homeOf({ request: { question } }: PreparedCase, threads: number): number {
  let sum = 0;
  for (let at = 0; at < question.text.length; at++) sum = (sum * 31 + question.text.charCodeAt(at)) | 0;
  return Math.abs(sum) % threads;
}

function longestOf(members: readonly Member[]): Job[] {
  return members.reduce((longest, { waiting }) => (waiting.length > longest.length ? waiting : longest), members[0]?.waiting ?? []);
}
