import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packagePath } from '../../src/package-root.ts';
import { type CoveredPair, stateOf } from '../helpers/covered-pairs.ts';

const pairs = readFileSync(packagePath('fixtures/grading/covered-pairs.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as CoveredPair);

it('has at least 200 pairs of answer and key point that a person judged', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(200);
  expect(new Set(pairs.map(({ judged }) => judged))).toEqual(new Set(['covered', 'partly', 'missed']));
});

it('says "covered" wrongly in at most 15% of the cases, half-told points counted as wrong', () => {
  const covered = pairs.filter((pair) => stateOf(pair) === 'covered');
  expect(covered.length).toBeGreaterThan(40);
  expect(covered.filter(({ judged }) => judged !== 'covered').length / covered.length).toBeLessThanOrEqual(0.15);
});

it('overlooks a told point altogether in at most 15% of the cases', () => {
  const told = pairs.filter(({ judged }) => judged === 'covered');
  expect(told.filter((pair) => stateOf(pair) === 'missed').length / told.length).toBeLessThanOrEqual(0.15);
});
