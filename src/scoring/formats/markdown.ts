import { printable, printableLine } from '../../printable.ts';
import { outOfHundred } from '../../reports/words.ts';
import { gateWords } from '../gates.ts';
import type { RunSummary } from '../result.ts';
import { shownPlaces, type ScoredRun, type Shown } from '../scored-run.ts';
import { troubleOf } from '../trouble.ts';
import { changeWords, comparisonWords, NO_REGRESSION, shownChanges } from './comparison-text.ts';
import { bandOrDash, casesWords, goneWords, modelWords, scoreOrDash, totalsWords, verdictWords } from './numbers.ts';
import { whyWords } from './why.ts';

/** A page of GitHub takes a megabyte; more rows than this are read by nobody. */
const MOST_ROWS = 200;

/** The run as a page: verdict, gates, domains, baseline, and the cases that need a look; or of changes and cases the regressions alone. */
export function* runAsMarkdown(run: ScoredRun, shown: Shown = {}): Generator<string> {
  const { summary } = run;
  yield `## hotseat score: ${summary.verdict}\n\n`;
  if (run.facts.length > 0) yield `${[totalsWords(summary), ...modelWords(summary).map(escape)].join(' ')}\n\n`;
  for (const reason of summary.reasons) yield `- ${escape(reason)}\n`;
  if (summary.error) yield `- ${escape(summary.error.remedy)}\n`;
  if (summary.reasons.length > 0) yield '\n';
  yield* gateRows(summary);
  yield* domainRows(summary);
  yield* comparisonRows(summary, shown);
  yield* caseRows(run, shown);
  yield `${verdictWords(summary)}${summary.provenance ? ` Graded by ${escape(summary.provenance.grader)}.` : ''}\n`;
}

const MARKS = { true: 'passed', false: '**failed**', null: 'waits for the merge' };

function* gateRows({ gates }: RunSummary): Generator<string> {
  if (gates.length === 0) return;
  yield '| gate | |\n|---|---|\n';
  for (const gate of gates) yield `| ${escape(gateWords(gate))} | ${gate.inconclusive ? '**inconclusive**' : MARKS[`${gate.passed}`]} |\n`;
  yield '\n';
}

function* domainRows({ totals: { byDomain } }: RunSummary): Generator<string> {
  const domains = Object.entries(byDomain);
  if (domains.length < 2) return;
  yield '| domain | mean | cases |\n|---|---:|---:|\n';
  for (const [domain, own] of domains) yield `| ${escape(domain)} | ${scoreOrDash(own.mean)} | ${casesWords(own)} |\n`;
  yield '\n';
}

function* comparisonRows(summary: RunSummary, which: Shown): Generator<string> {
  const { comparison } = summary;
  if (!comparison) return;
  for (const words of goneWords(summary)) yield `**${words}**\n\n`;
  yield `Against the baseline of ${comparison.blessedAt.slice(0, 10)}: ${comparisonWords(comparison)}\n\n`;
  for (const warning of comparison.warnings) yield `- Note: ${escape(warning)}\n`;
  if (comparison.warnings.length > 0) yield '\n';
  const shown = shownChanges(comparison, which).slice(0, MOST_ROWS);
  if (shown.length === 0) return;
  yield '| change | case | score |\n|---|---|---|\n';
  for (const change of shown) yield `| ${change.kind} | ${escape(change.id)} | ${escape(changeWords(change))} |\n`;
  yield '\n';
}

const CASE_MARKS = { ungraded: 'not graded', inconclusive: '**inconclusive**', failed: '**failed**', passed: 'passed', none: '' };

function* caseRows(run: ScoredRun, shown: Shown): Generator<string> {
  if (run.facts.length === 0) return;
  const places = shownPlaces(run, shown);
  if (places.length === 0) {
    yield `${NO_REGRESSION}\n\n`;
    return;
  }
  yield '| | score | band | case | |\n|---|---:|---|---|---|\n';
  for (const place of places.slice(0, MOST_ROWS)) {
    const one = run.case(place);
    yield `| ${CASE_MARKS[troubleOf(one) ?? (one.passed ? 'passed' : 'none')]} | ${one.score === null ? '-' : outOfHundred(one.score)} | ${bandOrDash(one.band)} | ${escape(one.id)} | ${escape(whyWords(one))} |\n`;
  }
  if (places.length > MOST_ROWS) yield `\n${places.length - MOST_ROWS} better ones are left out.\n`;
  yield '\n';
}

/** Markdown's own signs lose their meaning, and everything stays on its line. */
function escape(text: string): string {
  return printableLine(printable(text)).replace(/([\\`*_{}[\]<>|#~@])/gu, '\\$1');
}
