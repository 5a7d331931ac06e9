import { stemsOnce } from './coverage.ts';
import type { Piece } from './sentences.ts';
import { PHRASE } from './story-cues.ts';
import { isName } from './story-matter.ts';
import type { Text, Word } from './words.ts';
import { goesWithAnything, isNeutral, workWeight } from './work-words.ts';

/** What a word weighs at least to speak for the work: the table is made of talk of work, so it leans to it. */
const LEAN = 0.35;
/** Where nothing speaks for the work, a word that weighs as much does, if its sentence does not speak against it. */
const STRONG = 1.2;
/** No sentence speaks louder than this. */
const LOUDEST = 3;
/** What it costs to go from the story to company, or back: people tell one thing and then another. */
const TURN = 1;
/** What a word of the question weighs at least. */
const ASKED = 1;
/** A longer sentence is speech without full stops: its pieces are heard one by one. */
const LONG = 60;

/**
 * The places of the sentences that may serve a told story. An answer is parted
 * into runs about the work, or about what was asked, and runs of company, told
 * of another life. Each sentence speaks for one of them by its words, and stays
 * with its neighbours where it says little. Company is not heard, so it neither
 * adds nor takes away. What is said again, word by word, was heard the first time.
 */
export function heardSentences(answer: Text, question?: Text): Set<number> {
  const asked = question ? stemsOnce(question) : new Set<string>();
  const units = withoutRepeats(unitsOf(answer));
  const ofWork = likeliestRuns(units.map(({ words }) => voiceOf(words, asked)));
  const heard = ofWork.includes(true) ? units.filter((_, at) => ofWork[at]) : units.filter((unit) => hasStrongWord(unit));
  return new Set(heard.flatMap(({ places }) => places));
}

/** What is heard or not as one: a whole sentence, or a piece of an endless one, with its words that say whether it is of work. */
interface Unit {
  places: number[];
  words: Word[];
  said: string;
}

function hasStrongWord({ words }: Unit): boolean {
  const weights = words.map(workWeight);
  return Math.max(...weights) >= STRONG && weights.reduce((sum, weight) => sum + weight, 0) >= 0;
}

/** A parting of the sentences so far, and how far their voices agree with it. */
interface Parting {
  agreed: number;
  ofWork: readonly boolean[];
}

/** Of all ways to part the sentences the one with which their voices agree best, less what its turns cost (Viterbi). */
function likeliestRuns(voices: readonly number[]): readonly boolean[] {
  const better = (one: Parting, other: Parting): Parting => (other.agreed > one.agreed ? other : one);
  const turned = ({ agreed, ofWork }: Parting): Parting => ({ agreed: agreed - (ofWork.length > 0 ? TURN : 0), ofWork });
  const grown = ({ agreed, ofWork }: Parting, voice: number, isWork: boolean): Parting => ({ agreed: agreed + (isWork ? voice : -voice), ofWork: [...ofWork, isWork] });
  let [work, company]: [Parting, Parting] = [{ agreed: 0, ofWork: [] }, { agreed: 0, ofWork: [] }];
  for (const voice of voices) [work, company] = [grown(better(work, turned(company)), voice, true), grown(better(company, turned(work)), voice, false)];
  return better(work, company).ofWork;
}

function withoutRepeats(units: readonly Unit[]): Unit[] {
  const said = new Set<string>();
  return units.filter((unit) => unit.said === '' || (!said.has(unit.said) && said.add(unit.said)));
}

function unitsOf(answer: Text): Unit[] {
  return placesOf(answer).map((places) => {
    const content = answer.content.filter(({ sentence }) => places.includes(sentence));
    // Names stand in any story: they do not speak against it.
    const speaks = (word: Word): boolean => !isNeutral(word.text) && !goesWithAnything(word.text) && !PHRASE.test(word.text);
    const words = content.filter((word) => speaks(word) && (workWeight(word) > 0 || !isName(answer, word)));
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

/** How loudly a sentence speaks for the work, or, below 0, for company: the weights are logs of odds, so they add up. */
function voiceOf(words: readonly Word[], asked: ReadonlySet<string>): number {
  const weights = new Map(words.map((word) => [word.stem, weightOf(word, asked)]));
  const sum = [...weights.values()].reduce((total, weight) => total + weight - LEAN, 0);
  return Math.max(-LOUDEST, Math.min(LOUDEST, sum));
}

function weightOf(word: Word, asked: ReadonlySet<string>): number {
  const weight = workWeight(word);
  return asked.has(word.stem) ? Math.max(ASKED, weight) : weight;
}
