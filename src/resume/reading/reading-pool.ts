import type { ResumeDocument } from '../../schemas/resume.ts';
import { createReader, type Reader, type ReadingJob } from './reader-thread.ts';

export interface ReadingPool {
  /** Reads one document; waits for a free worker. Rejects with `ReadingFailure`, or with the signal's reason. */
  read(job: ReadingJob, options: { timeoutMs: number; signal?: AbortSignal }): Promise<ResumeDocument>;
  /** Ends all workers; what is being read is rejected. */
  close(): Promise<void>;
}

const CLOSED = 'The reading pool is closed.';

/**
 * Warm workers for a folder of resumes: `size` documents at a time, one each.
 * A worker that ran out of time or memory is thrown away and replaced at the
 * next document; the time of waiting for a worker does not count.
 */
export function createReadingPool({ size }: { size: number }): ReadingPool {
  const idle: Reader[] = [];
  const all = new Set<Reader>();
  const waiting: { take: (reader: Reader) => void; refuse: (reason: Error) => void }[] = [];
  let closed = false;

  async function hire(): Promise<Reader> {
    if (closed) throw new Error(CLOSED);
    const free = idle.pop();
    if (free) return free;
    if (all.size < size) return recruit();
    return new Promise((take, refuse) => waiting.push({ take, refuse }));
  }

  function recruit(): Reader {
    const reader = createReader();
    all.add(reader);
    return reader;
  }

  function dismiss(reader: Reader): void {
    if (!reader.usable) all.delete(reader);
    const next = waiting.shift();
    if (next) next.take(reader.usable ? reader : recruit());
    else if (reader.usable) idle.push(reader);
  }

  return {
    async read(job, options) {
      const reader = await hire();
      try {
        options.signal?.throwIfAborted();
        return await reader.read(job, options);
      } finally {
        dismiss(reader);
      }
    },
    async close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(new Error(CLOSED));
      await Promise.all([...all].map((reader) => reader.close()));
    },
  };
}
