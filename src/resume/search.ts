import type { Embedder } from '../embeddings/embeddings.ts';
import type { Chunk } from '../schemas/resume.ts';
import type { Store } from '../store/store.ts';
import { IndexMissing, type VectorHit, type VectorIndex } from '../vectors/vectors.ts';
import { passageRank } from './rank-passages.ts';
import { vectorItems } from './vector-items.ts';

export interface SearchHit {
  chunk: number;
  section: string;
  entry: string | null;
  text: string;
  /** Cosine of the meanings with what shared words and the place add (rank-passages.ts); only the order matters. */
  score: number;
}

export interface SearchServices {
  embedder: Embedder;
  store: Store;
  index: VectorIndex;
}

/** More passages than this are worth ranking in no resume. */
const RANKED = 50;

/**
 * The passages of a resume that answer a query best, at most `limit`.
 *
 * The index finds the nearest by meaning, the words they share with the query
 * put them in order, and passages of the domain come first. A missing or
 * damaged index is built again from the rows, which are the truth.
 */
export async function searchResume(
  resumeId: string,
  query: string,
  { limit, domain }: { limit: number; domain?: string },
  services: SearchServices,
): Promise<SearchHit[]> {
  const [vector] = await services.embedder.embed([query]);
  if (!vector?.some((value) => value !== 0)) return [];

  const inDomain = domain ? await nearest(resumeId, vector, { limit: RANKED, primaryDomain: domain }, services) : [];
  const anywhere = inDomain.length < limit ? await nearest(resumeId, vector, { limit: RANKED }, services) : [];
  const others = anywhere.filter(({ id }) => !inDomain.some((hit) => hit.id === id));
  const passages = await passagesOf(resumeId, services.store);
  const ranked = [inDomain, others].flatMap((hits) => rank(query, hits, passages));
  return ranked.slice(0, limit);
}

/** Builds the index of a resume from its rows; embeds again when the rows' vectors come from another embedder. */
export async function rebuildIndex(resumeId: string, { embedder, store, index }: SearchServices): Promise<void> {
  const resume = await store.findResume(resumeId);
  const stored = await store.chunksOf(resumeId);
  const chunks = stored.chunks.map(({ chunk }) => chunk);
  const current = stored.embedderId === embedder.id;
  const vectors = current ? stored.chunks.map(({ vector }) => vector) : await embedder.embed(chunks.map(({ text }) => text));
  if (!current) await store.replaceVectors(resumeId, embedder.id, vectors);
  await index.replace(resumeId, embedder.id, vectorItems(resumeId, resume?.role ?? null, chunks, vectors));
}

async function nearest(
  resumeId: string,
  vector: Float32Array,
  options: { limit: number; primaryDomain?: string },
  services: SearchServices,
): Promise<VectorHit[]> {
  const query = () => services.index.query(resumeId, services.embedder.id, vector, options);
  return query().catch(async (error: unknown) => {
    if (!(error instanceof IndexMissing)) throw error;
    await rebuildIndex(resumeId, services);
    return query();
  });
}

async function passagesOf(resumeId: string, store: Store): Promise<Map<string, Chunk>> {
  const { chunks } = await store.chunksOf(resumeId);
  return new Map(chunks.map(({ chunk }) => [String(chunk.index), chunk]));
}

function rank(query: string, hits: VectorHit[], passages: Map<string, Chunk>): SearchHit[] {
  return hits
    .flatMap(({ id, score }) => {
      const passage = passages.get(id);
      return passage ? [{ passage, score: Number(passageRank(query, passage, score).toFixed(4)) }] : [];
    })
    .sort((left, right) => right.score - left.score || left.passage.index - right.passage.index)
    .map(({ passage, score }) => ({ chunk: passage.index, section: passage.section, entry: passage.entry, text: passage.text, score }));
}
