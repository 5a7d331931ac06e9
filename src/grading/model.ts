import model from './model.json' with { type: 'json' };
import type { Signs } from './signs.ts';

/** Names the trained coefficients: an evaluation by another version is another grade. */
export const MODEL_VERSION: string = model.version;

/** The value of a curve given by its corners, straight between them. */
export function onCurve(corners: readonly (readonly number[])[], value: number): number {
  let [x0, y0] = [corners[0]?.[0] ?? 0, corners[0]?.[1] ?? 0];
  if (value <= x0) return y0;
  for (const [x1 = 1, y1 = 1] of corners.slice(1)) {
    if (value <= x1) return y0 + ((y1 - y0) * (value - x0)) / (x1 - x0);
    [x0, y0] = [x1, y1];
  }
  return y0;
}

export const people = model.people;

/** What an answer shows, 0 to 1: the weighted sum of its signs. */
export function evidenceOf(signs: Signs): number {
  return Object.entries(people.weights).reduce((total, [name, weight]) => total + weight * signs[name as keyof Signs], 0);
}
