import { describe, expect, it } from 'vitest';
import { indexAnswer } from '../../src/grading/alignment.ts';
import { seek } from '../../src/grading/coverage.ts';
import { howTold, type Told, worthOf } from '../../src/grading/told.ts';
import { readText } from '../../src/grading/words.ts';

/** How all sentences of an answer together tell a wording; `question` gives words away. */
function told(wording: string, answer: string, question = ''): Told {
  const [text, said] = [readText(wording), readText(answer)];
  const given = new Set(readText(question).content.map(({ stem }) => stem));
  return howTold(text, seek(text, indexAnswer(said), given), said.sentences.map((_, place) => place), 0, said.sentences.length);
}
const worth = (wording: string, answer: string): number => worthOf(told(wording, answer));
const wording = 'The consumer commits its offset.';

describe('a wording is told', () => {
  it('in full by itself', () => {
    expect(told(wording, wording)).toEqual({ found: 1, bound: 1, ordered: 1, turned: 0, boundWords: 3 });
    expect(worth(wording, wording)).toBeCloseTo(1);
  });

  it('by its words near each other, though in another order', () => {
    const { found, bound, ordered } = told(wording, 'The offset, committed by the consumer.');
    expect([found, bound, ordered]).toEqual([1, 1, 0]);
  });

  it.each([
    ['in sentences of their own', 'There is a consumer. Somebody commits. It has an offset.'],
    ['far from each other', 'A consumer, which can be any program that reads messages from the log of a topic, commits what it has done so far, wherever it is now, and that may be an offset.'],
  ])('loosely by its words %s', (_, answer) => {
    const { found, bound, boundWords } = told(wording, answer);
    expect(found).toBe(1);
    expect([bound, boundWords]).toEqual([0, 0]);
  });

  it('in full by its only word', () => {
    expect(told('Idempotence', 'It is about idempotence.')).toMatchObject({ found: 1, bound: 1, ordered: 1 });
  });

  it('not at all by other words', () => {
    expect(told(wording, 'A banana is yellow.')).toEqual({ found: 0, bound: 0, ordered: 0, turned: 0, boundWords: 0 });
  });

  it('with the words that the question gave, which are bound and not new', () => {
    expect(told(wording, wording, 'What does a consumer commit?')).toMatchObject({ bound: 1, boundWords: 1 });
  });

  it('by the sentences from one place to before another alone', () => {
    const [text, said] = [readText(wording), readText(`It is late. ${wording}`)];
    const sought = seek(text, indexAnswer(said), new Set());
    expect(howTold(text, sought, [0, 1], 0, 1).found).toBe(0);
    expect(howTold(text, sought, [0, 1], 1, 2).found).toBe(1);
  });
});

describe('the worth of a wording', () => {
  it.each([
    ['near each other than apart', 'An offset is what the consumer commits.', 'There is a consumer. Somebody commits. It has an offset.'],
    ['in the order of the wording than in another', wording, 'The offset, committed by the consumer.'],
    ['said than denied', wording, 'The consumer does not commit its offset.'],
  ])('is higher with its words %s', (_, better, worse) => {
    expect(worth(wording, better)).toBeGreaterThan(worth(wording, worse));
  });

  it('is never more than the share of its words that are there', () => {
    for (const answer of [wording, 'The consumer commits.', 'Its offset.', 'The consumer never commits an offset.', 'A banana.']) {
      const one = told(wording, answer);
      expect(worthOf(one)).toBeLessThanOrEqual(one.found + 1e-9);
    }
  });
});
