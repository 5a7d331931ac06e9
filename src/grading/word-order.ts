import { put } from './multimap.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

/** How far apart two words of the reference may stand and still count as neighbours. */
const REACH = 4;
/** Fewer pairs say nothing of an order. */
const LEAST_PAIRS = 4;

/**
 * Of the neighbouring words in the answer that both come from the reference,
 * the share that follow each other there too; 1 where there are fewer than
 * four such pairs. Sentences keep it high in any order, loose words do not.
 */
export function sharedOrder(reference: Text, answer: Text): number {
  return orderKept(reference, answer.content, REACH, LEAST_PAIRS);
}

/** The same for `content`, words of matter of an answer, which may stand `reach` apart in the reference; 1 where there are fewer than `least` pairs. */
export function orderKept(reference: Text, content: readonly Word[], reach: number, least: number): number {
  const places = placesOnce(reference);
  const known = content.map(({ stem }) => places.get(stem));
  let [pairs, kept] = [0, 0];
  for (let at = 1; at < known.length; at++) {
    const [before, after] = [known[at - 1], known[at]];
    if (!before || !after) continue;
    pairs++;
    if (before.some((place) => after.some((next) => next > place && next - place <= reach))) kept++;
  }
  return pairs >= least ? kept / pairs : 1;
}

/** Where the stems of matter stand in a text, counted in words of matter. */
const placesOnce = foundOnce(({ content }) => {
  const places = new Map<string, number[]>();
  content.forEach(({ stem }, place) => put(places, stem, place));
  return places;
});

/**
 * The words of the reference, nearly all and nearly no others, and hardly a pair of
 * neighbours left together: a text taken apart word by word. Moving whole
 * sentences keeps the pairs.
 */
export function isReferenceTakenApart(reference: Text, told: readonly Word[]): boolean {
  const enough = 0.85 * Math.max(reference.words.length, told.length);
  if (reference.words.length < 5 || Math.min(reference.words.length, told.length) < enough) return false;
  const wanted = reference.words.map(({ text }) => text);
  const said = told.map(({ text }) => text);
  if (sharedWords(wanted, said) < enough) return false;
  const pairs = new Set(wanted.slice(1).map((word, index) => `${wanted[index] ?? ''} ${word}`));
  const kept = said.slice(1).filter((word, index) => pairs.has(`${said[index] ?? ''} ${word}`)).length;
  return kept < 0.35 * (said.length - 1);
}

/** How many words both have, each as often as both have it. */
function sharedWords(wanted: readonly string[], said: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of said) {
    const more = left.get(word) ?? 0;
    if (more === 0) continue;
    left.set(word, more - 1);
    shared++;
  }
  return shared;
}
