import { describe, expect, it } from 'vitest';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { readStory } from '../../src/grading/star.ts';
import { readText } from '../../src/grading/words.ts';
import { failure, request, story } from './examples.ts';

const blames = (answer: string) => readStory(readText(answer)).blame !== null;

describe('a story that runs somebody down', () => {
  it.each([
    'He was incompetent and jealous.',
    'My manager was just useless.',
    'They are lazy, so I did it alone.',
    'The team was so toxic that I moved on.',
    'Those idiots broke the build again.',
    'It was entirely her fault.',
  ])('is heard to: %s', (sentence) => {
    expect(blames(sentence)).toBe(true);
  });

  it.each([
    'They were lazy loading the images.',
    'The test suite was useless, and I rewrote it.',
    'He said the team was lazy, and I asked him what he had seen.',
    'It was my fault, and I said so at once.',
    'I was stupid enough to deploy on a Friday.',
    'She disagreed with me, and the review took two days.',
  ])('is not seen in: %s', (sentence) => {
    expect(blames(sentence)).toBe(false);
  });

  it('is no good one, however well it is told, and its feedback says why', () => {
    const told = gradeOffline(request(failure, story));
    const blaming = gradeOffline(request(failure, `${story} My lead was incompetent.`));
    expect(told.band).toBeGreaterThanOrEqual(3);
    expect(blaming).toMatchObject({ band: 2, feedback: expect.stringContaining('what was wrong with the other person') as unknown });
    expect(blaming.improvements[0]?.text).toContain('My lead was incompetent');
  });
});

describe('an introduction', () => {
  it.each(["I'm a staff engineer with fifteen years in storage.", 'I have worked as a developer since 2012.', 'I studied physics and came to data from there.', 'Twelve years of backend work, most of it in Go.'])('says who one is: %s', (sentence) => {
    expect(readStory(readText(sentence), undefined, false).star.situation).not.toBeNull();
  });
});
