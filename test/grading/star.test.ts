import { describe, expect, it } from 'vitest';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { readStory } from '../../src/grading/star.ts';
import { readText } from '../../src/grading/words.ts';
import { failure, request, story } from './examples.ts';

const starOf = (answer: string) => readStory(readText(answer)).star;

describe('the parts of a story', () => {
  const star = starOf(story);

  it.each([
    ['situation', /Friday evening/],
    ['action', /I told my lead/],
    ['result', /40 seconds/],
    ['learning', /Since then/],
  ] as const)('has its %s, with the words that tell it', (part, words) => {
    expect(star[part]?.text).toMatch(words);
    expect(story.slice(star[part]?.start, star[part]?.end)).toBe(star[part]?.text);
  });

  it('has an owner and a number', () => {
    expect(star).toMatchObject({ ownership: 'i', quantified: true });
  });

  it('is found without any cue, by the order of telling', () => {
    const { situation, action, result } = starOf('The build took forty minutes. I cached the dependencies and split the suite. Everybody merged before lunch again.');
    expect([situation?.text, action?.text, result?.text]).toEqual([
      'The build took forty minutes',
      'I cached the dependencies and split the suite',
      'Everybody merged before lunch again',
    ]);
  });

  it.each([
    'We did that as a team. It was a lot of work and in the end it was a success.',
    'I wrote the importer. In the end everything worked out really well.',
    'I moved the service. The project was a big success and everybody was happy.',
  ])('has no result in praise alone: %s', (answer) => {
    expect(starOf(answer).result).toBeNull();
  });

  it.each([
    'As I explained above, that is how I saw it.',
    'In other words, I said what I said before.',
    'In the end it all worked out and we learned a lot from it.',
    'What I mean is exactly the same, I think.',
  ])('has no part in talk about the talk, wherever it stands: %s', (talk) => {
    const story = 'I rewrote the importer in Go and added an index to the orders table.';
    expect(starOf(`${talk} ${story}`)).toEqual({ ...starOf(story), action: expect.objectContaining({ text: story.slice(0, -1) }) as unknown });
    expect(starOf(`${story} ${talk}`)).toEqual(starOf(story));
  });

  it.each([
    'I sent the same key again: 25 down to 15. Then the provider agreed',
    'I added an index. Errors are at 15 now, from 25 to 15 in a month',
    'I moved it to a queue and it went from two days to half an hour.',
    'I wrote a cache. Pages open in 3 seconds instead of twelve.',
  ])('has its result, measured, in a number before and one after: %s', (answer) => {
    const { result, quantified } = starOf(answer);
    expect(result?.text).toMatch(/15|half an hour|twelve/);
    expect(quantified).toBe(true);
  });

  it.each([
    ['a guess', 'I wrote tests for the pricing. In the end bugs, well, it felt like half.'],
    ['years', 'I led the shop from 2019 to 2021 as a developer.'],
    ['a range', 'I tried 3 to 5 ways of caching.'],
  ])('has no measured result in %s', (_, answer) => {
    expect(starOf(answer).quantified).toBe(false);
  });

  it('has no outcome in a place one went to', () => {
    expect(starOf('I studied physics and went to a small consultancy.').result).toBeNull();
  });

  it.each([
    ['work that goes on', "I'm moving our jobs to a new runner and I've been writing the plan.", ['move', 'write']],
    ['no states and no wish', "I'm working at a bank, I'm looking for a job and I'm learning a lot.", []],
    ['no phrase', 'I took care to involve everybody and I made sure that all were heard.', []],
  ])('hears %s as steps', (_, answer, steps) => {
    expect(readStory(readText(answer)).steps.sort()).toEqual(steps);
  });

  it('counts coordinated steps, each once', () => {
    const { steps } = readStory(readText('I wrote the plan and moved the date. I moved it again.'));
    expect([...steps].sort()).toEqual(['move', 'write']);
  });
});

it.each([
  ['We planned it, we built it and our team shipped it.', 'we'],
  ['I planned it, and I built it.', 'i'],
  ['We planned it, then I built my part, we tested and I shipped.', 'mixed'],
  ['It was planned and built.', 'unclear'],
  ["We had a queue already and we're on premises, so I proposed a log and I moved it.", 'i'],
])('hears who acted: %s', (answer, ownership) => {
  expect(starOf(answer).ownership).toBe(ownership);
});

it('finds no detail and little matter in phrases, and names wherever they stand', () => {
  const phrases = readStory(readText('I was always a motivated, passionate and results-oriented professional who believed in innovation.'));
  const named = readStory(readText('I was a tester of the Playwright suite at a dentist supplier in Graz.'));
  expect([phrases.details.count, phrases.direction]).toEqual([0, null]);
  expect(named.details.count).toBeGreaterThanOrEqual(3);
  expect(named.matter).toBeGreaterThan(phrases.matter);
});

describe('a behavioural answer', () => {
  const evaluate = (answer: string) => gradeOffline(request(failure, answer));

  it('is excellent with situation, steps, result and learning', () => {
    expect(evaluate(story)).toMatchObject({ band: 4, star: { ownership: 'i', quantified: true } });
  });

  it('is poor as a general opinion', () => {
    const { band, feedback } = evaluate('Everybody makes mistakes. I would always tell my team at once and I try to learn from it, because honesty is important.');
    expect(band).toBe(1);
    expect(feedback).toMatch(/in general/);
  });

  it('is mixed where the teller cannot be seen', () => {
    const { band, improvements } = evaluate('In our last release we forgot a migration and the site was down. We fixed it together and talked about it in the retro.');
    expect(band).toBeLessThanOrEqual(2);
    expect(improvements.map(({ text }) => text).join(' ')).toMatch(/“I”|steps/);
  });

  it('asks for the end that a story lacks', () => {
    const { improvements } = evaluate('Last year I dropped a table in production by mistake. I told my manager and I restored the backup.');
    expect(improvements.map(({ text }) => text)).toContainEqual(expect.stringMatching(/how it ended/));
  });

  it('earns little as a story of another life', () => {
    const other = 'Last summer we climbed a mountain. The weather turned, I put up the tent and cooked soup. In the morning the sun came out and the view was wonderful.';
    expect(evaluate(other).score).toBeLessThan((evaluate(story).score ?? 0) - 0.2);
  });
});
