import table from './word-costs.json' with { type: 'json' };

/** What a word that the table does not know costs: names and technical terms are rare, so they tell much. */
const UNKNOWN_COST = 1.6;
const LOWEST_COST = 0.3;

const costs = new Map<string, number>();
for (const [tenths, stems] of Object.entries(table.byCost)) {
  const cost = Math.min(UNKNOWN_COST, Math.max(LOWEST_COST, Number(tenths) / 100));
  for (const stem of stems.split(' ')) costs.set(stem, cost);
}

/**
 * How much a stem tells, from 0.3 (said everywhere) to 1.6 (rare): a tenth of
 * its negative log probability in general English. Stands for an IDF that
 * needs no collection of documents.
 */
export function costOf(stem: string): number {
  return costs.get(stem) ?? UNKNOWN_COST;
}

/** The table of general English knows the stem. */
export function isCommonStem(stem: string): boolean {
  return costs.has(stem);
}
