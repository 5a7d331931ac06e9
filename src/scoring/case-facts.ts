import type { Band, Flag } from '../schemas/evaluation.ts';
import type { ScoredCase } from './result.ts';

/** What of a case stays in memory while a hundred thousand of them go by. */
export interface CaseFacts {
  id: string;
  domain: string;
  status: ScoredCase['status'];
  score: number | null;
  band: Band | null;
  passed: boolean | null;
  /** Not graded because the grader failed, not because of the answer. */
  callFailed: boolean;
  packHash: string | null;
  flags: readonly Flag[];
}

export function factsOf({ id, domain, status, score, band, passed, evaluation }: ScoredCase): CaseFacts {
  const { flags, gradedBy } = evaluation;
  // The grader knows its languages: an answer in another one is no failure of the grader.
  const callFailed = status === 'ungraded' && !flags.includes('language');
  return { id, domain, status, score, band, passed, callFailed, packHash: gradedBy.packHash, flags: flags.length > 0 ? flags : NO_FLAGS };
}

const NO_FLAGS: readonly Flag[] = [];
