import { editDistance } from './edit-distance.ts';
import { put } from './multimap.ts';
import type { WordForm } from './word-forms.ts';
import type { Text, Word } from './words.ts';

/** A word of the answer that says what a word of the reference says, 0 to 1. */
export interface Hit {
  word: Word;
  similarity: number;
}

/** The best hits for a word, one for each sentence that has any: few, so that they are looked through. */
export type Hits = readonly Hit[];

/** The words of an answer, findable by all the ways in which a word can be met. */
export interface AnswerIndex {
  text: Text;
  byStem: Map<string, Word[]>;
  byConcept: Map<number, Word[]>;
  /** By what a word and its neighbour would be as one word; see `shapeOf`. */
  byJoined: Map<number, Word[]>;
  /** The shapes of the stems: what a word and its neighbour make is looked for only where one of them may be it. */
  stemShapes: Set<number>;
  byPrefix: Map<string, Word[]>;
  /** Words that general English does not know, by first letter: only these can be misspelled. */
  strange: Map<number, Word[]>;
  /** What was found so far for a word wherever it stands. */
  known: Map<WordForm, Hits>;
}

/** How surely a word that is met in one of these ways says the same. */
const SIMILARITY = { same: 1, misspelled: 0.9, synonym: 0.85, family: 0.8 } as const;

/** Makes the words of a text findable; words without matter can be met by their group of synonyms alone. */
export function indexAnswer(text: Text): AnswerIndex {
  const index: AnswerIndex = { text, byStem: new Map(), byConcept: new Map(), byJoined: new Map(), stemShapes: new Set(), byPrefix: new Map(), strange: new Map(), known: new Map() };
  for (const word of text.words) {
    for (const concept of word.concepts) put(index.byConcept, concept, word);
    if (!word.content) continue;
    put(index.byStem, word.stem, word);
    index.stemShapes.add(shapeOf(word.stem, word.stem.length));
    put(index.byJoined, shapeOf(word.text, word.text.length + word.next.length), word);
    if (word.form.prefix !== '') put(index.byPrefix, word.form.prefix, word);
    if (word.form.strange) put(index.strange, word.text.charCodeAt(0), word);
  }
  return index;
}

/** First letter and length: cheaper than putting two words together only to see that nobody said them as one. */
function shapeOf(beginning: string, length: number): number {
  return beginning.charCodeAt(0) * 0x8000 + length;
}

// Most words are not met at all, and share one empty list.
const NO_HITS: Hits = [];

/** The hit in one sentence. */
export function hitIn(hits: Hits, sentence: number): Hit | undefined {
  for (let at = 0; at < hits.length; at++) {
    const hit = hits[at];
    if (hit?.word.sentence === sentence) return hit;
  }
  return undefined;
}

/** The best hit for a word of the reference in each sentence of the answer that has one. */
export function hitsBySentence(word: Word, index: AnswerIndex): Hits {
  const own = hitsOfForm(word.form, index);
  let best = offer(own, own, stemsJoinedIn(word, index), SIMILARITY.same);
  for (const concept of word.concepts) best = offer(best, own, index.byConcept.get(concept), SIMILARITY.synonym);
  return best;
}

/** What the word is met by wherever it stands: a rubric says the same words again and again. */
function hitsOfForm(form: WordForm, index: AnswerIndex): Hits {
  const known = index.known.get(form);
  if (known) return known;
  let best = offer(NO_HITS, NO_HITS, index.byStem.get(form.stem), SIMILARITY.same);
  best = offer(best, NO_HITS, joinedTo(form.text, index), SIMILARITY.same);
  best = offer(best, NO_HITS, misspellingsOf(form, index), SIMILARITY.misspelled);
  best = offer(best, NO_HITS, familyOf(form, index), SIMILARITY.family);
  index.known.set(form, best);
  return best;
}

/** The best hits with those candidates that are better. `shared` stays as it is: others look at it too. */
function offer(best: Hits, shared: Hits, candidates: readonly Word[] | undefined, similarity: number): Hits {
  if (!candidates) return best;
  let own = best === shared ? undefined : [...best];
  for (const word of candidates) {
    const known = hitIn(own ?? shared, word.sentence);
    if (known && known.similarity >= similarity) continue;
    own ??= [...shared];
    if (known) own[own.indexOf(known)] = { word, similarity };
    else own.push({ word, similarity });
  }
  return own ?? best;
}

/** Words that make the wanted one together with their neighbour. */
function joinedTo(wanted: string, { byJoined }: AnswerIndex): Word[] | undefined {
  return byJoined.get(shapeOf(wanted, wanted.length))?.filter(({ text, next }) => wanted.startsWith(text) && wanted.endsWith(next));
}

/** Words whose stem is the wanted one and its neighbour together. */
function stemsJoinedIn({ text, next }: Word, { byStem, stemShapes }: AnswerIndex): Word[] | undefined {
  return stemShapes.has(shapeOf(text, text.length + next.length)) ? byStem.get(text + next) : undefined;
}

/** The best hit of all, whichever sentence it stands in; of equal ones the first in the text. */
export function bestOffer(hits: Hits): Hit | undefined {
  let best: Hit | undefined;
  for (const hit of hits) {
    if (!best || hit.similarity > best.similarity || (hit.similarity === best.similarity && hit.word.start < best.word.start)) best = hit;
  }
  return best;
}

/** Each stem once, where it stands first. */
export function uniqueWords(words: readonly Word[]): Word[] {
  const seen = new Set<string>();
  return words.filter(({ stem }) => !seen.has(stem) && seen.add(stem));
}

// A known word is never taken for a misspelling of another: `increase` is no typo of `decrease`.
function misspellingsOf(form: WordForm, { strange }: AnswerIndex): Word[] | undefined {
  if (form.text.length < 5) return undefined;
  const allowed = form.text.length >= 8 ? 2 : 1;
  return strange.get(form.text.charCodeAt(0))?.filter((candidate) => isMisspelling(form, candidate.form, allowed));
}

function isMisspelling(word: WordForm, candidate: WordForm, allowed: number): boolean {
  if (Math.abs(word.text.length - candidate.text.length) > allowed) return false;
  // A mistake adds one letter to those that a word has and takes one away, at most.
  if (bitsOf(word.letters ^ candidate.letters) > 2 * allowed) return false;
  return editDistance(word.text, candidate.text, allowed) <= allowed;
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function familyOf({ text, prefix }: WordForm, { byPrefix }: AnswerIndex): Word[] | undefined {
  if (prefix === '') return undefined;
  return byPrefix.get(prefix)?.filter((candidate) => sharedStart(text, candidate.text) >= 0.6 * Math.max(text.length, candidate.text.length));
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
