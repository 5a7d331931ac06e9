import { BAND_WORDS, outOfHundred } from '../../reports/words.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { RunSummary } from '../result.ts';

/** A score as people see it, or a dash. */
export function scoreOrDash(score: number | null): string {
  return score === null ? '-' : String(outOfHundred(score));
}

export function bandOrDash(band: CaseFacts['band']): string {
  return band === null ? 'not graded' : BAND_WORDS[band];
}

/** "+3", "-12", "0": a change on the scale of 100. */
export function signed(change: number): string {
  const rounded = Math.round(change * 1000) / 10;
  return rounded > 0 ? `+${rounded}` : String(rounded);
}

/** "500 cases: 498 graded, 2 not; mean 63 of 100." */
export function totalsWords({ totals: { cases, graded, ungraded, mean } }: RunSummary): string {
  const left = ungraded > 0 ? `, ${ungraded} not` : '';
  const score = mean === null ? '' : `; mean ${outOfHundred(mean)} of 100`;
  return `${cases} ${cases === 1 ? 'case' : 'cases'}: ${graded} graded${left}${score}.`;
}

/** "Verdict: failed (exit code 1)." The word and the code always come together. */
export function verdictWords({ verdict, exitCode }: RunSummary): string {
  return `Verdict: ${verdict} (exit code ${exitCode}).`;
}

/** How a run ends, with what it ended so for: all that --quiet leaves. */
export function* closingLines(summary: RunSummary, reasons: Iterable<string> = []): Generator<string> {
  if (summary.totals.cases > 0) yield totalsWords(summary);
  yield* reasons;
  yield verdictWords(summary);
}
