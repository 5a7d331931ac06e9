import { describe, expect, it } from 'vitest';
import { bandOf, scoreOfBands } from '../../src/grading/bands.ts';

describe('bands', () => {
  it.each([
    [0, 1],
    [0.3499, 1],
    [0.35, 2],
    [0.5999, 2],
    [0.6, 3],
    [0.8499, 3],
    [0.85, 4],
    [1, 4],
  ])('cuts a score of %d into band %d', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });

  it('scores bands by their mean distance from poor', () => {
    expect(scoreOfBands([1, 4])).toBe(0.5);
    expect(scoreOfBands([4, 4, 4])).toBe(1);
    expect(scoreOfBands([])).toBe(0);
  });
});
