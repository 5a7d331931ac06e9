import type { Embedder } from '../embeddings/embeddings.ts';
import type { OnWork } from '../schemas/progress.ts';
import type { Resume } from '../schemas/resume.ts';
import type { Store } from '../store/store.ts';
import type { VectorIndex } from '../vectors/vectors.ts';
import { contactOf } from './person-contact.ts';
import { vectorItems } from './vector-items.ts';

export interface IndexServices {
  embedder: Embedder;
  store: Store;
  index: VectorIndex;
  /** Told when passages must be embedded again. */
  onWork?: OnWork;
}

/** What was done for one resume. */
export interface Rebuilt {
  /** Its vectors came from another embedder, so all its passages were embedded again. */
  embedded: boolean;
}

/**
 * Builds the index of a resume from its rows, which are the truth. Vectors of
 * another embedder are never mixed with those of this one: all passages are
 * embedded again first, and stored when all are there. A provider that fails
 * on the way leaves rows and index as they were.
 */
export async function rebuildIndex(resumeId: string, services: IndexServices): Promise<Rebuilt> {
  const { embedder, store, index } = services;
  const resume = await store.findResume(resumeId);
  const { embedderId, chunks: stored } = await store.chunksOf(resumeId);
  const embedded = embedderId !== embedder.id;
  const vectors = embedded && resume ? await embedAgain(resume, services) : stored.map(({ vector }) => vector);
  const items = vectorItems(resumeId, resume?.role ?? null, stored.map(({ chunk }) => chunk), vectors);
  await index.replace(resumeId, embedder.id, items, { person: contactOf(resume ?? null) });
  return { embedded };
}

/** Texts that are asked for at a time, so that whoever waits sees it go on. */
const AT_ONCE = 32;

async function embedAgain(resume: Resume, { embedder, store, onWork = () => undefined }: IndexServices): Promise<Float32Array[]> {
  const texts = resume.chunks.map(({ text }) => text);
  const words = `Making vectors of the ${texts.length} passages of ${resume.file} with ${embedder.id}`;
  const vectors: Float32Array[] = [];
  onWork({ words, done: 0, total: texts.length });
  while (vectors.length < texts.length) {
    vectors.push(...(await embedder.embed(texts.slice(vectors.length, vectors.length + AT_ONCE), { person: contactOf(resume) })));
    onWork({ words, done: vectors.length, total: texts.length });
  }
  await store.replaceVectors(resume.id, embedder.id, vectors);
  return vectors;
}
