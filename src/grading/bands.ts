import type { Band } from '../schemas/evaluation.ts';

/** Where a band begins on the scale of 0 to 1. Published: an offline band is the score cut at these points. */
export const BAND_STARTS = { 2: 0.35, 3: 0.6, 4: 0.85 } as const;

/** What a band is called in reports. */
export const BAND_NAMES: Record<Band, string> = { 1: 'poor', 2: 'mixed', 3: 'good', 4: 'excellent' };

/** The band of a score from 0 to 1. */
export function bandOf(score: number): Band {
  if (score >= BAND_STARTS[4]) return 4;
  if (score >= BAND_STARTS[3]) return 3;
  return score >= BAND_STARTS[2] ? 2 : 1;
}

/** The score, 0 to 1, of an answer judged in bands: the mean of (band - 1) / 3; 0 for no bands. */
export function scoreOfBands(bands: readonly Band[]): number {
  if (bands.length === 0) return 0;
  return bands.reduce((sum: number, band) => sum + (band - 1) / 3, 0) / bands.length;
}
