import { EXIT, type ExitCode } from '../errors.ts';
import type { Verdict } from './result.ts';

/** All that a verdict rests on. */
export interface Findings {
  /** The code of an error that ended the run or kept an output from being written. */
  error: ExitCode | null;
  cases: number;
  graded: number;
  ungraded: number;
  /** Of the ungraded, those whose grader failed. */
  failedCalls: number;
  maxUngraded: number;
  /** A gate was missed, or a case does not meet what it expects. */
  missed: boolean;
  /** There was a gate or an expectation. */
  asked: boolean;
}

/**
 * The word and the code of a run, from the same findings, so that they agree.
 * Where several apply, the first of 70, 2, 5, 4, 1, 3 wins. Zero graded cases
 * are never a success.
 */
export function verdictOf(findings: Findings): { verdict: Verdict; exitCode: ExitCode } {
  const { error, cases, graded, ungraded, failedCalls, maxUngraded, missed, asked } = findings;
  if (error !== null) return { verdict: 'error', exitCode: error };
  if (cases > 0 && failedCalls === cases) return { verdict: 'error', exitCode: EXIT.modelFailed };
  if (missed && graded > 0) return { verdict: 'failed', exitCode: EXIT.checkFailed };
  if (graded === 0 || ungraded > maxUngraded) return { verdict: 'inconclusive', exitCode: EXIT.inconclusive };
  return { verdict: asked ? 'passed' : 'scored', exitCode: EXIT.done };
}
