import { expect, it } from 'vitest';
import { leaningOf } from '../../src/interview/roles.ts';

it.each(['Engineering Manager', 'Team Lead', 'CTO', 'Scrum Master', 'Product Manager', 'Head of Engineering', 'VP Engineering', 'Senior Engineering Manager'])(
  'takes a %s for somebody who leads people',
  (role) => {
    expect(leaningOf(role, { otherDomains: [] })).toBe('people');
  },
);

it.each(['Pastry chef', 'Nurse', 'Restaurant Manager', 'Civil Engineer', 'High school teacher', 'Sales Manager', 'Wizard'])('knows nothing of the trade of a %s', (role) => {
  expect(leaningOf(role, { otherDomains: [] })).toBe('unknown-trade');
});

it.each([
  ['Backend Engineer', []],
  ['Senior Engineer', []],
  ['Software Developer for restaurants', []],
  ['Medical Data Analyst', []],
  ['Softwareentwickler', []],
  ['Lead Full Stack Developer', []],
  ['Java Developer', []],
  ['ソフトウェアエンジニア', []],
  // What the resume is about says what the name of the role does not.
  ['Founder', ['python', 'sql']],
])('asks a %s about the craft', (role, otherDomains) => {
  expect(leaningOf(role, { otherDomains })).toBe('craft');
});
