import { stemsOnce } from './coverage.ts';
import type { Piece } from './sentences.ts';
import { PHRASE } from './story-cues.ts';
import { isName } from './story-matter.ts';
import { cuesOf } from './story-voice.ts';
import type { Text, Word } from './words.ts';
import { goesWithAnything, isNeutral } from './work-words.ts';

/** What a word weighs at least to speak for the work: the table is made of talk of work, so it leans to it. */
const LEAN = 0.35;
/** What the words of a sentence tell beside how it is built (story-voice.ts), and how much they can. */
const WORDS = 0.8;
const WORDS_MOST = 3;
/** Where nothing speaks for the work, a word that weighs as much does, if its sentence does not speak against it. */
const STRONG = 1.2;
/** No sentence speaks louder than this. */
const LOUDEST = 3;
/** What it costs to go from the story to company, or back: people tell one thing and then another. */
const TURN = 0.6;
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
 * An introduction is no story (`isStory`): it may be in the present and about who speaks.
 */
export function heardSentences(answer: Text, question?: Text, isStory = true): Set<number> {
  const asked = question ? stemsOnce(question) : new Set<string>();
  const units = withoutRepeats(unitsOf(answer));
  const shared = sharedStems(units);
  const ofWork = likeliestRuns(units.map((unit) => voiceOf(unit, asked, isStory ? shared : undefined)));
  const heard = ofWork.includes(true) ? units.filter((_, at) => ofWork[at]) : units.filter((unit) => hasStrongWord(unit));
  return new Set(heard.flatMap(({ places }) => places));
}

/** What is heard or not as one: a whole sentence, or a piece of an endless one, with its words that say whether it is of work. */
interface Unit {
  places: number[];
  words: Word[];
  /** All words of it. */
  all: Word[];
  said: string;
}

function hasStrongWord({ words }: Unit): boolean {
  const weights = words.map(({ form }) => form.workWeight);
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
    const words = content.filter((word) => speaks(word) && (word.form.workWeight > 0 || !isName(answer, word)));
    return { places, words, all: answer.words.filter(({ sentence }) => places.includes(sentence)), said: content.map(({ stem }) => stem).join(' ') };
  });
}

function placesOf({ source, whole, sentences }: Text): number[][] {
  const within = (piece: Piece): number[] => sentences.flatMap(({ start }, place) => (start >= piece.start && start < piece.end ? place : []));
  return whole.flatMap((piece) => {
    const isEndless = source.slice(piece.start, piece.end).split(/\s+/).length > LONG;
    return isEndless ? within(piece).map((place) => [place]) : [within(piece)];
  });
}

/** Stems of matter that two sentences have: a story holds together by them. */
function sharedStems(units: readonly Unit[]): Set<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const { words } of units) for (const stem of new Set(words.map((word) => word.stem))) (once.has(stem) ? twice : once).add(stem);
  return twice;
}

/** How loudly a sentence speaks for the work, or, below 0, for company or for the talk: the weights are logs of odds, so they add up. */
function voiceOf({ words, all }: Unit, asked: ReadonlySet<string>, shared: ReadonlySet<string> | undefined): number {
  const weights = new Map(words.map((word) => [word.stem, weightOf(word, asked)]));
  const sum = [...weights.values()].reduce((total, weight) => total + weight - LEAN, 0);
  if (!shared) return Math.max(-LOUDEST, Math.min(LOUDEST, sum));
  const voice = WORDS * Math.max(-WORDS_MOST, Math.min(WORDS_MOST, sum)) + cuesOf(all, words.some(({ stem }) => shared.has(stem) || asked.has(stem)));
  return Math.max(-LOUDEST, Math.min(LOUDEST, voice));
}

function weightOf(word: Word, asked: ReadonlySet<string>): number {
  const weight = word.form.workWeight;
  return asked.has(word.stem) ? Math.max(ASKED, weight) : weight;
}
