import { readText, type Word } from './words.ts';

/**
 * How much of what a text says, 0 to 1, stands in `source`: a word itself in any
 * form, or one for the same thing. Each word counts for as much as it tells;
 * words of `aside` that are not in the source count for nothing. 0 for a text
 * that tells nothing.
 */
export function sharedMeaning(text: string, source: string, aside = ''): number {
  const [known, unheeded] = [meaningsOf(source), meaningsOf(aside)];
  const isIn = (meanings: Set<string | number>) => ({ stem, concepts }: Word) => [stem, ...concepts].some((one) => meanings.has(one));
  const words = readText(text).content;
  const shared = tellingOf(words.filter(isIn(known)));
  const rest = tellingOf(words.filter((word) => !isIn(known)(word) && !isIn(unheeded)(word)));
  return shared === 0 ? 0 : shared / (shared + rest);
}

function meaningsOf(text: string): Set<string | number> {
  return new Set(readText(text).content.flatMap(({ stem, concepts }) => [stem, ...concepts]));
}

function tellingOf(words: Word[]): number {
  return words.reduce((sum, { cost }) => sum + cost, 0);
}
