import { type AnswerIndex, type Hit, hitsBySentence, uniqueWords } from './alignment.ts';
import { talkOnce } from './talk.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

/** A word that is looked for, with what each sentence of the answer offers for it. */
export interface Sought {
  word: Word;
  /** The question did not give it away. */
  isNew: boolean;
  weight: number;
  hits: Map<number, Hit>;
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
  const found = new Map<number, Map<string, number>>();
  for (const { word, isNew, hits } of sought) {
    for (const [sentence, { similarity }] of hits) {
      if (!isNew || similarity < FIRM) continue;
      const stems = found.get(sentence) ?? new Map<string, number>();
      found.set(sentence, stems.set(word.stem, word.cost));
    }
  }
  const talk = talkOnce(answer);
  return [...found.keys()].sort((a, b) => a - b).filter((sentence) => isTelling(found.get(sentence), stemsIn[sentence]?.length ?? 0, talk.has(sentence)));
}

function isTelling(stems: Map<string, number> | undefined, size: number, talk: boolean): boolean {
  if (!stems) return false;
  // Talk around the answer meets a word or two of any rubric.
  if (talk) return stems.size >= 3;
  const cost = [...stems.values()].reduce((sum, value) => sum + value, 0);
  return stems.size >= 2 || (cost >= 1 && cost / Math.max(1, size) >= 0.12);
}

/** The stems that carry matter, sentence by sentence. */
export function contentBySentence({ sentences, content }: Text): string[][] {
  const stems = sentences.map((): string[] => []);
  for (const { sentence, stem } of content) stems[sentence]?.push(stem);
  return stems;
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
export function bestHit(hits: ReadonlyMap<number, Hit>, sentences: readonly number[], from: number, to: number): Hit | undefined {
  if (hits.size === 0) return undefined;
  let best: Hit | undefined;
  for (let at = from; at < to; at++) {
    const hit = hits.get(sentences[at] ?? -1);
    if (hit && (!best || hit.similarity > best.similarity)) best = hit;
  }
  return best;
}
