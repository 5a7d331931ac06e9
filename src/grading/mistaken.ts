import { type Clause, clausesOf } from './clauses.ts';
import { type Contrast, contrastsIn, sideOf } from './contrasts.ts';
import { foundTogether } from './found-together.ts';
import { oppositesOf } from './opposites.ts';
import type { Truth } from './truth.ts';
import type { Text, Word } from './words.ts';

/** What is said of one of the two, or denied of it. */
interface Saying {
  word: Word;
  /** 1 of the first, -1 of the second. */
  side: number;
  /** -1 where it is denied. */
  sign: number;
  clause: Clause;
}

/** A thing that the rubric speaks of in fewer of its texts is none of its subjects. */
const LEAST_TEXTS = 2;
/** A word that the rubric says so clearly of one and not of the other tells them apart. */
const CLEAR = 0.6;
/** How far the texts of the rubric must agree with each other about the two. */
const CONSISTENT = 0.3;
/** Fewer different words on the wrong side are chance, and so is less than this of what they tell. */
const LEAST_CROSSED = 3;
const LEAST_WEIGHT = 2;
/** So many times what is said of the right one must be said of the wrong one. */
const OUTWEIGHS = 1.3;

/**
 * Sentences that say of one thing what the rubric says of another, where the
 * question sets the two against each other ("merge sort or quicksort") and the
 * answer as a whole mistakes one for the other. Each word said of either is held
 * against all that the rubric says of the two, in whatever wording; a denial
 * turns a saying round, and so does an opposite.
 */
export function mistakenSentences(question: Text, { statements, wordings }: Truth, answer: Text): Set<number> {
  const leanings = leaningsBy([question, ...statements, ...wordings]);
  return new Set(leanings.flatMap(({ contrast, leaning }) => {
    const given = sayingsOf(contrast, answer);
    return speaksOfBoth(given) ? crossedIn(weigh(given, leaning, NOTHING)) : [];
  }));
}

/** What a rubric says of the things that its question sets against each other: those of which its texts say the same. */
const leaningsBy = foundTogether(([question, ...rubric]) => {
  return (question ? contrastsIn(question) : []).flatMap((contrast) => {
    const wanted = rubric.map((text) => sayingsOf(contrast, text));
    const leaning = leaningsOf(wanted.flat());
    return isSubject(wanted) && isConsistent(wanted, leaning) ? { contrast, leaning } : [];
  });
});

/**
 * A clause speaks of the thing that it names first; one that names neither goes
 * on about the last, inside its sentence. One that only denies ("quicksort
 * isn't") denies what the clause before it says.
 */
function sayingsOf(contrast: Contrast, text: Text): Saying[] {
  if (!text.words.some((word) => sideOf(contrast, word) !== 0)) return [];
  const sayings: Saying[] = [];
  let said: Saying[] = [];
  for (const clause of clausesOf(text)) {
    const before = said.at(-1);
    const isOn = before?.clause.sentence === clause.sentence;
    const side = sideNamedIn(contrast, clause) || (isOn ? before.side : 0);
    const sign = clause.denials % 2 === 0 ? 1 : -1;
    const own = side === 0 ? [] : clause.words.filter((word) => sideOf(contrast, word) === 0).map((word) => ({ word, side, sign, clause }));
    said = own.length === 0 && sign < 0 && isOn ? said.map((one) => ({ ...one, side, sign: -one.sign, clause })) : own;
    sayings.push(...said);
  }
  return sayings;
}

/** The side of the first name in a clause, 0 where there is none. */
function sideNamedIn(contrast: Contrast, { words }: Clause): number {
  for (const word of words) {
    const side = sideOf(contrast, word);
    if (side !== 0) return side;
  }
  return 0;
}

const speaksOfBoth = (sayings: readonly Saying[]): boolean => sayings.some(({ side }) => side > 0) && sayings.some(({ side }) => side < 0);

function isSubject(wanted: readonly (readonly Saying[])[]): boolean {
  return [1, -1].every((side) => wanted.filter((sayings) => sayings.some((saying) => saying.side === side)).length >= LEAST_TEXTS);
}

/** How often each stem is said of the first more than of the second, and how often at all. */
type Leanings = ReadonlyMap<string, { sum: number; count: number }>;
const NOTHING: Leanings = new Map();

function leaningsOf(sayings: readonly Saying[]): Leanings {
  const leanings = new Map<string, { sum: number; count: number }>();
  for (const { word, side, sign } of sayings) {
    const known = leanings.get(word.stem) ?? { sum: 0, count: 0 };
    leanings.set(word.stem, { sum: known.sum + side * sign, count: known.count + 1 });
  }
  return leanings;
}

interface Weighed {
  saying: Saying;
  /** Above 0 where the rubric says the same of the same one. */
  value: number;
}

/** Each text of the rubric, held against the others, says the same of the same one. */
function isConsistent(wanted: readonly (readonly Saying[])[], leanings: Leanings): boolean {
  const values = wanted.flatMap((sayings) => weigh(sayings, leanings, leaningsOf(sayings)).map(({ value }) => value));
  const total = values.reduce((sum, value) => sum + Math.abs(value), 0);
  return values.reduce((sum, value) => sum + value, 0) >= CONSISTENT * total;
}

/** Holds sayings against the leanings, less what they brought into them themselves; each word of a side once. */
function weigh(sayings: readonly Saying[], leanings: Leanings, own: Leanings): Weighed[] {
  const seen = new Set<string>();
  return sayings.flatMap((saying) => {
    const { word, side, sign } = saying;
    const key = `${side}${word.stem}`;
    const [stem, turn] = leanings.has(word.stem) ? [word.stem, 1] : [[...oppositesOf(word.stem)].find((opposite) => leanings.has(opposite)), -1];
    if (seen.has(key) || stem === undefined) return [];
    seen.add(key);
    const [all, less] = [leanings.get(stem), own.get(stem)];
    const count = (all?.count ?? 0) - (less?.count ?? 0);
    const lean = count > 0 ? ((all?.sum ?? 0) - (less?.sum ?? 0)) / count : 0;
    return Math.abs(lean) >= CLEAR ? { saying, value: (side * sign * turn * lean * word.cost * count) / (count + 1) } : [];
  });
}

/** The sentences with more on the wrong side than on the right one, where that holds for all of them together. */
function crossedIn(weighed: readonly Weighed[]): number[] {
  const wrong = weighed.filter(({ value }) => value < 0);
  const isCrossed = (list: readonly Weighed[]): boolean => list.reduce((sum, { value }) => sum + (value < 0 ? value : OUTWEIGHS * value), 0) < 0;
  const weight = wrong.reduce((sum, { value }) => sum - value, 0);
  if (weight < LEAST_WEIGHT || new Set(wrong.map(({ saying }) => saying.word.stem)).size < LEAST_CROSSED || !isCrossed(weighed)) return [];
  return wrong.map(({ saying }) => saying.clause.sentence).filter((sentence) => isCrossed(weighed.filter(({ saying }) => saying.clause.sentence === sentence)));
}
