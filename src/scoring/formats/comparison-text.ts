import { printableLine } from '../../printable.ts';
import { wrapText } from '../../reports/text.ts';
import type { CaseChange, Comparison } from '../result.ts';
import type { Shown } from '../scored-run.ts';
import { fitted, shortened, WIDTH, widest } from './columns.ts';
import { scoreOrDash, signed } from './numbers.ts';

const MOST_NAME = 30;
const MOST_CHANGES = 20;

/** "3 worse, 1 better, 96 the same, 2 new, 0 gone." */
export function comparisonWords({ totals }: Comparison): string {
  return `${totals.worse} worse, ${totals.better} better, ${totals.same} the same, ${totals.new} new, ${totals.gone} gone.`;
}

/** Against the baseline: the counts, then what changed, worst first, or only what is worse. No line is wider than 80 columns. */
export function* comparisonLines(comparison: Comparison, { regressionsOnly = false }: Shown = {}): Generator<string> {
  yield '';
  yield* wrapped(`Baseline of ${comparison.blessedAt.slice(0, 10)}: ${comparisonWords(comparison)}`);
  for (const warning of comparison.warnings) yield* wrapped(`Note: ${printableLine(warning)}`, '  ');
  yield* changeLines(shownChanges(comparison, { regressionsOnly }));
  for (const [domain, { before, after }] of Object.entries(comparison.byDomain)) {
    if (before === null || after === null || (regressionsOnly ? after >= before : after === before)) continue;
    yield `  domain  ${shortened(printableLine(domain), MOST_NAME)}  ${arrow(before, after)}`;
  }
}

export const NO_REGRESSION = 'No case is worse than the baseline.';

export function shownChanges({ cases }: Comparison, { regressionsOnly }: Shown): CaseChange[] {
  return regressionsOnly ? cases.filter(({ kind }) => kind === 'worse') : cases;
}

function* changeLines(changes: readonly CaseChange[]): Generator<string> {
  const shown = changes.slice(0, MOST_CHANGES);
  const width = Math.min(MOST_NAME, widest(shown.map(({ id }) => printableLine(id))));
  for (const change of shown) {
    const start = `  ${change.kind.padEnd(6)}  ${fitted(printableLine(change.id), width)}  `;
    yield `${start}${shortened(printableLine(changeWords(change)), WIDTH - width - 12)}`.trimEnd();
  }
  if (changes.length > shown.length) yield `  ... and ${changes.length - shown.length} more`;
}

function wrapped(words: string, indent = ''): string[] {
  return wrapText(words, WIDTH, indent).split('\n');
}

/** "63 -> 41 (-22)", with the criteria that fell or rose. */
export function changeWords({ before, after, criteria, broke }: CaseChange): string {
  const bands = Object.entries(criteria).map(([id, change]) => `${id} ${change.before ?? '-'} -> ${change.after ?? '-'}`);
  return [arrow(before, after), ...(broke ? ['no longer meets what is asked'] : []), ...(bands.length > 0 ? [`(${bands.join(', ')})`] : [])].join(' ');
}

function arrow(before: number | null, after: number | null): string {
  const change = before !== null && after !== null ? ` (${signed(after - before)})` : '';
  return `${scoreOrDash(before)} -> ${scoreOrDash(after)}${change}`;
}
