import { isFiller, isFunctionWord, isNegator } from './function-words.ts';
import { remembering } from './remember.ts';
import { type Piece, splitSentences } from './sentences.ts';
import { stemOf } from './stems.ts';
import { markConcepts } from './synonyms.ts';
import { costOf } from './word-costs.ts';

/** A word where it stands in its text. */
export interface Word {
  /** In small letters, quotes straightened, complexity notation in one spelling. */
  text: string;
  stem: string;
  /** How much the word tells (word-costs.ts). */
  cost: number;
  start: number;
  end: number;
  /** Carries matter: neither grammar nor filler. */
  content: boolean;
  /** Written in capitals among small letters, as a keyword of a language is: WHERE is no "where". */
  keyword: boolean;
  negated: boolean;
  sentence: number;
  /** Groups of synonyms that the word belongs to, by itself or inside a phrase. */
  concepts: readonly number[];
  /** This word and the next without the space: `dead` + `lock`. */
  joined: string;
}

export interface Text {
  source: string;
  words: Word[];
  sentences: Piece[];
  /** The words that carry matter. */
  content: Word[];
}

/** Longer texts are read up to here: two hours of speech, and a bound on time. */
export const MAX_LENGTH = 20_000;
const NEGATION_REACH = 4;
const KEYWORD = /^\p{Lu}{2,}$/u;

const TOKEN =
  /\b(?:[Oo]|Θ|Ω|theta|omega)\s?\(\s?[^()]{1,24}(?:\([^()]{1,12}\)[^()]{0,8})?\)|\p{L}[\p{L}\p{M}\p{N}]*(?:['’`]\p{L}+)?(?:\+\+|#)?|\p{N}+(?:[.,]\p{N}+)*%?/gu;

/** Splits a text into words and sentences; offsets are UTF-16 units of the text as given. */
export function readText(source: string): Text {
  const text = source.slice(0, MAX_LENGTH);
  const sentences = splitSentences(text);
  const words = findWords(text, sentences);
  markNegation(words);
  joinNeighbours(words);
  markConcepts(words);
  return { source: text, words, sentences, content: words.filter((word) => word.content) };
}

function findWords(text: string, sentences: Piece[]): Word[] {
  const words: Word[] = [];
  const shouted = text === text.toUpperCase();
  let sentence = 0;
  for (const match of text.matchAll(TOKEN)) {
    while (sentence + 1 < sentences.length && match.index >= (sentences[sentence + 1]?.start ?? Infinity)) sentence++;
    words.push(wordFrom(match[0], match.index, sentence, !shouted && KEYWORD.test(match[0])));
  }
  return words;
}

function wordFrom(token: string, start: number, sentence: number, capitals: boolean): Word {
  const { text, stem, cost, content, negator } = formOf(token);
  const keyword = capitals && !negator;
  return { text, stem, cost, start, end: start + token.length, content: content || keyword, keyword, negated: false, sentence, concepts: NO_CONCEPTS, joined: text };
}

const NO_CONCEPTS: readonly number[] = [];

/** What a token is wherever it stands. */
interface WordForm extends Pick<Word, 'text' | 'stem' | 'cost' | 'content'> {
  negator: boolean;
}

const formOf = remembering((token): WordForm => {
  const text = spell(token);
  const stem = stemOf(text.replace(/'.*$/, ''));
  const negator = isNegator(text);
  const content = !isFunctionWord(text) && !isFiller(text) && !negator && (text.length > 1 || /\d/.test(text));
  return { text, stem, cost: costOf(stem), content, negator };
});

/** One spelling for what people write in many: O(N * log(N)) and o(n log n) are the same. */
function spell(token: string): string {
  const small = token.toLowerCase().replace(/[’`]/g, "'");
  if (!/^(?:o|θ|ω|theta|omega)\s?\(/.test(small)) return small;
  const inside = small
    .slice(small.indexOf('(') + 1, -1)
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/squared/g, '^2')
    .replace(/[\s*·()]/g, '')
    .replace(/log2|lg|ln/g, 'log');
  return `o(${inside.replace(/^([a-z])\1$/, '$1^2').replace(/[a-z](?=log)/g, 'n').replace(/^([a-km-z])(?=$|\^)/, 'n')})`;
}

function joinNeighbours(words: Word[]): void {
  let next = '';
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at];
    if (!word) continue;
    word.joined = word.text + next;
    next = word.text;
  }
}

function markNegation(words: Word[]): void {
  let left = 0;
  let sentence = -1;
  for (const word of words) {
    if (word.sentence !== sentence) left = 0;
    sentence = word.sentence;
    if (isNegator(word.text)) left = NEGATION_REACH + 1;
    else if (left > 0) word.negated = true;
    left = Math.max(0, left - 1);
  }
}
