import type { Embedder } from '../embeddings/embeddings.ts';
import type { Store } from '../store/store.ts';
import { IndexMissing, type VectorHit, type VectorIndex } from '../vectors/vectors.ts';
import { vectorItems } from './vector-items.ts';

export interface SearchHit {
  chunk: number;
  section: string;
  entry: string | null;
  text: string;
  /** Cosine, -1 to 1. */
  score: number;
}

export interface SearchServices {
  embedder: Embedder;
  store: Store;
  index: VectorIndex;
}

/**
 * The passages of a resume that are nearest to a query, at most `limit`.
 *
 * Passages of the domain come first, then the nearest of the rest. A missing
 * or damaged index is built again from the rows, which are the truth.
 */
export async function searchResume(
  resumeId: string,
  query: string,
  { limit, domain }: { limit: number; domain?: string },
  services: SearchServices,
): Promise<SearchHit[]> {
  const [vector] = await services.embedder.embed([query]);
  if (!vector?.some((value) => value !== 0)) return [];

  const inDomain = domain ? await nearest(resumeId, vector, { limit, primaryDomain: domain }, services) : [];
  const anywhere = inDomain.length < limit ? await nearest(resumeId, vector, { limit }, services) : [];
  const hits = [...inDomain, ...anywhere.filter(({ id }) => !inDomain.some((hit) => hit.id === id))];
  return describe(resumeId, hits.slice(0, limit), services.store);
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

async function describe(resumeId: string, hits: VectorHit[], store: Store): Promise<SearchHit[]> {
  const { chunks } = await store.chunksOf(resumeId);
  const byIndex = new Map(chunks.map(({ chunk }) => [String(chunk.index), chunk]));
  return hits.flatMap(({ id, score }) => {
    const chunk = byIndex.get(id);
    return chunk ? [{ chunk: chunk.index, section: chunk.section, entry: chunk.entry, text: chunk.text, score: Number(score.toFixed(4)) }] : [];
  });
}
