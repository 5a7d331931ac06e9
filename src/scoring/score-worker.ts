import { parentPort, workerData } from 'node:worker_threads';
import { gradeOffline } from '../grading/offline-grader.ts';
import { refuseSockets } from '../llm/fetch-guard.ts';
import { gradedLine, type GradedLine } from './crew.ts';
import type { PreparedCase } from './prepared-case.ts';
import { scoreCase } from './score-case.ts';

export interface WorkerSettings {
  minEach?: number;
}

refuseSockets();

/** The thread that grades offline. Results go back as JSON text: cheaper to hand over than objects, and written as it is. */
const { minEach } = workerData as WorkerSettings;

parentPort?.on('message', (cases: PreparedCase[]) => {
  const lines: GradedLine[] = cases.map((one) => gradedLine(scoreCase(one, gradeOffline(one.request), minEach)));
  parentPort?.postMessage(lines);
});
