import { Worker } from 'node:worker_threads';
import { packagePath } from '../../package-root.ts';
import type { ResumeDocument } from '../../schemas/resume.ts';
import { ReadingFailure, isFailureCode } from './reading-failure.ts';
import type { Format } from './sniff-format.ts';

export interface ReadingJob {
  /** Handed over to the worker: empty for the caller afterwards. */
  bytes: Uint8Array<ArrayBuffer>;
  format: Format;
  password?: string;
}

export type ReadingReply =
  | { kind: 'document'; document: ResumeDocument }
  | { kind: 'failure'; code: string; predicate: string };

/** One thread that reads one document at a time. */
export interface Reader {
  /** False after a timeout, a crash or `close`: throw it away. */
  readonly usable: boolean;
  read(job: ReadingJob, options: { timeoutMs: number; signal?: AbortSignal }): Promise<ResumeDocument>;
  close(): Promise<void>;
}

/** The heap that a worker may fill; buffers outside the heap are watched by the size of the process. */
const HEAP_MB = 224;
/** A document that makes the process grow by more than this is no resume. */
const MAX_GROWTH_BYTES = 300e6;
const WATCH_EVERY_MS = 50;

/**
 * Parsing blocks its thread, so no timer inside it can fire: the limits of
 * time and memory are kept from here, by ending the thread.
 */
export function createReader(): Reader {
  const worker = new Worker(packagePath('dist/resume-worker.js'), {
    // Libraries write warnings; nothing of a resume may reach the terminal unseen.
    stdout: true,
    stderr: true,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  // An idle thread must not keep the program alive.
  worker.unref();
  let usable = true;
  worker.on('error', () => (usable = false));
  worker.on('exit', () => (usable = false));

  async function end(): Promise<void> {
    usable = false;
    await worker.terminate();
  }

  return {
    get usable() {
      return usable;
    },
    async read(job, options) {
      worker.ref();
      try {
        const outcome = await watch(worker, job, options);
        return documentOf(outcome);
      } catch (error) {
        if (!(error instanceof ReadingFailure) || isFatal(error)) await end();
        throw error;
      } finally {
        worker.unref();
      }
    },
    close: end,
  };
}

function isFatal({ code }: ReadingFailure): boolean {
  return code === 'file-timeout' || code === 'file-too-complex' || code === 'file-bomb';
}

function documentOf(reply: ReadingReply): ResumeDocument {
  if (reply.kind === 'document') return reply.document;
  if (reply.kind === 'failure' && isFailureCode(reply.code)) throw new ReadingFailure(reply.code, reply.predicate);
  throw new ReadingFailure('file-damaged');
}

/** The worker's reply, or the first limit that was reached. */
function watch(worker: Worker, job: ReadingJob, { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal }): Promise<ReadingReply> {
  return new Promise((resolve, reject) => {
    const atStart = process.memoryUsage.rss();
    const timer = setTimeout(() => settle(() => reject(new ReadingFailure('file-timeout'))), timeoutMs);
    const memory = setInterval(() => {
      if (process.memoryUsage.rss() - atStart > MAX_GROWTH_BYTES) settle(() => reject(new ReadingFailure('file-too-complex')));
    }, WATCH_EVERY_MS);
    const onMessage = (reply: ReadingReply) => {
      settle(() => resolve(reply));
    };
    const onError = (error: Error & { code?: string }) =>
      settle(() => reject(new ReadingFailure(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-too-complex' : 'file-damaged')));
    const onExit = () => settle(() => reject(new ReadingFailure('file-too-complex')));
    const onAbort = () => settle(() => reject(signal?.reason as Error));

    function settle(finish: () => void): void {
      clearTimeout(timer);
      clearInterval(memory);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      finish();
    }

    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    worker.postMessage(job, [job.bytes.buffer]);
  });
}
