import type { Embedder } from '../embeddings/embeddings.ts';
import type { Chunk } from '../schemas/resume.ts';
import { IndexMissing, type VectorHit, type VectorQuery } from '../vectors/vectors.ts';
import { contactOf } from './person-contact.ts';
import { passageRank } from './rank-passages.ts';
import { rebuildIndex, type IndexServices } from './rebuild-index.ts';

export interface SearchHit {
  chunk: number;
  section: string;
  entry: string | null;
  text: string;
  /** Cosine of the meanings with what shared words and the place add (rank-passages.ts); only the order matters. */
  score: number;
}

export interface SearchServices extends IndexServices {
  embedder: Embedder;
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
  { limit, domain, sessionId }: { limit: number; domain?: string; sessionId?: string },
  services: SearchServices,
): Promise<SearchHit[]> {
  const resume = await services.store.findResume(resumeId);
  const [vector] = await services.embedder.embed([query], { person: contactOf(resume ?? null), sessionId });
  if (!resume || !vector?.some((value) => value !== 0)) return [];

  const nearby = (primaryDomain?: string) => nearest(resume.id, vector, { limit: RANKED, primaryDomain, sessionId }, services);
  const inDomain = domain ? await nearby(domain) : [];
  const anywhere = inDomain.length < limit ? await nearby() : [];
  const others = anywhere.filter(({ id }) => !inDomain.some((hit) => hit.id === id));
  const passages = new Map(resume.chunks.map((chunk) => [String(chunk.index), chunk]));
  const ranked = [inDomain, others].flatMap((hits) => rank(query, hits, passages));
  return ranked.slice(0, limit);
}

async function nearest(resumeId: string, vector: Float32Array, options: VectorQuery, services: SearchServices): Promise<VectorHit[]> {
  const query = () => services.index.query(resumeId, services.embedder.id, vector, options);
  return query().catch(async (error: unknown) => {
    if (!(error instanceof IndexMissing)) throw error;
    await rebuildIndex(resumeId, services);
    return query();
  });
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
