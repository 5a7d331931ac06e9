import { editDistance } from './edit-distance.ts';
import type { Text, Word } from './words.ts';
import { isCommonStem } from './word-costs.ts';

/** A word of the answer that says what a word of the reference says, 0 to 1. */
export interface Hit {
  word: Word;
  similarity: number;
}

/** The words of an answer, findable by all the ways in which a word can be met. */
export interface AnswerIndex {
  text: Text;
  byStem: Map<string, Word[]>;
  byConcept: Map<number, Word[]>;
  byJoined: Map<string, Word[]>;
  byPrefix: Map<string, Word[]>;
  /** Words that general English does not know, by first letter: only these can be misspelled. */
  strange: Map<string, Word[]>;
}

export const SIMILARITY = { same: 1, misspelled: 0.9, synonym: 0.85, family: 0.8 } as const;
const PREFIX = 5;

export function indexAnswer(text: Text): AnswerIndex {
  const index: AnswerIndex = { text, byStem: new Map(), byConcept: new Map(), byJoined: new Map(), byPrefix: new Map(), strange: new Map() };
  for (const word of text.words) {
    for (const concept of word.concepts) put(index.byConcept, concept, word);
    if (!word.content) continue;
    put(index.byStem, word.stem, word);
    put(index.byJoined, word.joined, word);
    if (word.text.length >= PREFIX) put(index.byPrefix, word.text.slice(0, PREFIX), word);
    if (isStrange(word)) put(index.strange, word.text.charAt(0), word);
  }
  return index;
}

// Most words are not met at all, and share one empty map.
const NO_HITS = new Map<number, Hit>();

/** The best hit for a word of the reference in each sentence of the answer that has one. */
export function hitsBySentence(word: Word, index: AnswerIndex): Map<number, Hit> {
  let best = NO_HITS;
  const offer = (candidates: Word[] | undefined, similarity: number): void => {
    for (const candidate of candidates ?? []) {
      if (best === NO_HITS) best = new Map();
      const known = best.get(candidate.sentence);
      if (!known || known.similarity < similarity) best.set(candidate.sentence, { word: candidate, similarity });
    }
  };
  offer(index.byStem.get(word.stem), SIMILARITY.same);
  offer(index.byJoined.get(word.text), SIMILARITY.same);
  offer(index.byStem.get(word.joined), SIMILARITY.same);
  for (const concept of word.concepts) offer(index.byConcept.get(concept), SIMILARITY.synonym);
  offer(misspellingsOf(word, index), SIMILARITY.misspelled);
  offer(familyOf(word, index), SIMILARITY.family);
  return best;
}

/** The best hit for a word of the reference in the whole answer. */
export function bestHit(word: Word, index: AnswerIndex): Hit | undefined {
  let best: Hit | undefined;
  for (const hit of hitsBySentence(word, index).values()) {
    if (!best || hit.similarity > best.similarity) best = hit;
  }
  return best;
}

/** Each stem once, where it stands first. */
export function uniqueWords(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word>();
  for (const word of words) if (!seen.has(word.stem)) seen.set(word.stem, word);
  return [...seen.values()];
}

// A known word is never taken for a misspelling of another: `increase` is no typo of `decrease`.
function misspellingsOf(word: Word, index: AnswerIndex): Word[] {
  if (word.text.length < 5) return [];
  const allowed = word.text.length >= 8 ? 2 : 1;
  const candidates = index.strange.get(word.text.charAt(0)) ?? [];
  return candidates.filter((candidate) => isMisspelling(word.text, candidate.text, allowed));
}

const LIMIT = 20_000;
const judged = new Map<string, boolean>();

/** Candidates speak of the same subject again and again, so each pair is measured once. */
function isMisspelling(word: string, candidate: string, allowed: number): boolean {
  if (candidate.length < 4 || Math.abs(word.length - candidate.length) > allowed) return false;
  const pair = `${word} ${candidate}`;
  const known = judged.get(pair);
  if (known !== undefined) return known;
  if (judged.size >= LIMIT) judged.clear();
  const near = editDistance(word, candidate, allowed) <= allowed;
  judged.set(pair, near);
  return near;
}

function familyOf(word: Word, index: AnswerIndex): Word[] {
  if (word.text.length < PREFIX) return [];
  const candidates = index.byPrefix.get(word.text.slice(0, PREFIX)) ?? [];
  return candidates.filter((candidate) => sharedStart(word.text, candidate.text) >= 0.6 * Math.max(word.text.length, candidate.text.length));
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length++;
  return length;
}

function isStrange(word: Word): boolean {
  return /^[a-z]{4,}$/.test(word.text) && !isCommonStem(word.stem);
}

function put<Key>(map: Map<Key, Word[]>, key: Key, word: Word): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}
