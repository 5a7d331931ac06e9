import { shareFound, type Sought } from './coverage.ts';
import type { PointMatch } from './key-points.ts';
import { howTold } from './told.ts';
import type { Text } from './words.ts';

/**
 * What shows that an answer knows, each from 0 to 1, where the reference itself
 * has 1. Filler, repetition and the order of sentences leave them as they are.
 */
export interface Signs {
  /** Weighted share of the key points that are firmly made. */
  firmPoints: number;
  /** Share of the reference's matter found. */
  recall: number;
  /** New words of the reference found; the first count most. */
  words: number;
  /** Those of them that stand near a neighbour of theirs: said together, not just said. */
  boundWords: number;
  /** Share of the answer's own matter in the telling sentences that the rubric has too. */
  focus: number;
}

/** What was found in an answer, to be summed up in signs. */
export interface Findings {
  points: readonly PointMatch[];
  reference: Text;
  /** The words of the reference. */
  sought: readonly Sought[];
  telling: readonly number[];
  focus: number;
}

/** From here on a point is more than chance, and from here on it is firmly made; between them it counts in part. */
const FIRM_FROM = 0.05;
const FIRM_WHOLE = 0.4;
/** So many words are worth half of what endlessly many would be. */
const HALF_WORDS = 8;

/** Sums up what was found in the telling sentences. Without points or without words of a reference their signs are 0. */
export function readSigns({ points, reference, sought, telling, focus }: Findings): Signs {
  const fresh = sought.filter(({ isNew }) => isNew);
  const found = fresh.filter(({ hits }) => hits.some(({ word }) => telling.includes(word.sentence)));
  const { boundWords } = howTold(reference, sought, telling, 0, telling.length);
  return {
    firmPoints: firmShare(points),
    recall: shareFound(sought, telling, 0, telling.length),
    words: early(found.length, fresh.length),
    boundWords: early(boundWords, fresh.length),
    focus,
  };
}

function firmShare(points: readonly PointMatch[]): number {
  const total = points.reduce((sum, { point }) => sum + point.weight, 0) || 1;
  const firm = ({ value }: PointMatch): number => Math.min(1, Math.max(0, (value - FIRM_FROM) / (FIRM_WHOLE - FIRM_FROM)));
  return points.reduce((sum, match) => sum + match.point.weight * firm(match), 0) / total;
}

/** Rises quickly at first; 1 where `count` reaches `whole`. */
function early(count: number, whole: number): number {
  return whole > 0 ? Math.min(1, (count / (count + HALF_WORDS)) * ((whole + HALF_WORDS) / whole)) : 0;
}
