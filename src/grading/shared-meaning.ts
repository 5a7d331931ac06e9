import { readText } from './words.ts';

/**
 * The part of the words that carry meaning, 0 to 1, that `text` has from
 * `source`: the word itself in any form, or one for the same thing. 0 for a text
 * without such words.
 */
export function sharedMeaning(text: string, source: string): number {
  const known = new Set(readText(source).content.flatMap(({ stem, concepts }) => [stem, ...concepts]));
  const words = readText(text).content;
  const shared = words.filter(({ stem, concepts }) => [stem, ...concepts].some((one) => known.has(one)));
  return words.length === 0 ? 0 : shared.length / words.length;
}
