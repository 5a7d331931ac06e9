import type { Piece } from './sentences.ts';
import { PHRASE } from './story-cues.ts';
import { isName } from './story-matter.ts';
import type { Text, Word } from './words.ts';
import { isNeutral, workWeight } from './work-words.ts';

/** From here on a sentence is about the work, by the mean weight of its words. */
const OF_WORK = 0.5;
/** From here on it may be, where it takes up a word of one that is; where none is, with a strong word of work. */
const NEAR_WORK = 0;
const STRONG = 2;
/** What a word of the question weighs at least. */
const ASKED = 1;
/** A longer sentence is speech without full stops: its pieces are heard one by one. */
const LONG = 60;

/**
 * The places of the sentences that may serve a told story: those about the work
 * or about what was asked, and those that take up a word of them. Whatever else
 * is told in an answer is company: it is not heard, so it neither adds nor
 * takes away. What is said again, word by word, was heard the first time.
 */
export function heardSentences(answer: Text, question?: Text): Set<number> {
  const asked = new Set(question?.content.map(({ stem }) => stem));
  const units = withoutRepeats(unitsOf(answer)).map((unit) => ({ ...unit, value: valueOf(unit.words, asked) }));
  const firm = new Set(units.filter(({ value }) => value >= OF_WORK).flatMap(({ words }) => words.map(({ stem }) => stem)));
  const holdsOn = (words: readonly Word[]): boolean => words.some((word) => (firm.size === 0 ? workWeight(word) >= STRONG : firm.has(word.stem)));
  return new Set(units.flatMap(({ value, words, places }) => (value >= OF_WORK || (value >= NEAR_WORK && holdsOn(words)) ? places : [])));
}

/** What is heard or not as one: a whole sentence, or a piece of an endless one, with its words that say whether it is of work. */
interface Unit {
  places: number[];
  words: Word[];
  said: string;
}

function withoutRepeats(units: readonly Unit[]): Unit[] {
  const said = new Set<string>();
  return units.filter((unit) => unit.said === '' || (!said.has(unit.said) && said.add(unit.said)));
}

function unitsOf(answer: Text): Unit[] {
  return placesOf(answer).map((places) => {
    const content = answer.content.filter(({ sentence }) => places.includes(sentence));
    // Names stand in any story: they do not speak against it.
    const words = content.filter((word) => !isNeutral(word.text) && !PHRASE.test(word.text) && (workWeight(word) > 0 || !isName(answer, word)));
    return { places, words, said: content.map(({ stem }) => stem).join(' ') };
  });
}

function placesOf({ source, whole, sentences }: Text): number[][] {
  const within = (piece: Piece): number[] => sentences.flatMap(({ start }, place) => (start >= piece.start && start < piece.end ? place : []));
  return whole.flatMap((piece) => {
    const isEndless = source.slice(piece.start, piece.end).split(/\s+/).length > LONG;
    return isEndless ? within(piece).map((place) => [place]) : [within(piece)];
  });
}

function valueOf(words: readonly Word[], asked: ReadonlySet<string>): number {
  const weights = new Map(words.map((word) => [word.stem, weightOf(word, asked)]));
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.size);
}

function weightOf(word: Word, asked: ReadonlySet<string>): number {
  const weight = workWeight(word);
  return asked.has(word.stem) ? Math.max(ASKED, weight) : weight;
}
