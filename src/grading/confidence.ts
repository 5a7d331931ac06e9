import { BAND_STARTS } from './bands.ts';
import type { Text } from './words.ts';

/**
 * How sure the grade is, 0 to 1. The further from the next edge of a band, the
 * surer, with 0.12 as far enough: that is about how far two people differ on one answer.
 * A few words are hard to judge; a floor rule that holds is not.
 */
export function confidenceOf(score: number, answer: Text, floored: boolean): number {
  if (floored && score < 0.2) return 0.95;
  const edge = Math.min(...Object.values(BAND_STARTS).map((start) => Math.abs(score - start)));
  const clear = Math.min(1, edge / 0.12);
  const length = Math.min(1, answer.content.length / 12);
  return 0.4 + 0.3 * clear + 0.2 * length;
}
