import { describe, expect, it } from 'vitest';
import { findDates, isDateOnly, withoutDates } from '../../../src/resume/parsing/dates.ts';

describe('a span of time', () => {
  it.each([
    ['Jan 2019 - Present', '2019-01', null],
    ['January 2019 – March 2021', '2019-01', '2021-03'],
    ['Mar, 2021 - Sept, 2022', '2021-03', '2022-09'],
    ["Jun '16 – Aug '17", '2016-06', '2017-08'],
    ['2021-03-01 — 2022-02-28', '2021-03', '2022-02'],
    ['03/2021 - 05/2022', '2021-03', '2022-05'],
    ['01.03.2019 bis 31.12.2020', '2019-03', '2020-12'],
    ['3/25/2019 - 4/1/2020', '2019-03', '2020-04'],
    ['2015 - 2018', '2015-01', '2018-12'],
    ['2015-18', '2015-01', '2018-12'],
    ['Jan - Mar 2019', '2019-01', '2019-03'],
    ['Q3 2019 - Q1 2020', '2019-07', '2020-03'],
    ['Summer 2018 - Fall 2018', '2018-06', '2018-11'],
    ['2021-03 —', '2021-03', null],
    ['since 2020', '2020-01', null],
    ['June 2016 to till date', '2016-06', null],
    ['März 2019 – heute', '2019-03', null],
    ['seit 04/2018', '2018-04', null],
    ['août 2016 à juin 2018', '2016-08', '2018-06'],
    ['depuis janv. 2019', '2019-01', null],
    ['enero de 2018 – actualidad', '2018-01', null],
    ['2015年4月 - 現在', '2015-04', null],
    ['2024-03 - 2018-01', '2018-01', '2024-03'],
  ])('is read from "%s"', (text, start, end) => {
    expect(findDates(text)).toMatchObject([{ start, end, range: true }]);
  });
});

it.each([
  ['Acme Corp   Jan 2019 - Present', 'Acme Corp'],
  ['Engineer (2018-01 - 2019-02)', 'Engineer'],
  ['Engineer | Mar 2018 – Feb 2019 (1 year)', 'Engineer |'],
])('takes the dates out of "%s"', (text, rest) => {
  expect(withoutDates(text).trim()).toBe(rest);
});

it.each([
  ['2019 - 2021', true],
  ['Mar 2018 – Feb 2019 · 1 year', true],
  ['Acme 2019', false],
  ['served customers', false],
])('knows whether "%s" is a date alone: %s', (text, alone) => {
  expect(isDateOnly(text)).toBe(alone);
});

it('takes money, numbers to dial and versions for no date', () => {
  expect(findDates('$2010 saved, +492015, v2019.5x')).toEqual([]);
});
