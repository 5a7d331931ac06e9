import { shareFound, type Sought, stemsOnce } from './coverage.ts';
import { containment } from './grams.ts';
import type { PointMatch } from './key-points.ts';
import type { Text } from './words.ts';

/**
 * What shows that an answer knows, each from 0 to 1, where the reference itself
 * has 1. More evidence can only raise a sign; filler, repetition and the
 * order of sentences leave it as it is.
 */
export interface Signs {
  /** Weighted share of the key points that is made. */
  points: number;
  /** Weighted share of the key points that are firmly made. */
  firmPoints: number;
  /** Share of the reference's matter found. */
  recall: number;
  /** Share of the reference's runs of four letters that the telling sentences have. */
  letters: number;
  /** New words of the reference found; the first count most. */
  words: number;
  /** Own matter in the telling sentences, as far as the reference has as much. */
  depth: number;
}

/** Rises quickly at first; 1 where `value` reaches `whole`. */
const early = (value: number, whole: number, half: number): number =>
  whole > 0 ? Math.min(1, (value / (value + half)) * ((whole + half) / whole)) : 0;

export function readSigns(points: readonly PointMatch[], reference: Text, sought: readonly Sought[], telling: readonly number[], answer: Text): Signs {
  const heard = new Set(telling);
  const total = points.reduce((sum, { point }) => sum + point.weight, 0) || 1;
  const share = (value: (match: PointMatch) => number): number => points.reduce((sum, match) => sum + match.point.weight * value(match), 0) / total;
  const fresh = sought.filter(({ isNew }) => isNew);
  const found = fresh.filter(({ hits }) => telling.some((sentence) => hits.has(sentence)));
  const own = new Set(answer.content.filter(({ sentence }) => heard.has(sentence)).map(({ stem }) => stem));
  const told = answer.words.filter(({ sentence }) => heard.has(sentence));
  return {
    points: share(({ value }) => value),
    firmPoints: share(({ value }) => Math.min(1, Math.max(0, (value - 0.25) / 0.4))),
    recall: shareFound(sought, telling, 0, telling.length),
    letters: containment(told, reference),
    words: early(found.length, fresh.length, 8),
    depth: early(own.size, stemsOnce(reference).size, 20),
  };
}
