import { isFunctionWord, isNegator } from './function-words.ts';
import table from './fluency.json' with { type: 'json' };
import type { Word } from './words.ts';

/** By the class of the word before, then by that of the word after. */
const pairs = new Map(Object.entries<Record<string, number>>(table.after).map(([before, row]) => [before, new Map(Object.entries(row))]));
const LEAST_PAIRS = 5;
const UNSEEN = table.unseen;

/** How the words of a text follow each other. */
export interface Fluency {
  /**
   * How much likelier they follow each other as they do than by chance: the mean
   * pointwise mutual information of neighbouring word classes. Sentences lie well
   * above 0, the same words in a random order about 0 or below.
   */
  mean: number;
  /** Over how many pairs. */
  pairs: number;
}

/**
 * Reads the pairs that grammar makes: neighbours inside a piece, one of them a
 * word of grammar. Two words of matter side by side, or on both sides of a comma
 * or an arrow, tell notes from sentences, and nothing of their order.
 * Undefined for fewer than five pairs.
 */
export function fluencyOf(words: readonly Word[]): Fluency | undefined {
  let sum = 0;
  let count = 0;
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (!before || !word || !isGrammarPair(before, word)) continue;
    sum += pairs.get(classIn(before))?.get(classIn(word)) ?? UNSEEN;
    count++;
  }
  return count >= LEAST_PAIRS ? { mean: sum / count, pairs: count } : undefined;
}

/** Numbers stand anywhere. */
function isGrammarPair(before: Word, word: Word): boolean {
  const areNeighbours = word.sentence === before.sentence && word.start <= before.end + 1;
  return areNeighbours && (binds(before) || binds(word)) && before.form.wordClass !== NUMBER && word.form.wordClass !== NUMBER;
}

const binds = ({ keyword, form }: Word): boolean => !keyword && (form.grammar || form.negator);
const classIn = ({ keyword, form }: Word): string => (keyword ? MATTER : form.wordClass);

const ENDINGS = /(?:ing|ed|ly|tions?|ments?|ness|ity|ers?|ors?|al|ive|ous|able|ible|ful|ic|es|s)$/;

const MATTER = '*';
const NUMBER = '#';

/** A word of grammar is its own class; a word of matter belongs to the class of its ending. */
export function classOf(word: string): string {
  if (isFunctionWord(word) || isNegator(word)) return word;
  if (/\d/.test(word)) return NUMBER;
  const ending = word.length > 4 ? ENDINGS.exec(word)?.[0] : undefined;
  return ending ? `-${ending}` : MATTER;
}
