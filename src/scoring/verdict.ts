import { EXIT, type ExitCode } from '../errors.ts';
import type { ScoredCase } from './grade-answers.ts';

export type Verdict = 'passed' | 'failed' | 'scored' | 'inconclusive';

export interface Totals {
  cases: number;
  graded: number;
  ungraded: number;
  /** Of the graded ones, 0 to 1; null when there is none. */
  mean: number | null;
  byDomain: Record<string, { cases: number; mean: number | null }>;
}

export function totalsOf(cases: ScoredCase[]): Totals {
  const graded = cases.filter(({ status }) => status === 'graded');
  const domains = [...new Set(cases.map(({ domain }) => domain))];
  return {
    cases: cases.length,
    graded: graded.length,
    ungraded: cases.length - graded.length,
    mean: mean(graded),
    byDomain: Object.fromEntries(
      domains.map((domain) => {
        const own = cases.filter((one) => one.domain === domain);
        return [domain, { cases: own.length, mean: mean(own) }];
      }),
    ),
  };
}

/** A failed expectation wins over a case that could not be graded; zero graded cases are never a success. */
export function verdictOf(cases: ScoredCase[]): Verdict {
  const graded = cases.filter(({ status }) => status === 'graded');
  if (graded.some(({ passed }) => passed === false)) return 'failed';
  if (graded.length === 0 || graded.length < cases.length) return 'inconclusive';
  return cases.some(({ passed }) => passed !== null) ? 'passed' : 'scored';
}

const CODES: Record<Verdict, ExitCode> = {
  passed: EXIT.done,
  scored: EXIT.done,
  failed: EXIT.checkFailed,
  inconclusive: EXIT.inconclusive,
};

export function exitCodeOf(verdict: Verdict): ExitCode {
  return CODES[verdict];
}

function mean(cases: ScoredCase[]): number | null {
  const scores = cases.flatMap(({ score }) => score ?? []);
  if (scores.length === 0) return null;
  return Number((scores.reduce((left, right) => left + right, 0) / scores.length).toFixed(4));
}
