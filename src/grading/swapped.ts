import { type Clause, clausesOf } from './clauses.ts';
import { put } from './multimap.ts';
import { hasOpposite, oppositesOf } from './opposites.ts';
import { foundOnce } from './text-cache.ts';
import type { Truth } from './truth.ts';
import type { Text } from './words.ts';

/** Where a word that has a contrary stands. */
interface Place {
  /** The words beside it. */
  near: Set<string>;
  /** The words of its clause. */
  wide: Set<string>;
}

/** Two contraries in one sentence, by their stems, and where each of them stands. */
interface ContraryPair {
  one: string;
  other: string;
  here: Place;
  there: Place;
  sentence: number;
}

/**
 * Sentences with two contraries, each beside the words that the rubric puts beside
 * the other: "reads slower and writes faster". A text of the rubric that has
 * both, and has one of them as it is told, acquits: paired nouns
 * ("private" and "public", "read" and "write") stand in many places.
 */
export function swappedSentences({ statements, wordings }: Truth, answer: Text): Set<number> {
  const swapped = pairsOnce(answer).filter((given) => {
    const compared = (texts: readonly Text[]): ContraryPair[] => texts.flatMap(pairsOnce).filter(({ one, other }) => one === given.one && other === given.other);
    const isCrooked = (wanted: ContraryPair): boolean => !isStraight(given, wanted);
    const accusing = compared(statements);
    return accusing.some((wanted) => isSwapped(given, wanted)) && accusing.every(isCrooked) && compared(wordings).every(isCrooked);
  });
  return new Set(swapped.map(({ sentence }) => sentence));
}

function isSwapped(given: ContraryPair, wanted: ContraryPair): boolean {
  return meetsBeside(given.here.near, wanted.there, wanted.here) && meetsBeside(given.there.near, wanted.here, wanted.there);
}

function isStraight(given: ContraryPair, wanted: ContraryPair): boolean {
  return meetsInClause(given.here.wide, wanted.here, wanted.there) || meetsInClause(given.there.wide, wanted.there, wanted.here);
}

/** A word stands beside the one, and not in the clause of the other. */
function meetsBeside(stems: ReadonlySet<string>, one: Place, other: Place): boolean {
  return [...stems].some((stem) => one.near.has(stem) && !other.wide.has(stem));
}

/** A word stands in the clause of the one, and not in that of the other. */
function meetsInClause(stems: ReadonlySet<string>, one: Place, other: Place): boolean {
  return [...stems].some((stem) => one.wide.has(stem) && !other.wide.has(stem));
}

const pairsOnce = foundOnce((text) => pairsIn(clausesOf(text)));

function pairsIn(clauses: readonly Clause[]): ContraryPair[] {
  const bySentence = new Map<number, Clause[]>();
  for (const clause of clauses) if (clause.denials === 0) put(bySentence, clause.sentence, clause);
  return [...bySentence].flatMap(([sentence, own]) => {
    // Few sentences hold two words that have contraries.
    const places = own.reduce((count, { words }) => count + words.filter(({ stem }) => hasOpposite(stem)).length, 0) > 1 ? placesIn(own) : NO_PLACES;
    return [...places].flatMap(([one, here]) =>
      [...oppositesOf(one)].flatMap((other) => {
        const there = places.get(other);
        return there && one < other ? [{ one, other, here, there, sentence }] : [];
      }),
    );
  });
}

const NO_PLACES: ReadonlyMap<string, Place> = new Map();

/** Where each word stands that has a contrary, by its stem. */
function placesIn(clauses: readonly Clause[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { words } of clauses) {
    words.forEach(({ stem }, at) => {
      if (oppositesOf(stem).size === 0) return;
      const place = places.get(stem) ?? { near: new Set<string>(), wide: new Set<string>() };
      places.set(stem, place);
      for (const word of [words[at - 1], words[at + 1]]) if (word) place.near.add(word.stem);
      for (const word of words) if (word.stem !== stem) place.wide.add(word.stem);
    });
  }
  return places;
}
