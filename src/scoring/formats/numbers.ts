import { BAND_WORDS, outOfHundred } from '../../reports/words.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { RunSummary, RunUse } from '../result.ts';

/** A score as people see it, or a dash. */
export function scoreOrDash(score: number | null): string {
  return score === null ? '-' : String(outOfHundred(score));
}

/** "2 cases", and how many of them were graded where that differs. */
export function casesWords({ cases, graded }: { cases: number; graded: number }): string {
  return `${counted(cases, 'case')}${graded === cases ? '' : `, ${graded} graded`}`;
}

export function bandOrDash(band: CaseFacts['band']): string {
  return band === null ? 'not graded' : BAND_WORDS[band];
}

/** "+3", "-12", "0": a change on the scale of 100. */
export function signed(change: number): string {
  const rounded = Math.round(change * 1000) / 10;
  return rounded > 0 ? `+${rounded}` : String(rounded);
}

/** "500 cases: 498 graded, 2 not; mean 63 of 100.", and how many of the two expect no grade. */
export function totalsWords({ totals: { cases, graded, ungraded, ungradedAsExpected = 0, mean } }: RunSummary): string {
  const expected = ungradedAsExpected > 0 ? ` (${ungradedAsExpected} as expected)` : '';
  const left = ungraded > 0 ? `, ${ungraded} not${expected}` : '';
  const score = mean === null ? '' : `; mean ${outOfHundred(mean)} of 100`;
  return `${cases} ${cases === 1 ? 'case' : 'cases'}: ${graded} graded${left}${score}.`;
}

/** What there is to say of models: how far two of them agree, and what they took. Nothing of the offline grader alone. */
export function modelWords({ totals: { second }, provenance, use }: RunSummary): string[] {
  const missing = second && second.failed > 0 ? `, ${second.failed} without a second grade` : '';
  return [
    ...(second ? [`Second grader ${provenance?.secondGrader ?? ''}: ${second.agreed} in the same band, ${second.split} split${missing}.`] : []),
    ...(use ? [useWords(use)] : []),
    ...(provenance?.cached ? [`${counted(provenance.cached, 'grade')} came from the cache; --no-cache asks anew.`] : []),
  ];
}

/** "Cost: $0.0123 for 40 calls, 31000 tokens in and 9000 out; estimated were $0.0150." */
function useWords({ calls, failed, inputTokens, outputTokens, costUsd, estimatedUsd }: RunUse): string {
  const broken = failed > 0 ? ` (${failed} failed)` : '';
  const estimate = estimatedUsd === null ? '' : `; estimated were ${dollars(estimatedUsd)}`;
  return `Cost: ${costUsd === null ? 'not known' : dollars(costUsd)} for ${counted(calls, 'call')}${broken}, ${inputTokens} tokens in and ${outputTokens} out${estimate}.`;
}

/** US dollars, small ones too: "$1.20", "$0.0042". */
export function dollars(amount: number): string {
  return `$${amount === 0 || amount >= 1 ? amount.toFixed(2) : amount.toFixed(4)}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** "Verdict: failed (exit code 1)." The word and the code always come together. */
export function verdictWords({ verdict, exitCode }: RunSummary): string {
  return `Verdict: ${verdict} (exit code ${exitCode}).`;
}

/** "2 cases of the baseline are gone.", which no limit sees; nothing where none is. */
export function goneWords({ comparison }: RunSummary): string[] {
  const gone = comparison?.totals.gone ?? 0;
  return gone === 0 ? [] : [`${counted(gone, 'case')} of the baseline ${gone === 1 ? 'is' : 'are'} gone.`];
}

/** How a run ends, with what it ended so for: all that --quiet leaves. */
export function* closingLines(summary: RunSummary, reasons: Iterable<string> = []): Generator<string> {
  if (summary.totals.cases > 0) yield totalsWords(summary);
  yield* goneWords(summary);
  yield* reasons;
  yield verdictWords(summary);
}
