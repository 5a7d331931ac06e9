import { foundOnce } from './text-cache.ts';
import type { Text } from './words.ts';

const MOST_WORDS = 300;
const BITS = 30;

/**
 * Length of the longest sequence of stems that both texts have in the same
 * order; of the answer the first 300 words count.
 *
 * Thirty words of the reference stand in one number and are compared at once
 * (the bit-vector algorithm of Hyyrö 2004): a bit of `open` falls to 0 where the
 * sequence up to its word becomes longer.
 */
export function longestShared(reference: Text, answer: Text): number {
  const places = placesOnce(reference);
  const open = new Int32Array(Math.ceil(reference.words.length / BITS)).fill(FULL);
  for (let at = 0; at < answer.words.length && at < MOST_WORDS; at++) {
    const same = places.get(answer.words[at]?.stem ?? '');
    if (same) close(open, same);
  }
  let closed = 0;
  for (const bits of open) for (let rest = ~bits & FULL; rest !== 0; rest &= rest - 1) closed++;
  return closed;
}

const FULL = 2 ** BITS - 1;

/** One word of the answer: the sum carries from number to number, as on paper. */
function close(open: Int32Array, same: Int32Array): void {
  let carry = 0;
  for (let at = 0; at < open.length; at++) {
    const before = open[at] ?? 0;
    const met = before & (same[at] ?? 0);
    const sum = before + met + carry;
    carry = sum > FULL ? 1 : 0;
    open[at] = (sum & FULL) | (before & ~met);
  }
}

/** For each stem of a text the places where it stands, a bit each. */
const placesOnce = foundOnce(({ words }) => {
  const places = new Map<string, Int32Array>();
  words.forEach(({ stem }, at) => {
    const bits = places.get(stem) ?? new Int32Array(Math.ceil(words.length / BITS));
    const place = Math.floor(at / BITS);
    bits[place] = (bits[place] ?? 0) | (1 << (at % BITS));
    places.set(stem, bits);
  });
  return places;
});
