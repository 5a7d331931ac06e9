import { describe, expect, it } from 'vitest';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { readBlindAnswers } from '../measure/blind-answers.ts';

const heldOut = readBlindAnswers()
  .filter((answer) => answer.heldOut && answer.question.type !== 'behavioral')
  .map((answer) => ({ ...answer, grade: gradeOffline(answer.request) }));

const meanOf = (kind: string): number => {
  const own = heldOut.filter((answer) => answer.kind === kind);
  return own.reduce((sum, { grade }) => sum + (grade.score ?? 0), 0) / own.length;
};

describe('answers by somebody who had seen the question alone', () => {
  it('get their band in most cases, and one beside it in nearly all', () => {
    const apart = heldOut.map(({ band, grade }) => Math.abs((grade.band ?? 9) - band));
    expect(heldOut.length).toBeGreaterThanOrEqual(590);
    expect(apart.filter((bands) => bands === 0).length / apart.length).toBeGreaterThan(0.58);
    expect(apart.filter((bands) => bands <= 1).length / apart.length).toBeGreaterThan(0.93);
  });

  it.each([
    ['a complete one', 'full', 'one with a gap', 'good-gap'],
    ['one with a gap', 'good-gap', 'a half one', 'partial'],
    ['a short right one', 'tight', 'a fluent wrong one', 'wrong-sure'],
    ['a half one', 'partial', 'words without a statement', 'hot-air'],
  ])('put %s before %s, by 5 points at least on average', (_, better, __, worse) => {
    expect(meanOf(better)).toBeGreaterThan(meanOf(worse) + 0.05);
  });

  it('put words without a statement before the answer to another question, and neither much above a fifth', () => {
    expect(meanOf('hot-air')).toBeGreaterThan(meanOf('other'));
    expect(meanOf('hot-air')).toBeLessThan(0.21);
  });

  it('gain no more than a point on average by chatter around them', () => {
    const padded = heldOut.filter(({ kind }) => kind === 'rambling').map(({ question, grade }) => {
      const plain = heldOut.find((one) => one.kind === 'good-gap' && one.question.id === question.id);
      return (grade.score ?? 0) - (plain?.grade.score ?? 0);
    });
    expect(padded.length).toBe(35);
    expect(padded.reduce((sum, by) => sum + by, 0) / padded.length).toBeLessThan(0.01);
  });
});
