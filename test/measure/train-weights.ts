import type { Signs } from '../../src/grading/signs.ts';

/** The signs of an answer with the band that it must land in, and how much it counts. */
export interface SignsOfBand {
  signs: Signs;
  /** 1 to 4. */
  band: number;
  weight: number;
}

/** Evidence in the middle of bands 1 to 4; the curve then says which score it is worth. */
const EVIDENCE = [0.12, 0.45, 0.72, 0.95] as const;
/** Keeps weights small where the answers say little about them: as much as one answer with the full sign and no evidence. */
const PULL = 1;
/** Far more than it takes until nothing changes any more. */
const ROUNDS = 4_000;

/**
 * The weights of signs, none below 0, whose sum comes nearest to the evidence
 * of each answer's band: least squares by coordinate descent, with a small pull
 * to 0. They are stretched so that all signs together are 1, to the third
 * decimal. The answers must show one of the signs at least.
 */
export function trainWeights<Name extends keyof Signs>(names: readonly Name[], answers: readonly SignsOfBand[]): Record<Name, number> {
  const product = (one: Name, other: Name): number => answers.reduce((sum, { signs, weight }) => sum + weight * signs[one] * signs[other], 0);
  const matrix = names.map((one) => names.map((other) => product(one, other)));
  const right = names.map((name) => answers.reduce((sum, { signs, band, weight }) => sum + weight * signs[name] * (EVIDENCE[band - 1] ?? 0), 0));
  const weights = descend(matrix, right);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Object.fromEntries(names.map((name, at) => [name, Math.round((1000 * (weights[at] ?? 0)) / total) / 1000])) as Record<Name, number>;
}

/** Solves the equations one unknown at a time, again and again, with no unknown below 0. */
function descend(matrix: readonly number[][], right: readonly number[]): number[] {
  const unknowns = right.map(() => 1 / right.length);
  for (let round = 0; round < ROUNDS; round++) {
    matrix.forEach((row, at) => {
      const rest = unknowns.reduce((sum, value, other) => (other === at ? sum : sum + value * (row[other] ?? 0)), 0);
      unknowns[at] = Math.max(0, ((right[at] ?? 0) - rest) / ((row[at] ?? 0) + PULL));
    });
  }
  return unknowns;
}
