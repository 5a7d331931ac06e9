import { parentPort, workerData } from 'node:worker_threads';
import { refuseSockets } from '../llm/fetch-guard.ts';
import { gradeLinesOffline } from './grade-offline.ts';
import type { PreparedCase } from './prepared-case.ts';

export interface WorkerSettings {
  minEach?: number;
}

refuseSockets();

/** The thread that grades offline. Results go back as JSON text: cheaper to hand over than objects, and written as it is. */
const { minEach } = workerData as WorkerSettings;

parentPort?.on('message', (cases: PreparedCase[]) => parentPort?.postMessage(gradeLinesOffline(cases, minEach)));
