import { describe, expect, it } from 'vitest';
import { createCachedEmbedder, type VectorCache } from '../../src/embeddings/cached.ts';
import type { Embedder } from '../../src/embeddings/embeddings.ts';

function memoryCache(): VectorCache & { size(): number } {
  const vectors = new Map<string, Float32Array>();
  return {
    get: async (keys) => keys.map((key) => vectors.get(key)),
    put: async (entries) => entries.forEach(({ key, vector }) => vectors.set(key, vector)),
    size: () => vectors.size,
  };
}

function countingEmbedder(id = 'test/letters'): Embedder & { asked: string[][] } {
  const asked: string[][] = [];
  return {
    id,
    asked,
    async embed(texts, { signal } = {}) {
      signal?.throwIfAborted();
      asked.push(texts);
      return texts.map((text) => new Float32Array(512).fill(text.length));
    },
  };
}

describe('a cached embedder', () => {
  it('asks once for a text, whatever its white space, and keeps the order', async () => {
    const embedder = countingEmbedder();
    const cached = createCachedEmbedder(embedder, memoryCache());
    await cached.embed(['a', 'bb']);
    const vectors = await cached.embed(['ccc', 'bb', ' a\n', 'ccc']);
    expect(vectors.map(([first]) => first)).toEqual([3, 2, 1, 3]);
    expect(embedder.asked).toEqual([['a', 'bb'], ['ccc']]);
  });

  it('asks nobody when it has all', async () => {
    const embedder = countingEmbedder();
    const cache = memoryCache();
    await createCachedEmbedder(embedder, cache).embed(['a']);
    await createCachedEmbedder(embedder, cache).embed(['a']);
    expect(embedder.asked).toEqual([['a']]);
    expect(await createCachedEmbedder(embedder, cache).embed([])).toEqual([]);
  });

  it('keeps embedders apart, and has the id of its own', async () => {
    const cache = memoryCache();
    const [one, other] = [countingEmbedder('test/one'), countingEmbedder('test/other')];
    await createCachedEmbedder(one, cache).embed(['a']);
    await createCachedEmbedder(other, cache).embed(['a']);
    expect([one.asked, other.asked]).toEqual([[['a']], [['a']]]);
    expect(createCachedEmbedder(one, cache).id).toBe('test/one');
  });

  it('gives vectors that may be changed', async () => {
    const cached = createCachedEmbedder(countingEmbedder(), memoryCache());
    const [first] = await cached.embed(['a']);
    first?.fill(9);
    expect((await cached.embed(['a']))[0]?.[0]).toBe(1);
  });

  it('keeps no failure', async () => {
    const cache = memoryCache();
    const failing: Embedder = { id: 'test/letters', embed: () => Promise.reject(new Error('The provider failed.')) };
    await expect(createCachedEmbedder(failing, cache).embed(['a'])).rejects.toThrow('The provider failed.');
    expect(cache.size()).toBe(0);
  });

  it('keeps what came before a failure, so that the next try is asked for the rest alone', async () => {
    const cache = memoryCache();
    const texts = Array.from({ length: 200 }, (_, index) => `Text ${index}`);
    const embedder = countingEmbedder();
    let left = 1;
    const breaking: Embedder = { id: embedder.id, embed: (some) => (left-- > 0 ? embedder.embed(some) : Promise.reject(new Error('It broke.'))) };
    await expect(createCachedEmbedder(breaking, cache).embed(texts)).rejects.toThrow('It broke.');
    expect(cache.size()).toBe(96);
    expect(await createCachedEmbedder(embedder, cache).embed(texts)).toHaveLength(200);
    expect(embedder.asked.flat()).toEqual(texts);
  });

  it('is as good as none when it cannot be read or written', async () => {
    const broken: VectorCache = { get: () => Promise.reject(new Error('no')), put: () => Promise.reject(new Error('no')) };
    expect(await createCachedEmbedder(countingEmbedder(), broken).embed(['a', 'bb'])).toMatchObject([{ 0: 1 }, { 0: 2 }]);
  });

  it('passes the signal on', async () => {
    const cached = createCachedEmbedder(countingEmbedder(), memoryCache());
    await expect(cached.embed(['a'], { signal: AbortSignal.abort(new Error('Esc')) })).rejects.toThrow('Esc');
  });
});
