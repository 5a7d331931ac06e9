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
  const { pieces, share } = listingOf(told, source);
  if (pieces < 5 || share < 0.5 || !isPlainText(told)) return false;
  return known(reference, told) >= 0.75 && listingOf(reference.words, reference.source).share < 0.3;
}

/** The words of the reference strung together by "and", "with", "for", and in no order of it. */
export function isStringingWords(reference: Text, told: readonly Word[]): boolean {
  const binding = told.filter(({ text, content }) => !content && isFunctionWord(text) && !STRINGS.has(text)).length;
  if (binding >= 0.2 * told.length || !isPlainText(told) || known(reference, told) < 0.85) return false;
  return orderKept(reference, told.filter(isPlain), 1, 3) < 0.4;
}

/** Five different words at least, and few numbers and letters of formulas. */
function isPlainText(told: readonly Word[]): boolean {
  const content = told.filter((word) => word.content);
  const plain = content.filter(isPlain);
  return new Set(plain.map(({ stem }) => stem)).size >= 5 && plain.length >= 0.8 * content.length;
}

function listingOf(words: readonly Word[], source: string): Listing {
  let [pieces, listed, total, matter, grammar] = [0, 0, 0, 0, 0];
  const close = (): void => {
    const isListed = matter > 0 && matter <= 2 && grammar === 0;
    if (isListed) pieces++;
    listed += isListed ? matter : 0;
    total += matter;
    [matter, grammar] = [0, 0];
  };
  let before: Word | undefined;
  for (const word of words) {
    const joins = !word.keyword && (word.text === 'and' || word.text === 'or');
    if (joins || (before && !isNextWord(before, word, source) && BREAK.test(source.slice(before.end, word.start)))) close();
    before = word;
    if (isPlain(word)) matter++;
    else if (!joins) grammar++;
  }
  close();
  return { pieces, share: total > 0 ? listed / total : 0 };
}

const isNextWord = (before: Word, { start }: Word, source: string): boolean => start === before.end + 1 && source.charAt(before.end) === ' ';

function known(reference: Text, told: readonly Word[]): number {
  const stems = new Set(reference.words.map(({ stem }) => stem));
  const content = told.filter(isPlain);
  return content.filter(({ stem }) => stems.has(stem)).length / Math.max(1, content.length);
}

const isPlain = ({ text, content }: Word): boolean => content && /^\p{L}{3,}$/u.test(text);
