import { expect, it } from 'vitest';
import { orderResumePoints } from '../../src/interview/resume-points.ts';
import type { Claim, WorkEntry } from '../../src/schemas/resume.ts';

function claim(id: string, overrides: Partial<Claim> = {}): Claim {
  return { id, text: `Built the thing number ${id} for the whole company`, page: 1, line: Number(id.slice(1)), status: 'untouched', action: 'built', skills: [], numbers: [], entry: id, ...overrides };
}

const idsOf = (claims: Claim[]) => claims.map(({ id }) => id);

it('asks about defended claims last, and about shaky ones before the untouched', () => {
  const claims = [claim('c1', { status: 'defended' }), claim('c2'), claim('c3', { status: 'shaky' })];
  expect(idsOf(orderResumePoints(claims, { wantedSkills: [] }))).toEqual(['c3', 'c2', 'c1']);
});

it('puts forward what the job wants', () => {
  const claims = [claim('c1', { skills: ['Perl'] }), claim('c2', { skills: ['Kafka'] })];
  expect(idsOf(orderResumePoints(claims, { wantedSkills: [] }))).toEqual(['c1', 'c2']);
  expect(idsOf(orderResumePoints(claims, { wantedSkills: ['Kafka'] }))).toEqual(['c2', 'c1']);
});

it('asks about each job once before it asks about one twice', () => {
  const claims = [claim('c1', { entry: 'A', numbers: ['1%'] }), claim('c2', { entry: 'A', numbers: ['2%'] }), claim('c3', { entry: 'B' })];
  expect(idsOf(orderResumePoints(claims, { wantedSkills: [] }))).toEqual(['c1', 'c3', 'c2']);
});

it('asks once about what stands under two jobs', () => {
  const text = 'Set up the build servers for the whole company.';
  const claims = [claim('c1', { text, entry: 'A' }), claim('c2', { text: `• ${text.toUpperCase()}`, entry: 'B' })];
  expect(idsOf(orderResumePoints(claims, { wantedSkills: [] }))).toEqual(['c1']);
});

function job(company: string, start: string, end: string | null, line: number, title = 'Engineer'): WorkEntry {
  return { company, title, place: null, start, end, skills: [], page: 1, line };
}

it('asks about what goes on now before a better line of long ago', () => {
  const work = [job('Now Ltd', '2021-03', null, 1), job('Then Ltd', '2015-01', '2019-05', 10)];
  const claims = [claim('c12', { entry: 'Then Ltd', skills: ['Perl'] }), claim('c2', { entry: 'Now Ltd' })];
  expect(idsOf(orderResumePoints(claims, { wantedSkills: [], work }))).toEqual(['c2', 'c12']);
});

it('asks twice about the job of now before it asks about an internship of long ago', () => {
  const work = [job('Now Ltd', '2016-06', null, 1), job('Then Ltd', '2015-06', '2015-08', 10, 'Intern')];
  const claims = [claim('c11', { entry: 'Then Ltd', numbers: ['10%'] }), claim('c2', { entry: 'Now Ltd' }), claim('c3', { entry: 'Now Ltd' })];
  expect(idsOf(orderResumePoints(claims, { wantedSkills: [], work }))).toEqual(['c2', 'c3', 'c11']);
});

it('keeps two jobs in one company apart', () => {
  const work = [job('Acme', '2020-01', null, 1), job('Acme', '2015-01', '2019-12', 10)];
  const claims = [claim('c11', { entry: 'Acme', numbers: ['10%'] }), claim('c2', { entry: 'Acme' }), claim('c3', { entry: 'Acme' })];
  expect(idsOf(orderResumePoints(claims, { wantedSkills: [], work }))).toEqual(['c2', 'c11', 'c3']);
});

it('leaves out what says only that somebody was there', () => {
  const claims = [claim('c1', { text: 'Participation in Stand up Calls, Scrum Calls and Retrospective Meetings.' }), claim('c2')];
  expect(idsOf(orderResumePoints(claims, { wantedSkills: [] }))).toEqual(['c2']);
});
