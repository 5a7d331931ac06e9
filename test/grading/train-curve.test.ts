import { describe, expect, it } from 'vitest';
import { bandOf } from '../../src/grading/bands.ts';
import { onCurve } from '../../src/grading/model.ts';
import { type EvidenceOfBand, trainCurve } from '../measure/train-curve.ts';

/** Answers of a band with evidence spread evenly from one value to another. */
const spread = (band: number, from: number, to: number, weight = 1): EvidenceOfBand[] => Array.from({ length: 40 }, (_, index) => ({ band, weight, evidence: from + ((to - from) * index) / 39 }));
const apart = [...spread(1, 0, 0.2), ...spread(2, 0.25, 0.4), ...spread(3, 0.45, 0.6), ...spread(4, 0.7, 0.95)];
const bandAt = (curve: number[][], evidence: number): number => bandOf(onCurve(curve, evidence));

describe('the curve from evidence to score', () => {
  it('puts every answer into its band where evidence parts them', () => {
    const curve = trainCurve(apart);
    for (const { evidence, band } of apart) expect(bandAt(curve, evidence)).toBe(band);
  });

  it('rises from nothing to all', () => {
    const curve = trainCurve(apart);
    expect([curve[0], curve.at(-1)]).toEqual([[0, 0], [1, 1]]);
    curve.slice(1).forEach(([evidence = 0, score = 0], before) => {
      expect(evidence).toBeGreaterThan(curve[before]?.[0] ?? 1);
      expect(score).toBeGreaterThan(curve[before]?.[1] ?? 1);
    });
  });

  it('does not depend on the order of the answers', () => {
    expect(trainCurve([...apart].reverse())).toEqual(trainCurve(apart));
  });

  it('would rather miss several answers by one band than as many by two', () => {
    // Evidence of 0.5 is worth band 3 to most; to a few it was worth band 1.
    const torn = [...apart, ...spread(1, 0.5, 0.5, 0.9)];
    expect(bandAt(trainCurve(torn), 0.5)).toBeLessThan(3);
  });

  it('follows the answers that count more', () => {
    const [light, heavy] = [0.1, 10].map((weight) => trainCurve([...apart, ...spread(2, 0.5, 0.6, weight)]));
    expect([bandAt(light ?? [], 0.55), bandAt(heavy ?? [], 0.55)]).toEqual([3, 2]);
  });
});
