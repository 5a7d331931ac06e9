import { mean, pearson } from '../../src/grading/calibration-statistics.ts';

/** Pearson's r; 0 where one side does not vary. */
export const linear = (a: readonly number[], b: readonly number[]): number => pearson(a.map((value, index) => [value, b[index] ?? 0])) ?? 0;

/** Spearman's rank correlation, ties at their mean rank; 0 where one side does not vary. */
export const spearman = (a: readonly number[], b: readonly number[]): number => linear(ranks(a), ranks(b));

/**
 * Pearson's r among the answers to one question, the mean over the questions:
 * how well better answers are told from worse ones, whatever the level of their
 * question. Questions in which one side does not vary tell nothing, and do not count.
 */
export function withinQuestions(a: readonly number[], b: readonly number[], questions: readonly string[]): number {
  const byQuestion = new Map<string, [number, number][]>(questions.map((question) => [question, []]));
  questions.forEach((question, index) => byQuestion.get(question)?.push([a[index] ?? 0, b[index] ?? 0]));
  return mean([...byQuestion.values()].flatMap((pairs) => pearson(pairs) ?? []));
}

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
