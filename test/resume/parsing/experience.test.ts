import { expect, it } from 'vitest';
import { yearsOfExperience } from '../../../src/resume/parsing/experience.ts';

const now = new Date('2024-07-15T00:00:00Z');

it.each([
  ['adds jobs one after the other', [{ start: '2018-01', end: '2020-01' }, { start: '2021-01', end: '2022-01' }], 3],
  ['counts two jobs at the same time once', [{ start: '2018-01', end: '2020-01' }, { start: '2019-01', end: '2021-01' }], 3],
  ['counts a job within another once', [{ start: '2018-01', end: '2022-01' }, { start: '2019-01', end: '2020-01' }], 4],
  ['counts an open end until now', [{ start: '2024-01', end: null }], 0.5],
  ['leaves out what has no start', [{ start: null, end: '2020-01' }, { start: '2018-01', end: '2019-01' }], 1],
  ['counts nothing of the future', [{ start: '2024-01', end: '2030-01' }], 0.5],
])('%s', (_, intervals, years) => {
  expect(yearsOfExperience(intervals, now)).toBe(years);
});

it('says null where no job has a date', () => {
  expect(yearsOfExperience([{ start: null, end: null }], now)).toBeNull();
});
