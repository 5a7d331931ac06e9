import type { Word } from './words.ts';

/** How often each run of letters comes, by a number that stands for the run. */
export type Grams = Map<number, number>;

/** Counts the runs of `size` letters (at most four) in words, spaces between them included. */
export function grams(words: readonly Word[], size: number): Grams {
  const counts: Grams = new Map();
  const mask = 2 ** (7 * size) - 1;
  let run = 0;
  let length = 0;
  const read = (letter: number): void => {
    run = ((run << 7) | (letter & 127)) & mask;
    if (++length >= size) counts.set(run, (counts.get(run) ?? 0) + 1);
  };
  read(SPACE);
  for (const { text } of words) {
    for (let at = 0; at < text.length; at++) read(text.charCodeAt(at));
    read(SPACE);
  }
  return counts;
}

const SPACE = 32;
const known = new WeakMap<readonly Word[], Map<number, Grams>>();

/** The same for a text that is asked about again and again. */
export function gramsOnce(words: readonly Word[], size: number): Grams {
  const bySize = known.get(words) ?? new Map<number, Grams>();
  known.set(words, bySize);
  const counts = bySize.get(size) ?? grams(words, size);
  bySize.set(size, counts);
  return counts;
}

/** Cosine of two counts. */
export function gramCosine(a: Grams, b: Grams): number {
  let dot = 0;
  for (const [gram, count] of a) dot += count * (b.get(gram) ?? 0);
  const size = Math.sqrt(squares(a) * squares(b));
  return size > 0 ? dot / size : 0;
}

/** The share of `whole` that is also in `part`. */
export function containment(part: Grams, whole: Grams): number {
  let shared = 0;
  let total = 0;
  for (const [gram, count] of whole) {
    shared += Math.min(count, part.get(gram) ?? 0);
    total += count;
  }
  return total > 0 ? shared / total : 0;
}

function squares(counts: Grams): number {
  let sum = 0;
  for (const count of counts.values()) sum += count * count;
  return sum;
}
