import { describe, expect, it } from 'vitest';
import { bestOffer, hitsBySentence, indexAnswer } from '../../src/grading/alignment.ts';
import { splitSentences } from '../../src/grading/sentences.ts';
import { readText } from '../../src/grading/words.ts';

function similarity(reference: string, answer: string): number {
  const [word] = readText(reference).content;
  return word ? (bestOffer(hitsBySentence(word, indexAnswer(readText(answer))))?.similarity ?? 0) : 0;
}

describe('a word of the reference is met by', () => {
  it.each([
    ['itself', 'index', 'an index', 1],
    ['another form of it', 'stored', 'it stores them', 1],
    ['an irregular form of it', 'written', 'I wrote it', 1],
    ['its two halves', 'deadlock', 'a dead lock', 1],
    ['a misspelling', 'polymorphism', 'polymorhpism', 0.9],
    ['a synonym', 'mutex', 'a lock', 0.85],
    ['a phrase of the same meaning', 'fifo', 'first in, first out', 0.85],
    ['another notation', 'O(N * log N)', 'it takes n log n', 0.85],
  ])('%s', (_, reference, answer, expected) => {
    expect(similarity(reference, answer)).toBe(expected);
  });
});

it.each([
  ['the opposite with nearly the same letters', 'increase', 'decrease'],
  ['a known word that is one letter away', 'packet', 'pocket'],
  ['a word of another subject', 'mutex', 'a banana'],
  ['grammar', 'index', 'it is in the of'],
])('a word of the reference is not met by %s', (_, reference, answer) => {
  expect(similarity(reference, answer)).toBe(0);
});

it.each(['O(n^2)', 'O( n² )', 'O(N*N)', 'o(n^2)'])('reads %s as one notation', (notation) => {
  expect(readText(`It is ${notation}.`).words.map(({ text }) => text)).toContain('o(n^2)');
});

it('gives each word the offsets of the text as it was given', () => {
  const text = 'C++ isn’t Node.js; 3.5% of it’s “O(n)” – naïve…';
  for (const { start, end, text: word } of readText(text).words) {
    if (!word.startsWith('o(')) expect(text.slice(start, end).toLowerCase().replace('’', "'")).toBe(word);
  }
});

it('cuts speech without full stops where a speaker would breathe', () => {
  const speech = 'so what I did was I looked at the logs and then I saw that the queue was full because nobody had restarted the worker and so I restarted it and then I wrote a check that tells us next time';
  expect(splitSentences(speech).length).toBeGreaterThan(2);
});

it('does not end a sentence inside "e.g." or a number', () => {
  expect(splitSentences('Use a cache, e.g. Redis. It takes 3.5 ms.')).toHaveLength(2);
});

it('ends a sentence at a number after a preposition, and begins a point of a list at one that stands alone', () => {
  expect(splitSentences('Errors went down to 15. Then we stopped.')).toHaveLength(2);
  const list = 'Two steps: 1. Plan it 2. Build it';
  expect(splitSentences(list).map(({ start, end }) => list.slice(start, end))).toContain('Plan it');
});
