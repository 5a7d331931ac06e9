import { describe, expect, it } from 'vitest';
import type { Signs } from '../../src/grading/signs.ts';
import { type SignsOfBand, trainWeights } from '../measure/train-weights.ts';

const NONE: Signs = { firmPoints: 0, recall: 0, words: 0, boundWords: 0, focus: 0 };
const many = (count: number, band: number, signs: Partial<Signs>, weight = 1): SignsOfBand[] => Array.from({ length: count }, () => ({ band, weight, signs: { ...NONE, ...signs } }));

describe('the weights of signs', () => {
  it('are 1 together and none is below 0', () => {
    const weights = trainWeights(['recall', 'focus', 'words'], [...many(20, 4, { recall: 1, words: 0.4 }), ...many(20, 1, { focus: 1, words: 0.9 }), ...many(20, 2, { recall: 0.4, focus: 0.2 })]);
    const list = Object.values(weights);
    expect(list.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
    expect(Math.min(...list)).toBeGreaterThanOrEqual(0);
  });

  it('go to the sign that tells good answers from poor ones', () => {
    const weights = trainWeights(['recall', 'focus'], [...many(50, 4, { recall: 1, focus: 0.5 }), ...many(50, 1, { recall: 0.1, focus: 0.5 })]);
    expect(weights.recall).toBeGreaterThan(0.9);
  });

  it('leave nothing for a sign that speaks against an answer', () => {
    const weights = trainWeights(['recall', 'words'], [...many(50, 4, { recall: 1 }), ...many(50, 1, { recall: 1, words: 1 })]);
    expect(weights).toEqual({ recall: 1, words: 0 });
  });

  it('are shared where two signs say the same', () => {
    const { recall, words } = trainWeights(['recall', 'words'], [...many(30, 4, { recall: 1, words: 1 }), ...many(30, 2, { recall: 0.5, words: 0.5 })]);
    expect(recall).toBeCloseTo(words, 2);
  });

  it('follow the answers that count more', () => {
    const trained = (weight: number) => trainWeights(['recall', 'focus'], [...many(30, 4, { recall: 1 }), ...many(30, 1, { focus: 1 }), ...many(30, 4, { focus: 1 }, weight)]);
    expect(trained(2).focus).toBeGreaterThan(trained(0.2).focus);
  });
});
