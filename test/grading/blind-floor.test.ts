import { describe, expect, it } from 'vitest';
import { FALSE_LIMITS, type FalseKind, gradeBlindFloor, isFloored } from '../measure/blind-floor.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';

const grades = gradeBlindFloor();
const honest = grades.filter(({ kind }) => kind === 'honest');

/** What is wrong in free words is found in half of the answers only: the limit is an aim yet. Terms with each other's parts are not found by a grader of words. */
const { 'mixed-up': _notFound, ...limits } = FALSE_LIMITS;
const REACHED: Readonly<Record<Exclude<FalseKind, 'mixed-up'>, number>> = { ...limits, negated: 0.5 };
/** Talk around the subject is all held out. */
const halves = Object.entries(REACHED).flatMap(([kind, limit]) => [false, true].map((heldOut) => ({ kind, limit, heldOut }))).filter(({ kind, heldOut }) => kind !== 'waffle' || heldOut);

describe('false answers that were written before their writer had seen a rule', () => {
  it.each(halves)('$kind: at most $limit on average, held out: $heldOut', ({ kind, limit, heldOut }) => {
    const own = grades.filter((one) => one.kind === kind && one.heldOut === heldOut);
    expect(own.length).toBeGreaterThanOrEqual(15);
    expect(mean(own.map(({ score }) => score))).toBeLessThanOrEqual(limit);
  });
});

describe('right answers that look like false ones', () => {
  it('score as right ones', () => {
    expect(honest.length).toBeGreaterThanOrEqual(90);
    expect(honest.filter((one) => !isFloored(one)).map(({ question }) => question)).toEqual([]);
  });

  it('carry no flag', () => {
    expect(honest.filter(({ flags }) => flags.length > 0).map(({ question, flags }) => [question, flags])).toEqual([]);
  });
});
