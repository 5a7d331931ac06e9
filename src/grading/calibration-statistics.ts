import type { Band } from '../schemas/evaluation.ts';

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Pearson's r; null where one side does not vary, because there is no line to be near to. */
export function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const [meanA, meanB] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [a, b] of pairs) {
    ab += (a - meanA) * (b - meanB);
    aa += (a - meanA) ** 2;
    bb += (b - meanB) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null;
}

/** How often each band was given (column) where each was expected (row), bands 1 to 4. */
export function confusionOf(pairs: readonly (readonly [expected: Band, given: Band])[]): number[][] {
  const bands: Band[] = [1, 2, 3, 4];
  return bands.map((row) => bands.map((column) => pairs.filter(([expected, given]) => expected === row && given === column).length));
}

/**
 * Cohen's kappa with quadratic weights (Cohen 1968): 1 is agreement, 0 is what
 * chance gives, and a disagreement counts by the square of its distance. Null
 * where only one band occurs on both sides.
 */
export function quadraticKappa(confusion: readonly (readonly number[])[]): number | null {
  const rows = confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = rows.map((_, column) => confusion.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  let [seen, byChance] = [0, 0];
  for (const [row, counts] of confusion.entries()) {
    for (const [column, count] of counts.entries()) {
      const weight = (row - column) ** 2;
      seen += weight * count;
      byChance += (weight * (rows[row] ?? 0) * (columns[column] ?? 0)) / Math.max(1, total);
    }
  }
  return byChance > 0 ? 1 - seen / byChance : null;
}

/** The standard deviation of the values around their own mean. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}
