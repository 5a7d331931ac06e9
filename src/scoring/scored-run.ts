import type { FactsList } from './case-facts.ts';
import type { RunSummary, ScoredCase } from './result.ts';
import { troubleIn } from './trouble.ts';

/** A run as every format sees it: the summary, and the cases one by one. All formats are projections of this. */
export interface ScoredRun {
  summary: RunSummary;
  readonly facts: FactsList;
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
export function worstFirst(facts: FactsList): number[] {
  const ranks = Array.from(facts, (one) => RANKS[troubleIn(one) ?? 'none']);
  const scores = Array.from(facts, ({ score }) => score ?? 0);
  const compared = (values: readonly number[], left: number, right: number) => (values[left] ?? 0) - (values[right] ?? 0);
  return [...ranks.keys()].sort((left, right) => compared(ranks, left, right) || compared(scores, left, right));
}

const RANKS = { ungraded: 0, failed: 1, inconclusive: 2, none: 3 };

/** What of a run a page for people shows. */
export interface Shown {
  /** Of the cases and of the changes, those alone that are worse than the baseline. */
  regressionsOnly?: boolean;
}

/** Places of the cases that are shown, worst first. */
export function shownPlaces(run: ScoredRun, shown: Shown): number[] {
  return worstFirst(run.facts).filter(whatIsShown(run, shown));
}

/** Says of a place whether its case is shown. */
export function whatIsShown({ facts, summary }: ScoredRun, { regressionsOnly = false }: Shown): (place: number) => boolean {
  if (!regressionsOnly) return () => true;
  const worse = new Set(summary.comparison?.cases.flatMap(({ id, kind }) => (kind === 'worse' ? [id] : [])));
  return (place) => worse.has(facts.at(place)?.id ?? '');
}
