import { type AnswerIndex, type Hit, hitIn, type Hits, hitsBySentence, uniqueWords } from './alignment.ts';
import { talkOnce } from './talk.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

/** A word that is looked for, with what each sentence of the answer offers for it. */
export interface Sought {
  word: Word;
  /** The question did not give it away. */
  isNew: boolean;
  weight: number;
  hits: Hits;
}

const uniqueOnce = foundOnce(({ content }) => uniqueWords(content));

/** The stems of matter of a text of a rubric or question. */
export const stemsOnce = foundOnce(({ content }) => new Set(content.map(({ stem }) => stem)));

const GIVEN_WEIGHT = 0.2;
/** A hit this good is the word itself, a synonym, a misspelling or a word of its family. */
export const FIRM = 0.8;

/** Looks for the matter of a text in an answer, each stem once, where it stands first; words that the question gave already count a fifth. */
export function seek(text: Text, answer: AnswerIndex, given: ReadonlySet<string>): Sought[] {
  return uniqueOnce(text).map((word) => {
    const isNew = !given.has(word.stem);
    return { word, isNew, weight: word.cost * (isNew ? 1 : GIVEN_WEIGHT), hits: hitsBySentence(word, answer) };
  });
}

/**
 * The sentences that say something to the rubric. A single loose word in a
 * long sentence is chance, not evidence: such a sentence counts for nothing,
 * so that talk around the subject can raise no score. `stemsIn` are the stems of
 * matter of each sentence (contentBySentence).
 */
export function tellingSentences(sought: readonly Sought[], answer: Text, stemsIn: readonly (readonly string[])[]): number[] {
  const found = new Map<number, FoundStems>();
  for (const { word, isNew, hits } of sought) {
    if (!isNew) continue;
    for (const hit of hits) if (hit.similarity >= FIRM) addStem(found, hit.word.sentence, word);
  }
  const talk = talkOnce(answer);
  return [...found.keys()].sort((a, b) => a - b).filter((sentence) => isTelling(found.get(sentence), stemsIn[sentence]?.length ?? 0, talk.has(sentence)));
}

/** Words of a rubric that were found in a sentence, and what they tell. */
interface FoundStems {
  stems: Set<string>;
  cost: number;
}

function addStem(found: Map<number, FoundStems>, sentence: number, { stem, cost }: Word): void {
  const known = found.get(sentence);
  if (!known) found.set(sentence, { stems: new Set([stem]), cost });
  else if (!known.stems.has(stem)) {
    known.stems.add(stem);
    known.cost += cost;
  }
}

function isTelling(found: FoundStems | undefined, size: number, talk: boolean): boolean {
  if (!found) return false;
  const { stems, cost } = found;
  // Talk around the answer meets a word or two of any rubric.
  if (talk) return stems.size >= 3;
  return stems.size >= 2 || (cost >= 1 && cost / Math.max(1, size) >= 0.12);
}

/** The stems that carry matter, sentence by sentence. */
export const contentBySentence = foundOnce(({ sentences, content }): readonly (readonly string[])[] => {
  const stems = sentences.map((): string[] => []);
  for (const { sentence, stem } of content) stems[sentence]?.push(stem);
  return stems;
});

/** How much of what was looked for the sentences in the places from `from` to before `to` hold: 0 to 1, weighted by what each word tells. */
export function shareFound(sought: readonly Sought[], sentences: readonly number[], from: number, to: number, weightOf = ownWeight): number {
  let [found, total] = [0, 0];
  for (const one of sought) {
    const weight = weightOf(one);
    total += weight;
    const hit = bestHit(one.hits, sentences, from, to);
    if (hit) found += weight * hit.similarity;
  }
  return total > 0 ? found / total : 0;
}

const ownWeight = ({ weight }: Sought): number => weight;

/** The best hit in such a run of sentences, of equal ones the first. */
export function bestHit(hits: Hits, sentences: readonly number[], from: number, to: number): Hit | undefined {
  if (hits.length === 0) return undefined;
  let best: Hit | undefined;
  for (let at = from; at < to; at++) {
    const hit = hitIn(hits, sentences[at] ?? -1);
    if (hit && (!best || hit.similarity > best.similarity)) best = hit;
  }
  return best;
}
