import { type Hit, hitIn } from './alignment.ts';
import { bestHit, type Sought } from './coverage.ts';
import { foundOnce } from './text-cache.ts';
import type { Text } from './words.ts';

/**
 * How a run of sentences tells a wording. The same words put together in another
 * way say something else: "HAVING filters rows" has the words of "WHERE filters
 * rows", but not its bond. `found`, `bound` and `ordered` are shares of what the
 * wording says, 0 to 1, and none is more than the one before it.
 */
export interface Told {
  /** Its words are there. */
  found: number;
  /** They are there, and near a neighbour that they have in the wording. */
  bound: number;
  /** The same, with that neighbour on the same side. */
  ordered: number;
  /** Of what is there, the share, 0 to 1, that is denied on one side only. */
  turned: number;
  /** How many new words are bound. */
  boundWords: number;
}

/** Two words of a wording that stand near each other, by their places in what is sought. */
interface Bond {
  first: number;
  second: number;
}

// Fitted on answers that were written blind (fixtures/gold/blind-answers.jsonl) and on gold.
const WORTH = { found: 0.35, bound: 0.45, ordered: 0.2 } as const;
const TURNED_COST = 0.6;
/** Words of matter that are this far apart in a wording belong together. */
const REACH = 2;
/** What a wording must hold so that it can be told in full: one common word ("it never gets smaller") is too little. */
const ENOUGH = 1.5;
/** Letters between the beginnings of two words of an answer that stand together. */
const NEAR = 45;

/** How a word stands to its neighbours in the wording: alone, beside one of them, or beside it on the same side. */
const LOOSE = 0;
const BOUND = 1;
const ORDERED = 2;

const NOT_TOLD: Told = { found: 0, bound: 0, ordered: 0, turned: 0, boundWords: 0 };

/** What a wording told so is worth, 0 to 1. It is never more than the share of the words that are there. */
export function worthOf({ found, bound, ordered, turned }: Told): number {
  return (WORTH.found * found + WORTH.bound * bound + WORTH.ordered * ordered) * (1 - TURNED_COST * turned);
}

/**
 * How the sentences in the places from `from` to before `to` tell a wording;
 * `sought` are its words looked for in the answer (`seek` of the same text). A
 * wording of one word has no bonds: the word itself tells it.
 */
export function howTold(wording: Text, sought: readonly Sought[], sentences: readonly number[], from: number, to: number): Told {
  const ties = sought.length === 1 ? [ORDERED] : tiesIn(bondsOnce(wording), sought, sentences, from, to);
  let [total, there, found, bound, ordered, turned, boundWords] = [0, 0, 0, 0, 0, 0, 0];
  let place = 0;
  for (const { word, isNew, weight, hits } of sought) {
    const tie = ties[place++] ?? LOOSE;
    total += weight;
    const hit = bestHit(hits, sentences, from, to);
    if (!hit) continue;
    const value = weight * hit.similarity;
    there += weight;
    found += value;
    if (tie >= BOUND) bound += value;
    if (tie >= BOUND && isNew) boundWords++;
    if (tie === ORDERED) ordered += value;
    if (hit.word.negated !== word.negated) turned += weight;
  }
  const whole = Math.max(total, ENOUGH);
  return there === 0 ? NOT_TOLD : { found: found / whole, bound: bound / whole, ordered: ordered / whole, turned: turned / there, boundWords };
}

/** Whether a sentence has two words of a wording near each other that are near each other there, one of them new. */
export function holdsBond(wording: Text, sought: readonly Sought[], sentence: number): boolean {
  if (sought.length < 2) return false;
  return bondsOnce(wording).some(({ first, second }) => {
    const [one, other] = [sought[first], sought[second]];
    return one !== undefined && other !== undefined && (one.isNew || other.isNew) && tieOf(hitIn(one.hits, sentence), hitIn(other.hits, sentence)) >= BOUND;
  });
}

/** For each word whether a neighbour of it stands near it in one of the sentences, and on which side. */
function tiesIn(bonds: readonly Bond[], sought: readonly Sought[], sentences: readonly number[], from: number, to: number): number[] {
  const ties = sought.map(() => LOOSE);
  for (const { first, second } of bonds) {
    const [ones, others] = [sought[first]?.hits, sought[second]?.hits];
    if (!ones || !others || ones.length === 0 || others.length === 0) continue;
    for (let at = from; at < to; at++) {
      const tie = tieOf(hitIn(ones, sentences[at] ?? -1), hitIn(others, sentences[at] ?? -1));
      if (tie > (ties[first] ?? 0)) ties[first] = tie;
      if (tie > (ties[second] ?? 0)) ties[second] = tie;
    }
  }
  return ties;
}

function tieOf(one: Hit | undefined, other: Hit | undefined): number {
  if (!one || !other || one.word === other.word || Math.abs(one.word.start - other.word.start) > NEAR) return LOOSE;
  return other.word.start > one.word.start ? ORDERED : BOUND;
}

/** The bonds of a wording. Its words have the places that `seek` gives them: each where it stands first. */
const bondsOnce = foundOnce(({ content }): Bond[] => {
  const places = new Map<string, number>();
  const bonds: Bond[] = [];
  for (const { stem } of content) if (!places.has(stem)) places.set(stem, places.size);
  content.forEach((word, at) => {
    const first = places.get(word.stem);
    for (let next = at + 1; next <= at + REACH && content[next]?.sentence === word.sentence; next++) {
      const second = places.get(content[next]?.stem ?? '');
      if (first !== undefined && second !== undefined && first !== second) bonds.push({ first, second });
    }
  });
  return bonds;
});
