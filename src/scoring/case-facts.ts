import type { Band, Evaluation, Flag } from '../schemas/evaluation.ts';
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
  /** What there is beside a grade that is exact and stands alone; null for such a one. */
  beside: Beside | null;
}

/** The facts of the cases of a run, in the order of the input. */
export interface FactsList extends Iterable<CaseFacts> {
  readonly length: number;
  at(place: number): CaseFacts | undefined;
}

export interface Beside {
  spread: number;
  /** Null without a second grader. */
  second: SecondFacts | null;
  /** Something was asked, and the spread or the second grader leaves it open. */
  inconclusive: boolean;
  /** A model was asked, or a reply of one was used again: not so for what code knows by itself. */
  byModel: boolean;
  /** Of grade and second grade, how many are replies of earlier runs. */
  cached: number;
  /** The limit of the cost was reached before its turn. */
  notAsked: boolean;
}

export interface SecondFacts {
  /** Null where it gave no grade. */
  score: number | null;
  agreement: Evaluation['agreement'] | null;
  /** As of the grade itself. */
  byModel: boolean;
  notAsked: boolean;
}

export function factsOf({ id, domain, status, score, band, passed, inconclusive, evaluation }: ScoredCase): CaseFacts {
  const { flags, gradedBy } = evaluation;
  const beside = besideOf(evaluation, inconclusive ?? false);
  // The grader knows its languages: an answer in another one is no failure of the grader.
  const callFailed = status === 'ungraded' && !flags.includes('language') && !(beside?.notAsked ?? false);
  return { id, domain, status, score, band, passed, callFailed, packHash: gradedBy.packHash, flags: flags.length > 0 ? flags : NO_FLAGS, beside };
}

const NO_FLAGS: readonly Flag[] = [];
/** Reasons of a call that was never made. */
const NOT_ASKED = new Set(['max-cost-reached', 'price-unknown']);

function besideOf(evaluation: Evaluation, inconclusive: boolean): Beside | null {
  const { spread, second, agreement, gradedBy } = evaluation;
  const byModel = gradedBy.provider !== 'offline';
  if (!byModel && !second) return null;
  return {
    spread: spread ?? 0,
    second: second ? { score: second.score, agreement: agreement ?? null, byModel: second.gradedBy.provider !== 'offline', notAsked: wasNotAsked(second) } : null,
    inconclusive,
    byModel,
    cached: (gradedBy.cached ? 1 : 0) + (second?.gradedBy.cached ? 1 : 0),
    notAsked: wasNotAsked(evaluation),
  };
}

function wasNotAsked(grade: { status: 'graded' } | { status: 'ungraded'; code?: string }): boolean {
  return grade.status === 'ungraded' && grade.code !== undefined && NOT_ASKED.has(grade.code);
}
