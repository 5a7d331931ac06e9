import { type Clause, clausesOf, clauseStemsOnce } from './clauses.ts';
import { hasContraryIn, hasDirectionIn, oppositesOf } from './opposites.ts';
import { foundTogether } from './found-together.ts';
import { foundOnce } from './text-cache.ts';
import type { Truth } from './truth.ts';
import type { Text, Word } from './words.ts';

/** A clause of the rubric with the stems that a repetition of it may have: its own, and the subject of its sentence. */
interface Wanted {
  clause: Clause;
  own: Set<string>;
  stems: Set<string>;
}

/** How much of a clause must be the rubric's, so that it counts as a repetition. */
const REPEATED = 0.75;
/** Fewer words of matter beside a denial repeat a clause by chance. */
const LEAST_WORDS_DENIED = 4;

/**
 * Sentences with a clause that repeats one of the rubric and turns it round: by
 * an opposite in the same place ("after" for "before"), or by a denial ("never",
 * "fails to"). What another wording of the rubric says too is not turned round.
 */
export function reversedSentences({ statements, wordings }: Truth, answer: Text): Set<number> {
  const contraries = contrariesOf(statements);
  const isContrary = ({ stem }: Word): boolean => contraries.has(stem);
  const reversed = clausesOf(answer).filter((said) => {
    // Most clauses hold no contrary of a word of the rubric, and deny nothing; in a case the contrary may hold.
    if (said.inCase || (!mayDeny(said) && !said.words.some(isContrary))) return false;
    const repeatedIn = (texts: readonly Text[]): Wanted[] => texts.filter((text) => mayRepeat(said, text)).flatMap(wantedOnce);
    const [wanted, acquitting] = [repeatedIn(statements), (): Wanted[] => repeatedIn(wordings)];
    return isTurned(said, wanted, acquitting) || isDenied(said, wanted, acquitting);
  });
  return new Set(reversed.map(({ sentence }) => sentence));
}

/** The contraries of the words of some texts. */
const contrariesOf = foundTogether((texts) => {
  const contraries = new Set<string>();
  for (const { words } of texts) for (const { form, stem } of words) if (form.clauseWord.directed) for (const contrary of oppositesOf(stem)) contraries.add(contrary);
  return contraries;
});

/** Enough words of a clause, but for one, stand somewhere in the clauses of a text. */
function mayRepeat({ words }: Clause, text: Text): boolean {
  const stems = clauseStemsOnce(text);
  let met = 0;
  for (const { stem } of words) if (stems.has(stem)) met++;
  return met >= REPEATED * (words.length - 1);
}

const wantedOnce = foundOnce((text) => wantedIn(clausesOf(text)));

function wantedIn(clauses: readonly Clause[]): Wanted[] {
  return clauses.map((clause) => {
    const head = clauses.find(({ sentence }) => sentence === clause.sentence);
    const own = new Set(clause.words.map(({ stem }) => stem));
    const subject = head?.words.slice(0, 2).map(({ stem }) => stem) ?? [];
    return { clause, own, stems: subject.every((stem) => own.has(stem)) ? own : new Set([...own, ...subject]) };
  });
}

/** An opposite stands where the rubric has its contrary, among words that are the rubric's and in their order. */
function isTurned(said: Clause, wanted: readonly Wanted[], others: () => readonly Wanted[]): boolean {
  return said.words.some((word) => {
    if (said.words.length < 3 || !said.joined || !wanted.some(({ own }) => hasContraryIn(word.stem, own))) return false;
    const rest = said.words.filter((one) => one !== word);
    const isClose = ({ stems }: Wanted): boolean => {
      const met = rest.filter(({ stem }) => stems.has(stem));
      return new Set(met.map(({ stem }) => stem)).size >= 2 && met.length >= REPEATED * rest.length;
    };
    const isOpposed = ({ clause, stems }: Wanted): boolean => !hasDirectionIn(word.stem, stems) && clause.denials % 2 === said.denials % 2 && clause.norm === said.norm;
    const close = wanted.filter(isClose);
    return close.some((one) => standsForContrary(word, said, one)) && close.every(isOpposed) && others().every((one) => !isClose(one) || isOpposed(one));
  });
}

/** A word stands where the clause of the rubric has its contrary: what both have, half of that clause at least, comes in the same order. */
function standsForContrary(word: Word, said: Clause, { clause, own, stems }: Wanted): boolean {
  const contrary = [...oppositesOf(word.stem)].find((stem) => own.has(stem) && said.words.every((one) => one.stem !== stem));
  if (contrary === undefined) return false;
  const repeated = said.words.filter((one) => one === word || stems.has(one.stem));
  if (repeated.length < 0.5 * clause.words.length) return false;
  const places = repeated.map((one) => clause.words.findIndex(({ stem }) => stem === (one === word ? contrary : one.stem))).filter((place) => place >= 0);
  return places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
}

/** An odd number of denials denies, an even one does not. */
function mayDeny({ denials, words }: Clause): boolean {
  return denials % 2 === 1 && words.length >= LEAST_WORDS_DENIED;
}

/** Denies, in words that are all the rubric's, a clause that the rubric states plainly. */
function isDenied(said: Clause, wanted: readonly Wanted[], others: () => readonly Wanted[]): boolean {
  if (!mayDeny(said)) return false;
  // Where a contrary stands in both, a denial of it may say the same: "not in different buckets".
  const isClose = ({ stems }: Wanted): boolean => said.words.every(({ stem }) => stems.has(stem) && !hasContraryIn(stem, stems));
  const isPlain = ({ clause }: Wanted): boolean => clause.denials === 0 && !clause.inCase && clause.norm === said.norm;
  const close = wanted.filter(isClose);
  return close.some(({ clause }) => said.words.length >= 0.6 * clause.words.length) && close.every(isPlain) && others().every((one) => !isClose(one) || isPlain(one));
}
