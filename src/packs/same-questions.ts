import type { Embedder } from '../embeddings/embeddings.ts';
import { cosine, SAME_QUESTION } from './choose.ts';
import type { LoadedPack } from './load.ts';
import { embedPacks, type PackVectors, vectorsOf } from './pack-vectors.ts';

/**
 * A text that is at least SAME_QUESTION near to another is never further from
 * that one's vector with skills and tags, which the build has made: of pairs
 * from 0.75 on in the built-in packs none was below 0.65.
 */
const WORTH_A_LOOK = 0.55;

export interface SameQuestions {
  /** The earlier question, of the packs or of the others, and the later one. */
  first: PlacedQuestion;
  second: PlacedQuestion;
  nearness: number;
}

export interface PlacedQuestion {
  /** Place in the list of packs; null for a question of the others. */
  pack: number | null;
  question: number;
  id: string;
  text: string;
  file: string;
}

/** Pairs of questions that ask the same, by the meaning of their texts: within the packs, and between them and the others. */
export async function findSameQuestions(
  packs: readonly LoadedPack[],
  others: readonly LoadedPack[],
  embedder: Embedder,
  known?: PackVectors,
): Promise<SameQuestions[]> {
  const own = packs.flatMap((loaded, pack) => placed(loaded, pack));
  const ownVectors = await embedder.embed(own.map(({ text }) => text));
  const near = await nearOthers(others, ownVectors, embedder, known);
  const nearVectors = await embedder.embed(near.map(({ text }) => text));
  const earlier = [...near.map((question, index) => ({ question, vector: nearVectors[index] })), ...own.map((question, index) => ({ question, vector: ownVectors[index] }))];
  return own.flatMap((second, index) =>
    earlier.slice(0, near.length + index).flatMap(({ question: first, vector }) => {
      const nearness = cosine(vector ?? NONE, ownVectors[index] ?? NONE);
      return first.id !== second.id && nearness >= SAME_QUESTION ? [{ first, second, nearness }] : [];
    }),
  );
}

const NONE = new Float32Array();

/** The questions of the others that may be the same as one of these texts. */
async function nearOthers(others: readonly LoadedPack[], texts: readonly Float32Array[], embedder: Embedder, known?: PackVectors): Promise<PlacedQuestion[]> {
  const vectors = await embedPacks([...others], embedder, known);
  return others.flatMap((loaded) => {
    const meanings = vectorsOf(loaded, vectors) ?? [];
    return placed(loaded, null).filter(({ question }) => texts.some((text) => cosine(text, meanings[question] ?? NONE) >= WORTH_A_LOOK));
  });
}

function placed({ pack, file }: LoadedPack, place: number | null): PlacedQuestion[] {
  return pack.questions.map(({ id, text }, question) => ({ pack: place, question, id, text, file }));
}
