import { gradeOffline } from '../grading/offline-grader.ts';
import { type GradedLine, gradedLine } from './crew.ts';
import type { PreparedCase } from './prepared-case.ts';
import { scoreCase } from './score-case.ts';

/** Grades cases offline, in this thread and at once. */
export function gradeLinesOffline(cases: readonly PreparedCase[], minEach?: number): GradedLine[] {
  return cases.map((one) => gradedLine(scoreCase(one, gradeOffline(one.request), minEach)));
}
