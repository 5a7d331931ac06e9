import type { Embedder } from '../embeddings/embeddings.ts';
import { DIMENSIONS } from '../embeddings/embeddings.ts';
import type { Question } from '../schemas/question.ts';
import type { LoadedPack } from './load.ts';

/** The vectors of packs, keyed by pack hash: one base64 block of little-endian Float32 a pack, in the order of its questions. */
export interface PackVectors {
  embedder: string;
  packs: Record<string, string>;
}

/** What a question means: its words, and what it is about. */
export function meaningOf(question: Question): string {
  return [question.text, question.skills.join(', '), question.tags.join(', ')].filter(Boolean).join(' ');
}

/** Embeds the packs that `known` does not hold yet; what is known of packs that are gone is left out. */
export async function embedPacks(packs: LoadedPack[], embedder: Embedder, known?: PackVectors): Promise<PackVectors> {
  const reusable = known?.embedder === embedder.id ? known.packs : {};
  const vectors: Record<string, string> = {};
  for (const { pack, hash } of packs) {
    vectors[hash] = reusable[hash] ?? encodeVectors(await embedder.embed(pack.questions.map(meaningOf)));
  }
  return { embedder: embedder.id, packs: vectors };
}

/** The vectors of one pack, or undefined when they are not there or not complete. */
export function vectorsOf({ pack, hash }: LoadedPack, { packs }: PackVectors): Float32Array[] | undefined {
  const block = packs[hash];
  if (block === undefined) return undefined;
  const bytes = Buffer.from(block, 'base64');
  if (bytes.length !== pack.questions.length * DIMENSIONS * 4) return undefined;
  return pack.questions.map((_, index) => readVector(bytes, index));
}

function readVector(bytes: Buffer, index: number): Float32Array {
  const start = index * DIMENSIONS * 4;
  return Float32Array.from({ length: DIMENSIONS }, (_, place) => bytes.readFloatLE(start + place * 4));
}

function encodeVectors(vectors: Float32Array[]): string {
  const bytes = Buffer.alloc(vectors.length * DIMENSIONS * 4);
  vectors.forEach((vector, index) => vector.forEach((value, place) => bytes.writeFloatLE(value, (index * DIMENSIONS + place) * 4)));
  return bytes.toString('base64');
}
