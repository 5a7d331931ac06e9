import { readFeatures } from './features.ts';
import model from './model.json' with { type: 'json' };
import type { Text } from './words.ts';

/** A trained linear model: score = level + sum of weight * (feature - mean) / scale. */
export interface BenchmarkModel {
  /** The mean grade of the humans it learned from. */
  level: number;
  features: Record<string, { weight: number; mean: number; scale: number }>;
}

/** The model that the grader ships with. */
export const BENCHMARK: BenchmarkModel = model.benchmark;

/**
 * The grade, 0 to 1, that the graders of the training answers would give. They
 * were lenient (mean 0.84), so it gives half a score for nothing: right to compare with
 * human grades, wrong to show to people, who see the score of judgement.ts.
 */
export function benchmarkScore(question: Text, reference: Text, answer: Text): number {
  return predict(BENCHMARK, readFeatures(question, reference, answer));
}

/** The score of a model for the values of its features, cut to 0 to 1; a feature without a value counts as its mean. */
export function predict({ level, features }: BenchmarkModel, values: Record<string, number>): number {
  let score = level;
  for (const [name, { weight, mean, scale }] of Object.entries(features)) score += (weight * ((values[name] ?? mean) - mean)) / scale;
  return Math.min(1, Math.max(0, score));
}
