import { createHash } from 'node:crypto';
import type { Embedder } from './embeddings.ts';

/** Where vectors are kept between runs. What it gives back it was given; how long it keeps it is its own affair. */
export interface VectorCache {
  /** One entry a key, in order; undefined for what it does not have. */
  get(keys: string[]): Promise<(Float32Array | undefined)[]>;
  put(entries: { key: string; vector: Float32Array }[]): Promise<void>;
}

/**
 * An embedder that asks only for what it has not seen: by the text with its
 * white space as single spaces, and by the embedder's id. Failures are not
 * kept, and a text that stands there twice is asked for once.
 */
export function createCachedEmbedder(embedder: Embedder, cache: VectorCache): Embedder {
  return {
    id: embedder.id,

    async embed(texts, options) {
      const keys = texts.map((text) => keyOf(embedder.id, text));
      const known = new Map<string, Float32Array>();
      const found = await cache.get(keys);
      keys.forEach((key, index) => {
        const vector = found[index];
        if (vector) known.set(key, vector);
      });
      const missing = new Map(texts.flatMap((text, index) => (known.has(keys[index] ?? '') ? [] : [[keys[index] ?? '', text] as const])));
      if (missing.size > 0) {
        const vectors = await embedder.embed([...missing.values()], options);
        const entries = [...missing.keys()].flatMap((key, index) => (vectors[index] ? [{ key, vector: vectors[index] }] : []));
        entries.forEach(({ key, vector }) => known.set(key, vector));
        await cache.put(entries);
      }
      return keys.map((key) => Float32Array.from(known.get(key) ?? []));
    },
  };
}

function keyOf(embedderId: string, text: string): string {
  return createHash('sha256').update(`${embedderId}\n${text.replace(/\s+/gu, ' ').trim()}`).digest('hex');
}
