import { expect, it } from 'vitest';
import { orderResumePoints } from '../../src/interview/resume-points.ts';
import type { Claim } from '../../src/schemas/resume.ts';

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
