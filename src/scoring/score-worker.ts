import { parentPort, workerData } from 'node:worker_threads';
import { shareTextsAmong } from '../grading/text-cache.ts';
import { refuseSockets } from '../llm/fetch-guard.ts';
import { gradeLinesOffline } from './grade-offline.ts';
import type { PreparedCase } from './prepared-case.ts';

export interface WorkerSettings {
  /** How many threads there are. */
  threads: number;
  minEach?: number;
}

refuseSockets();

/** The thread that grades offline. Results go back as JSON text: cheaper to hand over than objects, and written as it is. */
const { threads, minEach } = workerData as WorkerSettings;
shareTextsAmong(threads);

parentPort?.on('message', (cases: PreparedCase[]) => parentPort?.postMessage(gradeLinesOffline(cases, minEach)));
