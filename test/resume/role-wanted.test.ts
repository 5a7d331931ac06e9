import { expect, it } from 'vitest';
import { roleWanted } from '../../src/resume/role-wanted.ts';
import type { WorkEntry } from '../../src/schemas/resume.ts';

function job(title: string | null, start: string | null = '2020-01', end: string | null = '2022-01'): WorkEntry {
  return { company: 'Acme', title, place: null, start, end, skills: [], page: 1, line: 1 };
}

it.each([
  ['Data Analyst (Contract)', 'Data Analyst'],
  ['Data Analyst (Contract, Remote)', 'Data Analyst'],
  ['Backend Developer - Freelance', 'Backend Developer'],
  ['Freelance Backend Developer', 'Backend Developer'],
  ['Backend Developer, part-time', 'Backend Developer'],
  ['Softwareentwickler (m/w/d)', 'Softwareentwickler'],
  ['Software Engineer (Payments)', 'Software Engineer (Payments)'],
  ['Head of Platform, Europe', 'Head of Platform, Europe'],
  ['Junior Data Analyst', 'Junior Data Analyst'],
  ['Software Engineer Intern', 'Software Engineer'],
  ['Software Engineering Intern', 'Software Engineer'],
  ['Web Development Internship', 'Web Developer'],
  ['JAVA Intern', 'JAVA Developer'],
  ['Intern', null],
])('takes from "%s" the role "%s"', (title, role) => {
  expect(roleWanted({ work: [job(title)] })).toBe(role);
});

it('takes the newest title, wherever it stands', () => {
  expect(roleWanted({ work: [job('Barista', '2012-01', '2014-01'), job('Data Analyst', '2021-01', null)] })).toBe('Data Analyst');
});

it('leaves an internship that goes on what it is', () => {
  expect(roleWanted({ work: [job('Data Science Intern', '2024-01', null)] })).toBe('Data Science Intern');
});

it('passes over what says nothing', () => {
  expect(roleWanted({ work: [job('Intern', '2023-01', '2023-03'), job('Web Developer', '2020-01', '2022-01')] })).toBe('Web Developer');
  expect(roleWanted({ work: [job(null)] })).toBeNull();
});
