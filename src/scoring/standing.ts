import type { GradedEvaluation } from '../schemas/evaluation.ts';
import { rounded } from './rounded.ts';

/** A score as far as it is known: give or take its spread, and by a second grader where there is one. */
export interface Known {
  score: number;
  spread: number;
  second: number | null;
}

/** How a score stands to what is asked of it. */
export type Standing = 'met' | 'missed' | 'unsure';

/** What is asked of a score: where its edges lie, and which scores keep it. */
export interface Bar {
  edges: readonly number[];
  meets(score: number): boolean;
}

/**
 * Met or missed by the score, unless that cannot be told: an edge lies strictly
 * within [score - spread, score + spread], or the second grader's score is on
 * the other side. An exact score that stands alone is never unsure.
 */
export function standingTo({ edges, meets }: Bar, { score, spread, second }: Known): Standing {
  const met = meets(score);
  if (edges.some((edge) => spread - Math.abs(edge - score) > NOISE)) return 'unsure';
  if (second !== null && meets(second) !== met) return 'unsure';
  return met ? 'met' : 'missed';
}

/** What floating point makes of an edge that lies just on the end of the spread. */
const NOISE = 1e-9;

export function atLeast(limit: number): Bar {
  return { edges: [limit], meets: (score) => score >= limit };
}

export function atMost(limit: number): Bar {
  return { edges: [limit], meets: (score) => score <= limit };
}

/** Several bars at once: missed where one is surely missed, met where all are surely met. */
export function together(standings: Iterable<Standing>): Standing {
  let result: Standing = 'met';
  for (const standing of standings) {
    if (standing === 'missed') return 'missed';
    if (standing === 'unsure') result = 'unsure';
  }
  return result;
}

/** From the lowest to the highest that a score may be, to four decimals. */
export function rangeOf({ score, spread, second }: Known): [number, number] {
  return [rounded(Math.max(0, Math.min(score - spread, second ?? 1))), rounded(Math.min(1, Math.max(score + spread, second ?? 0)))];
}

export function knownScore({ score, spread, second }: GradedEvaluation): Known {
  return { score, spread, second: second?.score ?? null };
}

/**
 * The mean of scores, `mean`, as far as it is known. Its spread is
 * sqrt(sum of squared spreads) / n: this takes the errors of the scores to be
 * independent of each other. What all answers of a grader have in common, such
 * as its mildness, is not in it; a second grader shows some of that, with the
 * mean that its scores give where it has graded.
 */
export function knownMean(scores: Iterable<Known>, mean: number): Known {
  let [count, squares, others, seconded] = [0, 0, 0, false];
  for (const { score, spread, second } of scores) {
    count++;
    squares += spread ** 2;
    others += second ?? score;
    seconded ||= second !== null;
  }
  return { score: mean, spread: rounded(Math.sqrt(squares) / count), second: seconded ? rounded(others / count) : null };
}
