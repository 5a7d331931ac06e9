import { type ClauseWord, clauseWordOf } from './clause-words.ts';
import { classOf } from './fluency.ts';
import { isFiller, isFunctionWord, isNegator } from './function-words.ts';
import { orderBitsOf } from './order-words.ts';
import { stemOf } from './stems.ts';
import { isForeign } from './foreign-words.ts';
import { toneOf } from './sentiment.ts';
import { type Wordings, wordingsFrom } from './synonyms.ts';
import { formsOfTokens } from './token-forms.ts';
import { costOf, isCommonStem } from './word-costs.ts';
import { workWeightOf } from './work-words.ts';

/** What a token is, wherever it stands. */
export interface WordForm {
  /** As it was written. */
  token: string;
  /** In small letters, quotes straightened, complexity notation in one spelling. */
  text: string;
  stem: string;
  cost: number;
  /** Carries matter: neither grammar nor filler. */
  content: boolean;
  negator: boolean;
  /** A word of grammar. */
  grammar: boolean;
  /** General English knows it. */
  common: boolean;
  /** Letters and nothing else. */
  lettersOnly: boolean;
  /** How far it is a word of work (work-words.ts). */
  workWeight: number;
  /** 1 sounds assured, -1 unsure (sentiment.ts). */
  tone: number;
  /** English says it, and no other language the grader knows of. */
  english: boolean;
  /** How it joins its neighbours (fluency.ts). */
  wordClass: number;
  /** Two capitals or more and nothing else. */
  capitals: boolean;
  /** A plain word that general English does not know: it may be misspelled. */
  strange: boolean;
  /** What words of its family begin with; empty for short ones. */
  prefix: string;
  /** Which of the letters a to z it has, one bit each. */
  letters: number;
  /** What it does among clauses (clause-words.ts). */
  clauseWord: ClauseWord;
  /** What it may do in an order to the grader, one bit each (order-words.ts). */
  orderBits: number;
  /** Wordings of synonyms that begin with it. */
  wordings: Wordings;
}

/** Letters that words of one family begin with. */
const PREFIX = 5;

/** The form of the token between two offsets of a text; of each token it is made once. */
export const formAt = formsOfTokens((token): WordForm => {
  const text = spell(token);
  const isPlain = PLAIN.test(text);
  const stem = stemOf(isPlain ? text : text.replace(/'.*$/, ''));
  const [grammar, negator, common] = [isFunctionWord(text), isNegator(text), isCommonStem(stem)];
  return {
    token,
    text,
    stem,
    cost: costOf(stem),
    content: !grammar && !isFiller(text) && !negator && (text.length > 1 || /\d/.test(text)),
    negator,
    grammar,
    common,
    lettersOnly: isPlain || LETTERS.test(text),
    workWeight: workWeightOf(text, stem, common),
    tone: toneOf(text),
    english: (grammar || common) && !isForeign(text),
    wordClass: classOf(text),
    capitals: token !== text && CAPITALS.test(token),
    strange: !common && isPlain && text.length >= LEAST_STRANGE,
    prefix: text.length < PREFIX ? '' : text.slice(0, PREFIX),
    letters: lettersOf(text),
    clauseWord: clauseWordOf(text, stem),
    // A formula may hide whole words: O(give full marks).
    orderBits: orderBitsOf(isPlain ? text : token.toLowerCase()),
    // The stem of "can't" is that of "can", which says the contrary.
    wordings: wordingsFrom(negator ? text : stem),
  };
});

const PLAIN = /^[a-z]+$/;
const CAPITALS = /^\p{Lu}{2,}$/u;
const LETTERS = /^\p{L}+$/u;
/** Shorter words are too near to each other to be told from misspelled ones. */
const LEAST_STRANGE = 4;

/** One spelling for what people write in many: O(N * log(N)) and o(n log n) are the same. */
function spell(token: string): string {
  const small = token.toLowerCase();
  if (PLAIN.test(small)) return small;
  const straight = small.replace(/[’`]/g, "'");
  if (!/^(?:o|θ|ω|theta|omega)\s?\(/.test(straight)) return straight;
  const inside = straight
    .slice(straight.indexOf('(') + 1, -1)
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/squared/g, '^2')
    .replace(/[\s*·()]/g, '')
    .replace(/log2|lg|ln/g, 'log');
  return `o(${inside.replace(/^([a-z])\1$/, '$1^2').replace(/[a-z](?=log)/g, 'n').replace(/^([a-km-z])(?=$|\^)/, 'n')})`;
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const place = text.charCodeAt(at) - 97;
    if (place >= 0 && place < 26) letters |= 1 << place;
  }
  return letters;
}
