export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Pearson's r; 0 where one side does not vary. */
export function pearson(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, index) => {
    const [x, y] = [value - meanA, (b[index] ?? 0) - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  });
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/** Spearman's rank correlation, ties at their mean rank. */
export const spearman = (a: readonly number[], b: readonly number[]): number => pearson(ranks(a), ranks(b));

export function rmse(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(mean(a.map((value, index) => (value - (b[index] ?? 0)) ** 2)));
}

function ranks(values: readonly number[]): number[] {
  const sorted = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = new Array<number>(values.length).fill(0);
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end]?.value === sorted[start]?.value && end < sorted.length) end++;
    for (let at = start; at < end; at++) result[sorted[at]?.index ?? 0] = (start + end - 1) / 2;
    start = end;
  }
  return result;
}
