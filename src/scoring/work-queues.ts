/** So many jobs are handed out at a time. */
const SHARE = 5;
/** Where no more wait than this, their own thread is soon done with them. */
const FEW = 20;

/** Jobs that wait for one of several threads, each with the question that it is about. */
export interface WorkQueues<Job> {
  add(question: string, job: Job): void;
  /** The next few jobs of a thread, from 0 on: its own, and where it has none and is `idle`, some that wait for another. */
  next(thread: number, idle: boolean): Job[];
}

interface Waiting<Job> {
  question: number;
  job: Job;
}

interface Queue<Job> {
  waiting: Waiting<Job>[];
  /** Questions of others of which its thread has done a job. */
  borrowed: Set<number>;
}

/**
 * Jobs about one question go to one thread as long as all have work: what a
 * thread has read for a question it keeps, so each question that goes to two
 * is kept twice. For the same reason who takes from another takes of the
 * questions that it took before, if any wait.
 */
export function createWorkQueues<Job>(threads: number): WorkQueues<Job> {
  const queues = Array.from({ length: threads }, (): Queue<Job> => ({ waiting: [], borrowed: new Set() }));

  return {
    add(words, job) {
      const question = numberOf(words);
      queues[question % threads]?.waiting.push({ question, job });
    },
    next(thread, idle) {
      const own = queues[thread];
      if (!own) return [];
      const taken = own.waiting.length > 0 || !idle ? own.waiting.splice(0, SHARE) : borrow(own, longestOf(queues, own));
      return taken.map(({ job }) => job);
    },
  };
}

function borrow<Job>({ borrowed }: Queue<Job>, from: Queue<Job>): Waiting<Job>[] {
  const known = from.waiting.filter(({ question }) => borrowed.has(question)).slice(0, SHARE);
  const taken = known.length > 0 || from.waiting.length <= FEW ? known : from.waiting.slice(0, 1);
  from.waiting = from.waiting.filter((one) => !taken.includes(one));
  for (const { question } of taken) borrowed.add(question);
  return taken;
}

/** The same number for the same words: a sum over their letters. */
function numberOf(words: string): number {
  let sum = 0;
  for (let at = 0; at < words.length; at++) sum = (sum * 31 + words.charCodeAt(at)) | 0;
  return Math.abs(sum);
}

function longestOf<Job>(queues: readonly Queue<Job>[], first: Queue<Job>): Queue<Job> {
  return queues.reduce((longest, queue) => (queue.waiting.length > longest.waiting.length ? queue : longest), first);
}
