import { parentPort } from 'node:worker_threads';
import { refuseSockets } from '../../llm/fetch-guard.ts';
import { readDocument } from './read-document.ts';
import type { ReadingJob, ReadingReply } from './reader-thread.ts';
import { ReadingFailure } from './reading-failure.ts';

// A document may hold anything, and nothing in it is worth a connection.
refuseSockets();

/** The thread that parses. It knows bytes only: no path, no name, no environment. */
parentPort?.on('message', (job: ReadingJob) => {
  void answer(job).then((reply) => parentPort?.postMessage(reply));
});

async function answer(job: ReadingJob): Promise<ReadingReply> {
  try {
    return { kind: 'document', document: await readDocument(job) };
  } catch (error) {
    // What the libraries throw is a bare TypeError or worse; for a person it means one thing.
    const failure = error instanceof ReadingFailure ? error : new ReadingFailure('file-damaged');
    return { kind: 'failure', code: failure.code, predicate: failure.message };
  }
}
