import type { CaseFacts } from './case-facts.ts';
import type { RunSummary, ScoredCase } from './result.ts';

/** A run as every format sees it: the summary, and the cases one by one. All formats are projections of this. */
export interface ScoredRun {
  summary: RunSummary;
  readonly facts: readonly CaseFacts[];
  /** The JSON of a case. */
  line(index: number): string;
  case(index: number): ScoredCase;
}

/** A run without a case: an error ended it. */
export function emptyRun(summary: RunSummary): ScoredRun {
  const none = (): never => {
    throw new Error('This run has no cases.');
  };
  return { summary, facts: [], line: none, case: none };
}

/** Places of the cases, what needs a look first: not graded, failed, inconclusive, then by score; equal ones in the order of the input. */
export function worstFirst(facts: readonly CaseFacts[]): number[] {
  const rank = ({ status, passed, beside }: CaseFacts) => (status === 'ungraded' ? 0 : passed === false ? 1 : beside?.inconclusive ? 2 : 3);
  return facts
    .map((one, index) => ({ index, rank: rank(one), score: one.score ?? 0 }))
    .sort((left, right) => left.rank - right.rank || left.score - right.score || left.index - right.index)
    .map(({ index }) => index);
}
