import { existsSync, readFileSync } from 'node:fs';
import type { Embedder } from '../embeddings/embeddings.ts';
import { InputError } from '../errors.ts';
import { packagePath } from '../package-root.ts';
import type { Question } from '../schemas/question.ts';
import { loadBuiltInPacks, readPacks, type LoadedPack } from './load.ts';
import { embedPacks, vectorsOf, type PackVectors } from './pack-vectors.ts';

/** A question of the bank, with where it comes from and what it means. */
export interface BankQuestion extends Question {
  pack: string;
  packHash: string;
  vector: Float32Array;
}

/**
 * All questions of the built-in packs and of the user's, with their vectors.
 *
 * The built-in ones bring theirs along; user packs are embedded here. A user's
 * question takes the place of a built-in one of the same id. Rejects with an
 * InputError for a pack that cannot be read.
 */
export async function openQuestionBank(userPaths: string[], embedder: Embedder): Promise<BankQuestion[]> {
  const builtIn = loadBuiltInPacks();
  const own = readPacks(userPaths);
  const vectors = await embedPacks([...builtIn, ...own], embedder, readBuiltInVectors());
  const questions = new Map<string, BankQuestion>();
  for (const loaded of [...builtIn, ...own]) {
    for (const question of bankQuestions(loaded, vectors)) questions.set(question.id, question);
  }
  return [...questions.values()];
}

function bankQuestions(loaded: LoadedPack, vectors: PackVectors): BankQuestion[] {
  const own = vectorsOf(loaded, vectors);
  if (!own) throw new InputError('pack-invalid', `The pack ${loaded.file} has no usable vectors.`, 'Build hotseat again: npm run build');
  return loaded.pack.questions.map((question, index) => ({
    ...question,
    pack: loaded.pack.id,
    packHash: loaded.hash,
    vector: own[index] ?? new Float32Array(),
  }));
}

/** The vectors that the build has made of the built-in packs. */
export function readBuiltInVectors(): PackVectors | undefined {
  const file = packagePath('dist', 'pack-vectors.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackVectors) : undefined;
}
