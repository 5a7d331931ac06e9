import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/grading/knowledge.ts';
import type { Signs } from '../../src/grading/signs.ts';
import { readText } from '../../src/grading/words.ts';
import { collision, collisionByPoints, good, request } from './examples.ts';

const signsOf = (answer: string, question = collision): Signs => readKnowledge(request(question, answer), readText(answer)).signs;
const reference = collision.rubric.reference ?? '';

describe('the signs of an answer', () => {
  it('are 1 for the reference, and 0 where nothing is told', () => {
    for (const sign of Object.values(signsOf(reference))) expect(sign).toBeGreaterThan(0.99);
    expect(signsOf('I like cooking.')).toEqual({ firmPoints: 0, recall: 0, words: 0, boundWords: 0, focus: 0 });
  });

  it.each([
    ['filler', `That is a good question. ${good} I hope that answers it.`],
    ['a sentence said again', `${good} ${good}`],
    ['another order of the sentences', good.split('. ').reverse().map((one) => one.replace(/\.?$/, '.')).join(' ')],
  ])('stay as they are with %s', (_, answer) => {
    const [before, after] = [signsOf(good), signsOf(answer)];
    for (const name of Object.keys(before) as (keyof Signs)[]) expect(after[name]).toBeCloseTo(before[name], 9);
  });

  it('lie between 0 and 1, and no more words are bound than said', () => {
    for (const answer of [good, 'Two keys in the same bucket.', 'keys, bucket, list, slot, lookup']) {
      const signs = signsOf(answer);
      for (const sign of Object.values(signs)) expect(sign >= 0 && sign <= 1).toBe(true);
      expect(signs.boundWords).toBeLessThanOrEqual(signs.words);
    }
  });

  it('count the first words of the reference most', () => {
    const { words, recall } = signsOf('Two keys map to the same bucket.');
    expect(words).toBeGreaterThan(recall);
    expect(signsOf(good).words).toBeGreaterThan(words);
  });

  it('lose focus with matter that the rubric does not have', () => {
    const { focus } = signsOf('Two different keys map to the same bucket.');
    expect(signsOf('Two different keys map to the same bucket of the warehouse in Rotterdam with blue forklifts.').focus).toBeLessThan(0.7 * focus);
  });

  it('show little focus by a word or two, and more the more is said to the point', () => {
    const { focus } = signsOf('Two different keys map to the same bucket.');
    expect(signsOf('There is a linked list.').focus).toBeLessThan(focus);
    expect(signsOf(good).focus).toBeGreaterThan(focus);
  });

  it('come from the key points where there is no reference', () => {
    const signs = signsOf(good, collisionByPoints);
    expect(signs.recall).toBeGreaterThan(0.4);
    expect(signs.firmPoints).toBeGreaterThan(0.4);
  });
});
