import { gradeOffline } from '../grading/offline-grader.ts';
import { type Crew, type GradedLine, gradedLine } from './crew.ts';
import type { PreparedCase } from './prepared-case.ts';
import { scoreCase } from './score-case.ts';

/** Grades cases offline, in this thread and at once. */
export function gradeLinesOffline(cases: readonly PreparedCase[], minEach?: number): GradedLine[] {
  return cases.map((one) => gradedLine(scoreCase(one, gradeOffline(one.request), minEach)));
}

/** Offline grading in this thread. */
export function createOfflineCrew(minEach?: number): Crew {
  return {
    width: 1,
    batch: 10,
    async grade(cases, signal) {
      const lines = gradeLinesOffline(cases, minEach);
      // It never waits, so the signals of the process would never be heard.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      return lines;
    },
    close: async () => undefined,
  };
}
