import { printableLine } from '../../printable.ts';
import type { CaseChange, Comparison } from '../result.ts';
import { fitted, widest } from './columns.ts';
import { scoreOrDash, signed } from './numbers.ts';

const MOST_CHANGES = 20;

/** "3 worse, 1 better, 96 the same, 2 new, 0 gone." */
export function comparisonWords({ totals }: Comparison): string {
  return `${totals.worse} worse, ${totals.better} better, ${totals.same} the same, ${totals.new} new, ${totals.gone} gone.`;
}

/** Against the baseline: the counts, then what changed, worst first. */
export function* comparisonLines(comparison: Comparison): Generator<string> {
  yield '';
  yield `Against the baseline of ${comparison.blessedAt.slice(0, 10)}: ${comparisonWords(comparison)}`;
  for (const warning of comparison.warnings) yield `  Note: ${printableLine(warning)}`;
  const shown = comparison.cases.slice(0, MOST_CHANGES);
  const width = Math.min(30, widest(shown.map(({ id }) => printableLine(id))));
  for (const change of shown) yield `  ${change.kind.padEnd(6)}  ${fitted(printableLine(change.id), width)}  ${changeWords(change)}`.trimEnd();
  if (comparison.cases.length > shown.length) yield `  ... and ${comparison.cases.length - shown.length} more`;
  for (const [domain, { before, after }] of Object.entries(comparison.byDomain)) {
    if (before !== null && after !== null && before !== after) yield `  domain  ${printableLine(domain)}  ${arrow(before, after)}`;
  }
}

/** "63 -> 41 (-22)", with the criteria that fell or rose. */
export function changeWords({ before, after, criteria, broke }: CaseChange): string {
  const bands = Object.entries(criteria).map(([id, change]) => `${id} ${change.before ?? '-'} -> ${change.after ?? '-'}`);
  return [arrow(before, after), ...(broke ? ['no longer meets what is asked'] : []), ...(bands.length > 0 ? [`(${bands.join(', ')})`] : [])].join(' ').slice(0, 40);
}

function arrow(before: number | null, after: number | null): string {
  const change = before !== null && after !== null ? ` (${signed(after - before)})` : '';
  return `${scoreOrDash(before)} -> ${scoreOrDash(after)}${change}`;
}
