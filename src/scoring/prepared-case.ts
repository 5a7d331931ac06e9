import type { GradingRequest } from '../grading/grader.ts';
import type { Expectation } from '../schemas/answers-file.ts';

/** A case that is checked and complete: nothing but the grader is missing. */
export interface PreparedCase {
  id: string;
  /** Where it stands, for annotations and reports. */
  source: { file: string; line: number };
  request: GradingRequest;
  expect?: Expectation;
}
