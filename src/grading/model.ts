import model from './model.json' with { type: 'json' };
import type { Signs } from './signs.ts';

/** Names the trained coefficients: an evaluation by another version is another grade. */
export const MODEL_VERSION: string = model.version;

/** The value of a curve given by its corners, straight between them, and level beyond the first and the last. */
export function onCurve(corners: readonly (readonly number[])[], value: number): number {
  let [x0, y0] = [corners[0]?.[0] ?? 0, corners[0]?.[1] ?? 0];
  if (value <= x0) return y0;
  for (const [x1 = 1, y1 = 1] of corners.slice(1)) {
    if (value <= x1) return y0 + ((y1 - y0) * (value - x0)) / (x1 - x0);
    [x0, y0] = [x1, y1];
  }
  return y0;
}

/** What makes the score that people see: the weights of the signs, the curves from evidence to score, and the limits of a score against a reference alone. */
export const people = model.people;

/** What an answer shows, 0 to 1: the sum of its signs by weights that are 1 together. */
export function evidenceOf(signs: Signs, weights: Readonly<Record<keyof Signs, number>> = people.weights): number {
  return Object.entries(weights).reduce((total, [name, weight]) => total + weight * signs[name as keyof Signs], 0);
}
