import type { BenchmarkModel } from '../../src/grading/benchmark.ts';
import { ridge } from './ridge.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';

/** A graded answer as numbers, with the question it belongs to. */
export interface Row {
  question: string;
  features: Record<string, number>;
  score: number;
}

export interface Training {
  /** Shrinks the weights. */
  lambda: number;
  /** How much of the differences between questions is learnt, beside those within a question. */
  between: number;
  /** How much a row of the other sets counts beside one of the first. */
  others: number;
}

export const TRAINING: Training = { lambda: 0.3, between: 0.5, others: 0.4 };

/**
 * Learns from sets of graded answers, the first of which gives the level.
 * Features and scores are centred within their question (in training only), so
 * that what is learnt is what makes one answer better than another.
 */
export function trainBenchmark(sets: readonly (readonly Row[])[], { lambda, between, others } = TRAINING): BenchmarkModel {
  const all = sets.flat();
  const names = Object.keys(all[0]?.features ?? {});
  const value = (row: Row, name: string): number => row.features[name] ?? 0;
  const means = names.map((name) => mean(all.map((row) => value(row, name))));
  const scales = names.map((name, at) => Math.sqrt(mean(all.map((row) => (value(row, name) - (means[at] ?? 0)) ** 2))) || 1);
  const toNumbers = (row: Row): number[] => names.map((name, at) => (value(row, name) - (means[at] ?? 0)) / (scales[at] ?? 1));

  const [inputs, targets, weights]: [number[][], number[], number[]] = [[], [], []];
  sets.forEach((set, index) => {
    const centred = centre(set.map((row) => ({ question: row.question, numbers: [...toNumbers(row), row.score] })), between);
    for (const numbers of centred) {
      inputs.push(numbers.slice(0, -1));
      targets.push(numbers.at(-1) ?? 0);
      weights.push(index === 0 ? 1 : others);
    }
  });
  const coefficients = ridge(inputs, targets, lambda, weights);
  // The level is right for the first set: its mean features must give its mean grade.
  const first = sets[0] ?? [];
  const offset = mean(first.map((row) => toNumbers(row).reduce((sum, number, at) => sum + number * (coefficients[at] ?? 0), 0)));
  return {
    level: mean(first.map(({ score }) => score)) - offset,
    features: Object.fromEntries(names.map((name, at) => [name, { weight: coefficients[at] ?? 0, mean: means[at] ?? 0, scale: scales[at] ?? 1 }])),
  };
}

/** Takes the mean of its question from each row, and gives back a part of what sets the question apart. */
function centre(rows: readonly { question: string; numbers: number[] }[], between: number): number[][] {
  const byQuestion = new Map<string, { numbers: number[] }[]>();
  for (const row of rows) byQuestion.set(row.question, [...(byQuestion.get(row.question) ?? []), row]);
  const total = columnMeans(rows.map(({ numbers }) => numbers));
  return [...byQuestion.values()].flatMap((group) => {
    const own = columnMeans(group.map(({ numbers }) => numbers));
    return group.map(({ numbers }) => numbers.map((number, at) => number - (own[at] ?? 0) + between * ((own[at] ?? 0) - (total[at] ?? 0))));
  });
}

function columnMeans(rows: readonly number[][]): number[] {
  return (rows[0] ?? []).map((_, at) => mean(rows.map((row) => row[at] ?? 0)));
}
