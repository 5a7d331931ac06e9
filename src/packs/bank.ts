import { existsSync, readFileSync } from 'node:fs';
import type { Embedder } from '../embeddings/embeddings.ts';
import { packagePath } from '../package-root.ts';
import type { OnWork } from '../schemas/progress.ts';
import type { Question } from '../schemas/question.ts';
import type { Store } from '../store/store.ts';
import { loadBuiltInPacks, readPacks, type LoadedPack } from './load.ts';
import { meaningOf, vectorsOf, type PackVectors } from './pack-vectors.ts';

/** A question of the bank, with where it comes from and what it means. */
export interface BankQuestion extends Question {
  pack: string;
  packHash: string;
  vector: Float32Array;
}

export interface BankServices {
  embedder: Embedder;
  /** Keeps the vectors of packs that brought none along. */
  store: Pick<Store, 'findPackVectors' | 'keepPackVectors'>;
  /** Told when questions must be embedded first. */
  onWork?: OnWork;
}

/**
 * All questions of the built-in packs and of the user's, with their vectors.
 *
 * The built-in ones bring vectors of the local embedder along. All others are
 * embedded at their first use and kept, by embedder and by what stands in the
 * pack. A user's question takes the place of a built-in one of the same id.
 * Rejects with an InputError for a pack that cannot be read, and with a
 * `ModelError` when the embedder fails; what was embedded by then is kept.
 */
export async function openQuestionBank(userPaths: string[], services: BankServices): Promise<BankQuestion[]> {
  return questionsOf([...loadBuiltInPacks(), ...readPacks(userPaths)], services);
}

/** The questions of these packs alone, with their vectors, on the same terms. */
export async function questionsOf(packs: LoadedPack[], services: BankServices): Promise<BankQuestion[]> {
  const known = await knownVectors(packs, services);
  const missing = packs.filter((pack) => !known.has(pack.hash));
  const made = await embedMissing([...new Map(missing.map((pack) => [pack.hash, pack])).values()], services);
  const questions = packs.flatMap((loaded) => bankQuestions(loaded, known.get(loaded.hash) ?? made.get(loaded.hash) ?? []));
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}

function bankQuestions({ pack, hash }: LoadedPack, vectors: Float32Array[]): BankQuestion[] {
  return pack.questions.map((question, index) => ({ ...question, pack: pack.id, packHash: hash, vector: vectors[index] ?? new Float32Array() }));
}

async function knownVectors(packs: LoadedPack[], { embedder, store }: BankServices): Promise<Map<string, Float32Array[]>> {
  const builtIn = readBuiltInVectors();
  const usable = builtIn?.embedder === embedder.id ? builtIn : undefined;
  const known = new Map<string, Float32Array[]>();
  for (const loaded of packs) {
    const vectors = (usable && vectorsOf(loaded, usable)) ?? (await store.findPackVectors(embedder.id, loaded.hash, loaded.pack.questions.length));
    if (vectors) known.set(loaded.hash, vectors);
  }
  return known;
}

/** Questions that are embedded before what came is kept: what breaks off later costs no more than these. */
const AT_ONCE = 64;

async function embedMissing(packs: LoadedPack[], { embedder, store, onWork = () => undefined }: BankServices): Promise<Map<string, Float32Array[]>> {
  const made = new Map<string, Float32Array[]>();
  const total = packs.reduce((sum, { pack }) => sum + pack.questions.length, 0);
  const words = `Making vectors of ${total} ${total === 1 ? 'question' : 'questions'} with ${embedder.id}, once`;
  let done = 0;
  if (total > 0) onWork({ words, done, total });
  for (const group of groupsOf(packs)) {
    const vectors = await embedder.embed(group.flatMap(({ pack }) => pack.questions.map(meaningOf)));
    for (const { pack, hash } of group) {
      const own = vectors.splice(0, pack.questions.length);
      await store.keepPackVectors(embedder.id, hash, own);
      made.set(hash, own);
      done += own.length;
    }
    onWork({ words, done, total });
  }
  return made;
}

/** Packs together, so that each request is worth its way. */
function groupsOf(packs: LoadedPack[]): LoadedPack[][] {
  const groups: LoadedPack[][] = [];
  let size = Infinity;
  for (const loaded of packs) {
    if (size + loaded.pack.questions.length > AT_ONCE) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(loaded);
    size += loaded.pack.questions.length;
  }
  return groups;
}

/** The vectors that the build has made of the built-in packs. */
export function readBuiltInVectors(): PackVectors | undefined {
  const file = packagePath('dist', 'pack-vectors.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackVectors) : undefined;
}
