import { type AnswerIndex, type Hit, hitIn, type Hits, hitsBySentence, uniqueWords } from './alignment.ts';
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

/** The stems that carry matter, sentence by sentence. */
export const contentBySentence = foundOnce(({ sentences, content }): readonly (readonly string[])[] => {
  const stems = sentences.map((): string[] => []);
  for (const { sentence, stem } of content) stems[sentence]?.push(stem);
  return stems;
});

/** An earlier sentence has the same stems in the same order; `stems` are those of all sentences. */
export function isSaidBefore(stems: readonly (readonly string[])[], sentence: number): boolean {
  const own = stems[sentence] ?? [];
  for (let before = 0; before < sentence; before++) {
    const other = stems[before];
    if (other?.length === own.length && other.every((stem, at) => stem === own[at])) return true;
  }
  return false;
}

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
