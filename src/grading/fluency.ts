import { isFunctionWord, isNegator } from './function-words.ts';
import table from './fluency.json' with { type: 'json' };
import type { Word } from './words.ts';

/** By the class of the word before, then by that of the word after. */
const pairs = new Map<string, Map<string, number>>();
for (const [pair, information] of Object.entries(table.pairs)) {
  const [before = '', after = ''] = pair.split(' ');
  const row = pairs.get(before) ?? new Map<string, number>();
  pairs.set(before, row.set(after, information));
}
const LEAST_PAIRS = 5;
const UNSEEN = table.unseen;

/**
 * How much likelier the words follow each other as they do than by chance: the
 * mean pointwise mutual information of neighbouring word classes. Sentences lie
 * well above 0, the same words in a random order about 0 or below. Undefined for
 * fewer than five pairs.
 */
export function fluencyOf(words: readonly Word[]): number | undefined {
  let sum = 0;
  let count = 0;
  let sentence = -1;
  let row: ReadonlyMap<string, number> | undefined;
  for (const word of words) {
    const own = word.keyword ? MATTER : word.form.wordClass;
    if (word.sentence === sentence) {
      sum += row?.get(own) ?? UNSEEN;
      count++;
    }
    sentence = word.sentence;
    row = pairs.get(own);
  }
  return count >= LEAST_PAIRS ? sum / count : undefined;
}

const ENDINGS = /(?:ing|ed|ly|tions?|ments?|ness|ity|ers?|ors?|al|ive|ous|able|ible|ful|ic|es|s)$/;

const MATTER = '*';

/** A word of grammar is its own class; a word of matter belongs to the class of its ending. */
export function classOf(word: string): string {
  if (isFunctionWord(word) || isNegator(word)) return word;
  if (/\d/.test(word)) return '#';
  const ending = word.length > 4 ? ENDINGS.exec(word)?.[0] : undefined;
  return ending ? `-${ending}` : MATTER;
}
