import { describe, expect, it } from 'vitest';
import { FLOOR_KINDS, FLOOR_LIMITS, makeFloorSuite } from '../../src/grading/floor-suite.ts';
import { requestFor } from '../../src/grading/gold.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { readPackQuestions } from '../measure/pack-questions.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';

const questions = readPackQuestions()
  .filter(({ type }) => type !== 'behavioral')
  .filter((_, index) => index % 3 === 0)
  .map((question) => requestFor(question, '').question);

it('makes the same suite from the same questions and seed', () => {
  expect(makeFloorSuite(questions.slice(0, 5))).toEqual(makeFloorSuite(questions.slice(0, 5)));
  expect(makeFloorSuite(questions.slice(0, 5), 'known', 2)).not.toEqual(makeFloorSuite(questions.slice(0, 5)));
});

it('has every kind for every question', () => {
  const suite = makeFloorSuite(questions.slice(0, 5), 'heldOut');
  expect(suite.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => FLOOR_KINDS).flat());
});

describe.each(['known', 'heldOut'] as const)('over the built-in packs, in %s wordings', (wording) => {
  const suite = makeFloorSuite(questions, wording).map(({ kind, request }) => ({ kind, score: gradeOffline(request).score ?? 0 }));

  it.each(Object.entries(FLOOR_LIMITS))('%s keeps its limit', (kind, limit) => {
    const average = mean(suite.filter((answer) => answer.kind === kind).map(({ score }) => score));
    if ('atMost' in limit) expect(average).toBeLessThanOrEqual(limit.atMost);
    else expect(average).toBeGreaterThanOrEqual(limit.atLeast);
  });
});
