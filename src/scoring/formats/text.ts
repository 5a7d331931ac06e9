import { printableLine } from '../../printable.ts';
import { wrapText } from '../../reports/text.ts';
import { gateWords } from '../gates.ts';
import type { RunSummary } from '../result.ts';
import { shownPlaces, type ScoredRun, type Shown } from '../scored-run.ts';
import { fitted, shortened, WIDTH, widest } from './columns.ts';
import { comparisonLines, NO_REGRESSION } from './comparison-text.ts';
import { evidenceLines } from './evidence-text.ts';
import { bandOrDash, casesWords, closingLines, modelWords, scoreOrDash } from './numbers.ts';
import { troubleOf, type Trouble } from '../trouble.ts';
import { whyWords } from './why.ts';

export interface TextOptions extends Shown {
  /** With the evidence for each grade. */
  verbose?: boolean;
  /** The verdict and its reasons alone. */
  quiet?: boolean;
  /** How many cases are shown; all of them where it is not said. */
  most?: number;
}

const MOST_ID = 26;

/** The run for people: worst cases first, then domains, baseline and gates, and the verdict last. No line is wider than 80 columns. */
export function* runAsText(run: ScoredRun, options: TextOptions = {}): Generator<string> {
  const { summary } = run;
  if (!options.quiet && run.facts.length > 0) {
    yield* caseLines(run, options);
    yield* domainLines(summary);
  }
  if (!options.quiet && summary.comparison) yield* comparisonLines(summary.comparison, options);
  if (!options.quiet && summary.gates.length > 0) yield* gateLines(summary);
  if (!options.quiet) yield '';
  const taken = options.quiet ? [] : modelWords(summary).flatMap((words) => wrapText(printableLine(words), WIDTH).split('\n'));
  const reasons = summary.reasons.flatMap((reason) => wrapText(printableLine(reason), WIDTH - 2, '  ').split('\n'));
  yield* closingLines(summary, [...taken, ...reasons]);
}

function* caseLines(run: ScoredRun, { verbose, most = Infinity, ...shownCases }: TextOptions): Generator<string> {
  const places = shownPlaces(run, shownCases);
  if (places.length === 0) {
    yield NO_REGRESSION;
    return;
  }
  const shown = places.slice(0, most);
  const idWidth = Math.min(MOST_ID, widest(['CASE', ...shown.map((place) => printableLine(run.facts.at(place)?.id ?? ''))]));
  const whyWidth = WIDTH - idWidth - 26;
  yield `      SCORE  BAND        ${fitted('CASE', idWidth)}`.trimEnd();
  for (const place of shown) {
    const one = run.case(place);
    const columns = [MARKS[troubleOf(one) ?? (one.passed ? 'passed' : 'none')], scoreOrDash(one.score).padStart(5), fitted(bandOrDash(one.band), 10), fitted(printableLine(one.id), idWidth)];
    yield `${columns.join('  ')} ${shortened(printableLine(whyWords(one)), whyWidth)}`.trimEnd();
    if (verbose) yield* evidenceLines(one);
  }
  if (places.length > shown.length) yield `... and ${places.length - shown.length} better ones: --all shows them, --output results.json keeps them.`;
}

const MARKS: Record<Trouble | 'passed' | 'none', string> = { failed: 'FAIL', passed: 'ok  ', ungraded: '?   ', inconclusive: '~   ', none: '    ' };

function* domainLines({ totals: { byDomain } }: RunSummary): Generator<string> {
  const domains = Object.entries(byDomain);
  if (domains.length < 2) return;
  yield '';
  const width = Math.min(40, widest(domains.map(([domain]) => printableLine(domain))));
  for (const [domain, own] of domains) yield `${fitted(printableLine(domain), width)}  ${scoreOrDash(own.mean).padStart(3)}  ${casesWords(own)}`;
}

const GATE_MARKS = { true: 'ok  ', false: 'FAIL', null: 'wait' };

function* gateLines({ gates, shard }: RunSummary): Generator<string> {
  yield '';
  for (const gate of gates) yield* wrapText(`${gate.inconclusive ? '~   ' : GATE_MARKS[`${gate.passed}`]}  ${printableLine(gateWords(gate))}`, WIDTH).split('\n');
  if (shard) yield 'What needs all cases waits for hotseat score merge.';
}
