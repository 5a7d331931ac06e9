import { describe, expect, it } from 'vitest';
import { cleanQuestion, countWords, firstQuestion, isUntidy, MOST_WORDS } from '../../../src/interview/agents/tidy-question.ts';

it.each([
  ['folds white space', ' What is\n  a lock? ', 'What is a lock?'],
  ['drops a number', '1. What is a lock?', 'What is a lock?'],
  ['drops a label', 'Question 2: What is a lock?', 'What is a lock?'],
  ['drops quotes around the whole', '"What is a lock?"', 'What is a lock?'],
  ['keeps quotes inside', 'You wrote "fast": why?', 'You wrote "fast": why?'],
  ['keeps a bare question', 'What is a lock?', 'What is a lock?'],
])('%s', (_, raw, clean) => {
  expect(cleanQuestion(raw)).toBe(clean);
});

describe('of what a model wrote', () => {
  it.each([
    ['a preamble goes', 'Sure, here is a question:\n\n**What is a lock?**', 'What is a lock?'],
    ['praise goes', 'Great answer! Now, how would you use a lock?', 'Now, how would you use a lock?'],
    ['a preamble in one breath goes', 'Okay, what is a lock, e.g. in SQL?', 'What is a lock, e.g. in SQL?'],
    ['quotes behind a preamble go', 'Here’s one: "What is a lock?"', 'What is a lock?'],
    ['headings go', '### Question\nWhat is a lock?', 'What is a lock?'],
    ['a quoted line is a line', '> What is a lock?', 'What is a lock?'],
    ['fences go', '```\nWhat is a lock?\n```', 'What is a lock?'],
    ['a sample answer goes', 'What is a lock?\n\n**Sample answer:** It keeps others out.', 'What is a lock?'],
    ['notes go', 'What is a lock?\nNote: this tests concurrency.\nMore of it.', 'What is a lock?'],
    ['of several, the first stays', '1. What is a lock?\n2. What is a mutex?', 'What is a lock?'],
    ['of several in a line, the first stays', 'What is a lock? And what is a mutex?', 'What is a lock?'],
    ['what is said twice is said once', 'You used locks. You used locks. Why?', 'You used locks. Why?'],
    ['what leads up to it stays', 'You cut the p99. How did you find the cause?', 'You cut the p99. How did you find the cause?'],
    ['a request is a question', 'Tell me about a lock. Take your time.', 'Tell me about a lock.'],
    ['a question inside of quotes is none', 'You wrote "is it fast?" there. Why was it not?', 'You wrote "is it fast?" there. Why was it not?'],
    ['code stays', 'What does `SELECT *` cost, and `a * b`, and __init__?', 'What does `SELECT *` cost, and `a * b`, and __init__?'],
  ])('%s', (_, raw, tidy) => {
    expect(firstQuestion(raw)).toBe(tidy);
    expect(isUntidy(raw)).toBe(raw !== tidy);
    expect(isUntidy(tidy)).toBe(false);
  });

  it('what leads up to it goes where it is too long', () => {
    const raw = `You wrote a great many things on many pages. ${Array.from({ length: 5 }, (_, place) => `The thing number ${place} was one that took you a long while to do.`).join(' ')} What is a lock?`;
    const tidy = firstQuestion(raw);
    expect(countWords(raw)).toBeGreaterThan(MOST_WORDS);
    expect(countWords(tidy)).toBeLessThanOrEqual(MOST_WORDS);
    expect(tidy).toMatch(/^The thing number \d .* What is a lock\?$/u);
  });
});
