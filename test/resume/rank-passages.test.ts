import { expect, it } from 'vitest';
import { passageRank } from '../../src/resume/rank-passages.ts';

const rank = (query: string, text: string, entryIndex: number | null = 0) => passageRank(query, { text, entryIndex }, 0.4);

it.each([
  ['a passage that has the word beats one that has not', rank('Kafka', 'Moved orders to Kafka.'), rank('Kafka', 'Moved orders to a queue.')],
  ['more words of the query beat fewer', rank('Kafka consumer lag', 'Brought the consumer lag of Kafka down.'), rank('Kafka consumer lag', 'Ran Kafka.')],
  ['a job beats a list of names', rank('Go', 'Wrote it in Go.'), rank('Go', 'Go, Rust, SQL', null)],
  ['a name with signs is a word of its own', rank('Node.js', 'Services in Node.js.'), rank('Node.js', 'Every node of the cluster.')],
])('%s', (_, better, worse) => {
  expect(better).toBeGreaterThan(worse);
});

it('is the cosine where no word is shared', () => {
  expect(rank('Haskell', 'Moved orders to Kafka.', null)).toBe(0.4);
  expect(rank('', 'Moved orders to Kafka.', null)).toBe(0.4);
});
