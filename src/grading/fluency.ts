import { isFunctionWord, isNegator } from './function-words.ts';
import table from './fluency.json' with { type: 'json' };
import type { Word } from './words.ts';

const LEAST_PAIRS = 5;
const MATTER = '*';
const NUMBER = '#';

/** The classes by number; 0 is none of those that were seen. */
const names = table.classes.split(' ');
const classes = new Map(names.map((name, at) => [name, at + 1]));
const written = new Map(Object.entries(table.after));

/** For each class how much likelier others follow it than by chance. A row is read when a text has a word of its class. */
const rows: Float64Array[] = [];

function rowAfter(before: number): Float64Array {
  return (rows[before] ??= readRow(written.get(names[before - 1] ?? '') ?? ''));
}

/** A row is written as "a -0.45 again 0.9". */
function readRow(row: string): Float64Array {
  const values = new Float64Array(classes.size + 1).fill(table.unseen);
  const fields = row.split(' ');
  for (let at = 0; at + 1 < fields.length; at += 2) values[numberOf(fields[at] ?? '')] = Number(fields[at + 1]);
  return values;
}

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
    sum += rowAfter(classIn(before))[classIn(word)] ?? table.unseen;
    count++;
  }
  return count >= LEAST_PAIRS ? { mean: sum / count, pairs: count } : undefined;
}

/** Numbers stand anywhere. */
function isGrammarPair(before: Word, word: Word): boolean {
  const areNeighbours = word.sentence === before.sentence && word.start <= before.end + 1;
  return areNeighbours && (binds(before) || binds(word)) && before.form.wordClass !== NUMBERS && word.form.wordClass !== NUMBERS;
}

const binds = ({ keyword, form }: Word): boolean => !keyword && (form.grammar || form.negator);
const classIn = ({ keyword, form }: Word): number => (keyword ? MATTERS : form.wordClass);

function numberOf(name: string): number {
  return classes.get(name) ?? 0;
}

const NUMBERS = numberOf(NUMBER);
const MATTERS = numberOf(MATTER);

/** The class of a word in small letters, by its number. */
export function classOf(word: string): number {
  return numberOf(classNameOf(word));
}

/** A word of grammar is its own class; a word of matter belongs to the class of its ending. */
export function classNameOf(word: string): string {
  if (isFunctionWord(word) || isNegator(word)) return word;
  if (/\d/.test(word)) return NUMBER;
  const ending = word.length > 4 ? endingOf(word) : undefined;
  return ending === undefined ? MATTER : `-${ending}`;
}

const ENDINGS = new Set('tions ments tion ment ness able ible ity ers ors ive ous ful ing ed ly er or al ic es s'.split(' '));
const LONGEST = 5;

/** The longest ending that a word has. */
function endingOf(word: string): string | undefined {
  for (let length = LONGEST; length > 0; length--) if (ENDINGS.has(word.slice(-length))) return word.slice(-length);
  return undefined;
}
