import { BAND_STARTS } from './bands.ts';
import type { Text } from './words.ts';

/**
 * How clear-cut the grade is, 0 to 1. The further from the next edge of a band,
 * the clearer, with 0.12 as far enough: that is about how far two people differ
 * on one answer. A few words are hard to judge; a floor rule that holds is not.
 *
 * This is no probability. On 5,165 answers that people graded against a
 * reference, the band was within one of theirs in 72% at 0.6 to 0.7 and in 65%
 * at 0.8 to 0.9. The share of the reference that an answer has says more (43%
 * below 0.1, 98% above 0.6), but not the same from one collection of answers to
 * the next, and nothing on the gold of the packs, where 99.8% are within one.
 */
export function confidenceOf(score: number, answer: Text, floored: boolean): number {
  if (floored && score < 0.2) return 0.95;
  const edge = Math.min(...Object.values(BAND_STARTS).map((start) => Math.abs(score - start)));
  const clear = Math.min(1, edge / 0.12);
  const length = Math.min(1, answer.content.length / 12);
  return 0.4 + 0.3 * clear + 0.2 * length;
}
