import { describe, expect, it } from 'vitest';
import { atLeast, atMost, knownMean, rangeOf, standingTo, together, type Known } from '../../src/scoring/standing.ts';

const exact = (score: number): Known => ({ score, spread: 0, second: null });
const spread = (score: number, width: number): Known => ({ score, spread: width, second: null });
const two = (score: number, second: number): Known => ({ score, spread: 0, second });

describe('a score against what is asked of it', () => {
  it.each([
    ['an exact score above', atLeast(0.6), exact(0.7), 'met'],
    ['an exact score on the bar', atLeast(0.6), exact(0.6), 'met'],
    ['an exact score below', atLeast(0.6), exact(0.59), 'missed'],
    ['a bar inside the spread, the score above', atLeast(0.6), spread(0.65, 0.1), 'unsure'],
    ['a bar inside the spread, the score below', atLeast(0.6), spread(0.55, 0.1), 'unsure'],
    ['a bar at the end of the spread, the score above', atLeast(0.6), spread(0.7, 0.1), 'met'],
    ['a bar at the end of the spread, the score below', atLeast(0.6), spread(0.5, 0.1), 'missed'],
    ['a bar outside of the spread', atLeast(0.6), spread(0.4, 0.1), 'missed'],
    ['a bar between two graders', atLeast(0.6), two(0.7, 0.4), 'unsure'],
    ['a bar between two graders, the other way', atLeast(0.6), two(0.4, 0.7), 'unsure'],
    ['a bar that the first just keeps and the second misses', atLeast(0.6), two(0.6, 0.4), 'unsure'],
    ['a bar below two graders', atLeast(0.3), two(0.7, 0.4), 'met'],
    ['a bar above two graders', atLeast(0.9), two(0.7, 0.4), 'missed'],
    ['a most inside the spread', atMost(0.6), spread(0.65, 0.1), 'unsure'],
    ['a most that is kept', atMost(0.6), exact(0.6), 'met'],
    ['a most between two graders', atMost(0.6), two(0.4, 0.7), 'unsure'],
  ])('%s', (_, bar, known, standing) => {
    expect(standingTo(bar, known)).toBe(standing);
  });

  it.each([
    [['met', 'met'], 'met'],
    [['met', 'unsure'], 'unsure'],
    [['unsure', 'missed', 'met'], 'missed'],
    [[], 'met'],
  ] as const)('%j together are %s', (standings, result) => {
    expect(together(standings)).toBe(result);
  });
});

describe('the mean of several scores', () => {
  it('has the spread sqrt(sum of squares) / n, and the mean of the second grader where it has graded', () => {
    expect(knownMean([spread(0.5, 0.3), spread(0.7, 0.4)], 0.6)).toEqual({ score: 0.6, spread: 0.25, second: null });
    expect(knownMean([two(0.5, 0.1), exact(0.7)], 0.6)).toEqual({ score: 0.6, spread: 0, second: 0.4 });
  });

  it('of exact scores is exact', () => {
    expect(rangeOf(knownMean([exact(0.5), exact(0.7)], 0.6))).toEqual([0.6, 0.6]);
  });

  it('stays on the scale', () => {
    expect([rangeOf(spread(0.05, 0.2)), rangeOf(spread(0.95, 0.2)), rangeOf(two(0.3, 0.8))]).toEqual([[0, 0.25], [0.75, 1], [0.3, 0.8]]);
  });
});
