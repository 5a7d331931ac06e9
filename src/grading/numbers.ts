import type { Text } from './words.ts';

const NAMED = new Map(
  'zero two three four five six seven eight nine ten eleven twelve'.split(' ').map((name, index) => [name, String(index === 0 ? 0 : index + 1)]),
);

/** The numbers that a text gives, as digits; `one` is left out, being a pronoun as often. */
export function numbersIn(text: Text): Set<string> {
  const numbers = new Set<string>();
  for (const { text: word } of text.words) {
    if (/^\d/.test(word)) numbers.add(word.replace(/,(?=\d{3})/g, ''));
    const named = NAMED.get(word);
    if (named) numbers.add(named);
  }
  return numbers;
}
