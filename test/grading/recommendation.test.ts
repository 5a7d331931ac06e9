import { expect, it } from 'vitest';
import { recommendHiring } from '../../src/grading/recommendation.ts';
import type { Band } from '../../src/schemas/evaluation.ts';

const technical = (...bands: Band[]) => bands.map((band) => ({ band, type: 'technical' }));
const behavioral = (...bands: Band[]) => bands.map((band) => ({ band, type: 'behavioral' }));

it.each([
  ['excellent answers', technical(4, 4, 3, 4), 'strong yes'],
  ['good answers', technical(3, 3, 3, 4), 'yes'],
  ['answers between mixed and good', technical(3, 2, 3, 2), 'leaning yes'],
  ['mixed answers', technical(2, 2, 2, 3), 'no'],
  ['poor answers', technical(1, 1, 1, 2), 'strong no'],
  ['excellent answers with a poor one', technical(4, 4, 4, 1), 'leaning yes'],
  ['two answers', technical(4, 4), 'insufficient evidence'],
  ['none', [], 'insufficient evidence'],
  ['excellent skill with no story at all', [...technical(4, 4, 4, 4, 4, 4, 4, 4), ...behavioral(1, 1)], 'leaning yes'],
])('%s', (_, questions, recommendation) => {
  expect(recommendHiring(questions).recommendation).toBe(recommendation);
});

it('says how it came about', () => {
  expect(recommendHiring(technical(4, 3, 3)).reason).toBe('The mean band of 3 graded answers is 3.3 of 4 (1 excellent, 2 good).');
  expect(recommendHiring(technical(4)).reason).toBe('There is 1 graded answer; the rule needs 3.');
});
