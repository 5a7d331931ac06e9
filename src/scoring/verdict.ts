import { EXIT, type ExitCode } from '../errors.ts';
import type { Verdict } from './result.ts';

/** All that a verdict rests on. */
export interface Findings {
  /** The code of an error that ended the run or kept an output from being written. */
  error: ExitCode | null;
  graded: number;
  /** Those apart that expect it. */
  ungraded: number;
  maxUngraded: number;
  /** The grader was asked, and failed each time. */
  everyCallFailed: boolean;
  /** A gate was missed, or a case does not meet what it expects. */
  missed: boolean;
  /** A gate or a case can be told neither kept nor missed, or a second grader that was asked for gave no grade at all. */
  unsure: boolean;
  /** There was a gate or an expectation. */
  asked: boolean;
}

/**
 * The word and the code of a run, from the same findings, so that they agree.
 * Where several apply, the first of 70, 2, 5, 4, 1, 3 wins. Zero graded cases
 * are never a success.
 */
export function verdictOf(findings: Findings): { verdict: Verdict; exitCode: ExitCode } {
  const { error, graded, ungraded, maxUngraded, everyCallFailed, missed, unsure, asked } = findings;
  if (error !== null) return { verdict: 'error', exitCode: error };
  if (everyCallFailed) return { verdict: 'error', exitCode: EXIT.modelFailed };
  if (missed && graded > 0) return { verdict: 'failed', exitCode: EXIT.checkFailed };
  if (graded === 0 || ungraded > maxUngraded || unsure) return { verdict: 'inconclusive', exitCode: EXIT.inconclusive };
  return { verdict: asked ? 'passed' : 'scored', exitCode: EXIT.done };
}
