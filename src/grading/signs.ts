import { shareFound, type Sought, stemsOnce } from './coverage.ts';
import type { PointMatch } from './key-points.ts';
import { howTold } from './told.ts';
import type { Text } from './words.ts';

/**
 * What shows that an answer knows, each from 0 to 1, where the reference itself
 * has 1. Filler, repetition and the order of sentences leave them as they are.
 */
export interface Signs {
  /** Weighted share of the key points that is made. */
  points: number;
  /** Weighted share of the key points that are firmly made. */
  firmPoints: number;
  /** Share of the reference's matter found. */
  recall: number;
  /** New words of the reference found; the first count most. */
  words: number;
  /** Those of them that stand near a neighbour of theirs: said together, not just said. */
  boundWords: number;
  /** Own matter in the telling sentences, as far as the reference has as much. */
  depth: number;
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
  /** Different stems of matter in the telling sentences. */
  matter: number;
  focus: number;
}

/** From here on a point is more than chance, and from here on it is made. */
const FIRM_FROM = 0.05;
const FIRM_WHOLE = 0.4;

/** Rises quickly at first; 1 where `value` reaches `whole`. */
const early = (value: number, whole: number, half: number): number =>
  whole > 0 ? Math.min(1, (value / (value + half)) * ((whole + half) / whole)) : 0;

export function readSigns({ points, reference, sought, telling, matter, focus }: Findings): Signs {
  const total = points.reduce((sum, { point }) => sum + point.weight, 0) || 1;
  const share = (value: (match: PointMatch) => number): number => points.reduce((sum, match) => sum + match.point.weight * value(match), 0) / total;
  const fresh = sought.filter(({ isNew }) => isNew);
  const found = fresh.filter(({ hits }) => telling.some((sentence) => hits.has(sentence)));
  const { boundWords } = howTold(reference, sought, telling, 0, telling.length);
  return {
    points: share(({ value }) => value),
    firmPoints: share(({ value }) => Math.min(1, Math.max(0, (value - FIRM_FROM) / (FIRM_WHOLE - FIRM_FROM)))),
    recall: shareFound(sought, telling, 0, telling.length),
    words: early(found.length, fresh.length, 8),
    boundWords: early(boundWords, fresh.length, 8),
    depth: early(matter, stemsOnce(reference).size, 20),
    focus,
  };
}
