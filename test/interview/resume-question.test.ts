import { describe, expect, it } from 'vitest';
import { resumeQuestion } from '../../src/interview/resume-question.ts';
import { readWording } from '../../src/interview/wording.ts';
import type { Claim } from '../../src/schemas/resume.ts';
import { interviewState } from '../helpers/states.ts';

const wording = readWording();

function claim(text: string, skills: string[] = [], numbers: string[] = []): Claim {
  return { id: `c-${text}`, text, page: 1, line: 4, status: 'untouched', action: 'built', skills, numbers, entry: null };
}

function asked(claims: Claim[], seed: number): string[] {
  const { settings } = interviewState();
  return claims.map((one, index) => resumeQuestion(interviewState({ settings: { ...settings, seed }, resumePoints: claims, currentResumePointIndex: index }), one, wording));
}

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe('a question about a line of the resume', () => {
  it.each([
    ['Led the move from one Rails application to six Node.js services', ['Ruby on Rails', 'Node.js']],
    ['Replaced MySQL with PostgreSQL', ['MySQL', 'PostgreSQL']],
    ['Moved the search off Solr', ['Solr']],
    ['Creating SQL scripts for the monthly report', ['SQL']],
    ['Wrote the pages in HTML and CSS', ['HTML', 'CSS']],
    ['Introduced Agile and Git to the team', ['Agile', 'Git']],
  ])('never asks of "%s" why not something else', (text, skills) => {
    for (const seed of seeds) expect(asked([claim(text, skills)], seed)[0]).not.toMatch(/not something else|in place of|Ruby on Rails|with (?:MySQL|SQL|HTML|Git|Solr)\b.*\?$/u);
  });

  it('asks about the choice of what was chosen', () => {
    for (const seed of seeds) expect(asked([claim('Built the ledger on Kafka', ['Kafka'])], seed)[0]).toMatch(/Why Kafka|in place of Kafka/u);
  });

  it.each([
    ['numbers', Array.from({ length: 6 }, (_, index) => claim(`Cut the cost of part ${index} by 2${index}%`, [], [`2${index}%`]))],
    ['tools', ['Kafka', 'Redis', 'React', 'Perl', 'Docker', 'AWS'].map((skill) => claim(`Built the thing with ${skill} and kept it going`, [skill]))],
    ['neither', Array.from({ length: 6 }, (_, index) => claim(`Kept the release number ${'x'.repeat(index)} going`))],
  ])('asks the same of no two claims with %s', (_, claims) => {
    for (const seed of seeds) {
      const sentences = asked(claims, seed).map((text, index) => text.split('" ')[1]?.replace(claims[index]?.skills[0] ?? '\0', 'it'));
      expect(new Set(sentences).size).toBe(claims.length);
    }
  });

  it.each([
    ['Cut the bill by 25%', '"Cut the bill by 25%." '],
    ['Cut the bill by 25%.', '"Cut the bill by 25%." '],
    ['Cut the bill by 25%;', '"Cut the bill by 25%." '],
    ['Why not? I cut it!', '"Why not? I cut it!" '],
  ])('ends the quote of "%s" before it asks', (text, quote) => {
    expect(asked([claim(text, [], ['25%'])], 1)[0]).toContain(quote);
  });
});
