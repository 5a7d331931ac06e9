import { createHash } from 'node:crypto';
import type { Embedder, EmbedOptions } from './embeddings.ts';

/** Where vectors are kept between runs. What it gives back it was given; how long it keeps it is its own affair. */
export interface VectorCache {
  /** One entry a key, in order; undefined for what it does not have. */
  get(keys: string[]): Promise<(Float32Array | undefined)[]>;
  put(entries: { key: string; vector: Float32Array }[]): Promise<void>;
}

/** Texts that are asked for before what came is kept: what breaks off later costs no more than these. */
const AT_ONCE = 96;

/**
 * An embedder that asks only for what it has not seen: by the text with its
 * white space as single spaces, and by the embedder's id. Failures are not
 * kept, what came before one is, and a text that stands there twice is asked
 * for once. A cache that cannot be read or written is as good as none.
 */
export function createCachedEmbedder(embedder: Embedder, cache: VectorCache): Embedder {
  return {
    id: embedder.id,

    async embed(texts, options) {
      const keys = texts.map((text) => keyOf(embedder.id, text));
      const known = await knownOf(keys, cache);
      const missing = [...new Map(texts.map((text, index) => [keys[index] ?? '', text] as const))].filter(([key]) => !known.has(key));
      for (let start = 0; start < missing.length; start += AT_ONCE) {
        const entries = await ask(missing.slice(start, start + AT_ONCE), embedder, options);
        entries.forEach(({ key, vector }) => known.set(key, vector));
        await cache.put(entries).catch(() => undefined);
      }
      return keys.map((key) => Float32Array.from(known.get(key) ?? []));
    },
  };
}

async function knownOf(keys: string[], cache: VectorCache): Promise<Map<string, Float32Array>> {
  const found = await cache.get(keys).catch((): (Float32Array | undefined)[] => []);
  return new Map(keys.flatMap((key, index) => (found[index] ? [[key, found[index]] as const] : [])));
}

async function ask(missing: (readonly [key: string, text: string])[], embedder: Embedder, options?: EmbedOptions): Promise<{ key: string; vector: Float32Array }[]> {
  const vectors = await embedder.embed(missing.map(([, text]) => text), options);
  return missing.flatMap(([key], index) => (vectors[index] ? [{ key, vector: vectors[index] }] : []));
}

function keyOf(embedderId: string, text: string): string {
  return createHash('sha256').update(`${embedderId}\n${text.replace(/\s+/gu, ' ').trim()}`).digest('hex');
}
