import { isFunctionWord } from './function-words.ts';
import type { Text, Word } from './words.ts';
import { orderKept } from './word-order.ts';

const BREAK = /[,;:()/|+\n•●*>.·]|\s-/;
/** Words that string others together and bind nothing. */
const STRINGS = new Set('and or with for before after in of on by via to from etc'.split(' '));

/** How much of a text stands in it as a bare list: pieces of one or two words without a word of grammar. */
interface Listing {
  pieces: number;
  share: number;
}

/**
 * The words of the reference named one by one, with or without a sentence around them: "The topics
 * are rows, groups, filter, index". A reference that is a list itself may be answered by one.
 */
export function isNamingWords(reference: Text, told: readonly Word[], source: string): boolean {
  if (!isPlainText(told)) return false;
  const { pieces, share } = listingOf(told, source);
  return pieces >= 5 && share >= 0.5 && known(reference, told) >= 0.75 && listingOf(reference.words, reference.source).share < 0.3;
}

/** The words of the reference strung together by "and", "with", "for", and in no order of it. */
export function isStringingWords(reference: Text, told: readonly Word[]): boolean {
  if (!isPlainText(told)) return false;
  const content = told.filter(isPlain);
  const binding = told.filter(({ text, keyword }) => !keyword && isFunctionWord(text) && !STRINGS.has(text)).length;
  return binding < 0.2 * told.length && known(reference, told) >= 0.85 && orderKept(reference, content, 1, 3) < 0.4;
}

/** Five different words at least, and few numbers and letters of formulas. */
function isPlainText(told: readonly Word[]): boolean {
  const content = told.filter((word) => word.content);
  const plain = content.filter(isPlain);
  return new Set(plain.map(({ stem }) => stem)).size >= 5 && plain.length >= 0.8 * content.length;
}

function listingOf(words: readonly Word[], source: string): Listing {
  const pieces: { matter: number; grammar: number }[] = [];
  words.forEach((word, at) => {
    const before = words[at - 1];
    const joins = !word.keyword && (word.text === 'and' || word.text === 'or');
    if (!before || joins || BREAK.test(source.slice(before.end, word.start))) pieces.push({ matter: 0, grammar: 0 });
    const open = pieces.at(-1);
    if (!open || joins) return;
    if (isPlain(word)) open.matter++;
    else open.grammar++;
  });
  const listed = pieces.filter(({ matter, grammar }) => matter > 0 && matter <= 2 && grammar === 0);
  const total = pieces.reduce((sum, { matter }) => sum + matter, 0);
  return { pieces: listed.length, share: total > 0 ? listed.reduce((sum, { matter }) => sum + matter, 0) / total : 0 };
}

function known(reference: Text, told: readonly Word[]): number {
  const stems = new Set(reference.words.map(({ stem }) => stem));
  const content = told.filter(isPlain);
  return content.filter(({ stem }) => stems.has(stem)).length / Math.max(1, content.length);
}

const isPlain = ({ text, content }: Word): boolean => content && /^\p{L}{3,}$/u.test(text);
