import type { Signs } from '../../src/grading/signs.ts';

/** The signs of an answer with the band that it must land in, and how much it counts. */
export interface SignsOfBand {
  signs: Signs;
  band: number;
  weight: number;
}

/** Evidence in the middle of each band; the curve then says which score it is worth. */
const EVIDENCE = [0, 0.12, 0.45, 0.72, 0.95] as const;
const PULL = 1;
const ROUNDS = 4_000;

/**
 * The weights of signs, none below 0, whose sum comes nearest to the evidence
 * of each answer's band: least squares by coordinate descent, with a small pull
 * to 0. They are stretched so that all signs together are 1.
 */
export function trainWeights(names: readonly (keyof Signs)[], answers: readonly SignsOfBand[]): Partial<Record<keyof Signs, number>> {
  const product = (one: keyof Signs, other: keyof Signs): number => answers.reduce((sum, { signs, weight }) => sum + weight * signs[one] * signs[other], 0);
  const matrix = names.map((one) => names.map((other) => product(one, other)));
  const right = names.map((name) => answers.reduce((sum, { signs, band, weight }) => sum + weight * signs[name] * (EVIDENCE[band] ?? 0), 0));
  const weights = names.map(() => 1 / names.length);
  for (let round = 0; round < ROUNDS; round++) {
    names.forEach((_, at) => {
      const rest = weights.reduce((sum, weight, other) => (other === at ? sum : sum + weight * (matrix[at]?.[other] ?? 0)), 0);
      weights[at] = Math.max(0, ((right[at] ?? 0) - rest) / ((matrix[at]?.[at] ?? 0) + PULL));
    });
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Object.fromEntries(names.map((name, at) => [name, Math.round((1000 * (weights[at] ?? 0)) / total) / 1000]));
}
