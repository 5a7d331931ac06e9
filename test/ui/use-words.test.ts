import { describe, expect, it } from 'vitest';
import { dollars, grouped, roundTokens, useInShort, useInWords } from '../../src/ui/use-words.ts';
import { USED } from '../helpers/scripted-desk.ts';

describe('what models took', () => {
  it('is three things on the status line, or the one that matters most', () => {
    expect(useInShort(USED)).toEqual({ parts: ['3 calls', '4.1k tokens', '$0.012'], least: ['$0.012'] });
  });

  it('is not guessed where the price is not known', () => {
    expect(useInShort({ ...USED, costUsd: null })).toEqual({ parts: ['3 calls', '4.1k tokens', 'price unknown'], least: ['4.1k tokens'] });
  });

  it('is nothing where no model is used, or none was asked yet', () => {
    expect(useInShort(null).parts).toEqual([]);
    expect(useInShort({ ...USED, calls: 0 }).parts).toEqual([]);
  });

  it.each([
    ['is a sentence at the end', USED, 'Models: 3 calls to models.example; 3,800 tokens sent and 320 received; $0.012; 4.2 s of waiting.'],
    ['names the calls that came to nothing', { ...USED, failed: 1 }, 'Models: 3 calls (1 without a reply) to models.example; 3,800 tokens sent and 320 received; $0.012; 4.2 s of waiting.'],
    ['says so when nobody was asked', { ...USED, calls: 0 }, 'Models: no call was made.'],
  ])('%s', (_, use, words) => {
    expect(useInWords(use)).toBe(words);
  });
});

it.each([
  [null, 'price unknown'],
  [0, '$0.00'],
  [0.00004, 'less than $0.0001'],
  [0.0012, '$0.0012'],
  [0.119874, '$0.120'],
  [12.5, '$12.50'],
])('writes %s dollars as %s', (cost, words) => {
  expect(dollars(cost)).toBe(words);
});

it.each([
  [812, '812', '812'],
  [4_120, '4.1k', '4,120'],
  [9_960, '10k', '9,960'],
  [1_234_567, '1235k', '1,234,567'],
])('writes %i tokens as %s, or as %s', (tokens, round, exact) => {
  expect([roundTokens(tokens), grouped(tokens)]).toEqual([round, exact]);
});
