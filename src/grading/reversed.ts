import { type Clause, clausesOf, clauseStemsOnce } from './clauses.ts';
import { hasContraryIn, hasOpposite, oppositesOf } from './opposites.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

/** A clause of the rubric with the stems that a repetition of it may have: its own, and the subject of its sentence. */
interface Wanted {
  clause: Clause;
  own: Set<string>;
  stems: Set<string>;
}

/** How much of a clause must be the rubric's, so that it counts as a repetition. */
const REPEATED = 0.75;
const LEAST_DENIED = 4;

/**
 * Sentences with a clause that repeats one of the rubric and turns it round: by
 * an opposite in the same place ("after" for "before"), by a denial ("never", "fails to"), or
 * by two opposites that change places ("reads slower and writes faster").
 */
export function reversedSentences(rubric: readonly Text[], answer: Text): Set<number> {
  const said = clausesOf(answer).filter(({ words, denials }) => denials % 2 === 1 || words.some(({ stem }) => hasOpposite(stem)));
  // Most answers hold no contrary of a word of the rubric, and deny nothing.
  const turning = said.filter((clause) => mayDeny(clause) || clause.words.some(({ stem }) => rubric.some((text) => hasContraryIn(stem, clauseStemsOnce(text)))));
  if (said.length === 0) return new Set();
  const wanted = turning.length === 0 ? [] : rubric.flatMap(wantedOnce);
  const reversed = turning.filter((clause) => isTurned(clause, wanted) || isDenied(clause, wanted)).map(({ sentence }) => sentence);
  return new Set([...reversed, ...swappedDirections(rubric, answer)]);
}

const wantedOnce = foundOnce((text) => wantedIn(clausesOf(text)));

function wantedIn(clauses: readonly Clause[]): Wanted[] {
  return clauses.map((clause) => {
    const head = clauses.find(({ sentence }) => sentence === clause.sentence);
    const own = new Set(clause.words.map(({ stem }) => stem));
    return { clause, own, stems: new Set([...own, ...(head?.words.slice(0, 2).map(({ stem }) => stem) ?? [])]) };
  });
}

/** An opposite stands where the rubric has its contrary, among words that are the rubric's and in their order. */
function isTurned(said: Clause, wanted: readonly Wanted[]): boolean {
  return said.words.some((word) => {
    if (said.words.length < 3 || !wanted.some(({ own }) => hasContraryIn(word.stem, own))) return false;
    const rest = said.words.filter((one) => one !== word);
    const close = wanted.filter(({ stems }) => {
      const met = rest.filter(({ stem }) => stems.has(stem));
      return new Set(met.map(({ stem }) => stem)).size >= 2 && met.length >= REPEATED * rest.length;
    });
    return close.some((one) => standsForContrary(word, said, one)) && close.every(({ clause, stems }) => !stems.has(word.stem) && clause.denials % 2 === said.denials % 2);
  });
}

function standsForContrary(word: Word, said: Clause, { clause, own, stems }: Wanted): boolean {
  const contrary = [...oppositesOf(word.stem)].find((stem) => own.has(stem) && said.words.every((one) => one.stem !== stem));
  if (contrary === undefined) return false;
  const repeated = said.words.filter((one) => one === word || stems.has(one.stem));
  if (repeated.length < 0.5 * clause.words.length) return false;
  const places = repeated.map((one) => clause.words.findIndex(({ stem }) => stem === (one === word ? contrary : one.stem))).filter((place) => place >= 0);
  return places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
}

function mayDeny({ denials, words }: Clause): boolean {
  return denials % 2 === 1 && words.length >= LEAST_DENIED;
}

function isDenied(said: Clause, wanted: readonly Wanted[]): boolean {
  if (!mayDeny(said)) return false;
  // Where a contrary stands in both, a denial of it may say the same: "not in different buckets".
  const close = wanted.filter(({ stems }) => said.words.every(({ stem }) => stems.has(stem) && !hasContraryIn(stem, stems)));
  return close.some(({ clause }) => said.words.length >= 0.6 * clause.words.length) && close.every(({ clause }) => clause.denials === 0);
}

interface Neighbours {
  stems: Set<string>;
  sentence: number;
}

/** Two contraries that both texts have, each beside the words that the other text puts beside the other. */
function swappedDirections(rubric: readonly Text[], answer: Text): number[] {
  const named = clauseStemsOnce(answer);
  if (![...named].some((stem) => hasContraryIn(stem, named))) return [];
  const given = directionsOnce(answer);
  const pairs = [...given].flatMap(([one, here]) => [...oppositesOf(one)].flatMap((other) => {
    const there = given.get(other);
    return there && one < other ? [{ one, other, here, there }] : [];
  }));
  return pairs.flatMap(({ one, other, here, there }) => {
    const swapped = rubric.some((text) => {
      const [wantedHere, wantedThere] = [directionsOnce(text).get(one), directionsOnce(text).get(other)];
      if (!wantedHere || !wantedThere || meetsAlone(here, wantedHere, wantedThere) || meetsAlone(there, wantedThere, wantedHere)) return false;
      return meetsAlone(here, wantedThere, wantedHere) && meetsAlone(there, wantedHere, wantedThere);
    });
    return swapped ? [here.sentence, there.sentence] : [];
  });
}

function meetsAlone({ stems }: Neighbours, one: Neighbours, other: Neighbours): boolean {
  return [...stems].some((stem) => one.stems.has(stem) && !other.stems.has(stem));
}

const directionsOnce = foundOnce((text) => directionsIn(clausesOf(text)));

function directionsIn(clauses: readonly Clause[]): Map<string, Neighbours> {
  const found = new Map<string, Neighbours>();
  for (const { words, sentence, denials } of clauses) {
    if (denials > 0) continue;
    words.forEach(({ stem }, at) => {
      if (!hasOpposite(stem)) return;
      const neighbours = found.get(stem) ?? { stems: new Set<string>(), sentence };
      found.set(stem, neighbours);
      for (const word of [words[at - 1], words[at + 1]]) if (word) neighbours.stems.add(word.stem);
    });
  }
  return found;
}
