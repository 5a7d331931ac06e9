import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder, EmbedOptions } from '../../src/embeddings/embeddings.ts';
import { ModelError, StorageError } from '../../src/errors.ts';
import { deleteCandidate, deleteResume } from '../../src/resume/delete.ts';
import { rebuildIndex } from '../../src/resume/rebuild-index.ts';
import { searchResume } from '../../src/resume/search.ts';
import type { WorkStep } from '../../src/schemas/progress.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { createVectraIndex } from '../../src/vectors/vectra.ts';
import type { VectorIndex } from '../../src/vectors/vectors.ts';
import { newResume } from '../store/sample-resume.ts';

let store: Store;
let index: VectorIndex;
let id: string;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-rebuild-'));
  store = openSqliteStore(folder);
  index = createVectraIndex(join(folder, 'vectors'));
  ({ id } = await store.addResume(newResume()));
});
afterEach(() => store.close());

function listening(name: string, fails = false): Embedder & { given: (EmbedOptions | undefined)[]; asked: string[] } {
  const [given, asked]: [(EmbedOptions | undefined)[], string[]] = [[], []];
  return {
    id: name,
    given,
    asked,
    async embed(texts, options) {
      if (fails) throw new ModelError('model-unreachable', 'It cannot be reached.', 'Set `embedder: local`.');
      given.push(options);
      asked.push(...texts);
      return texts.map((text) => new Float32Array(512).map((_, place) => text.charCodeAt(place % text.length) / 4000));
    },
  };
}

describe('the index of a resume', () => {
  it('is built from the rows when the embedder is the same', async () => {
    const { embedderId } = await store.chunksOf(id);
    const embedder = listening(embedderId);
    expect(await rebuildIndex(id, { embedder, store, index })).toEqual({ embedded: false });
    expect(embedder.asked).toEqual([]);
    expect(await index.has(id, embedderId)).toBe(true);
  });

  it('is embedded again as a whole by another embedder, told to whoever waits, with the person known', async () => {
    const embedder = listening('test/other');
    const steps: WorkStep[] = [];
    const { chunks } = await store.chunksOf(id);
    expect(await rebuildIndex(id, { embedder, store, index, onWork: (step) => steps.push(step) })).toEqual({ embedded: true });

    expect(embedder.asked).toEqual(chunks.map(({ chunk }) => chunk.text));
    expect(embedder.given[0]?.person).toMatchObject({ name: newResume().parsed.name });
    expect(steps.map(({ done, total }) => [done, total])).toEqual([[0, chunks.length], [chunks.length, chunks.length]]);
    expect(await store.chunksOf(id)).toMatchObject({ embedderId: 'test/other' });
    expect(await index.has(id, 'test/other')).toBe(true);
  });

  it('is brought up to date by a search, for the embedder of the search', async () => {
    const [first, second] = [listening('test/first'), listening('test/second')];
    expect(await searchResume(id, 'nightly import', { limit: 3 }, { embedder: first, store, index })).not.toEqual([]);
    expect(await searchResume(id, 'nightly import', { limit: 3, sessionId: 'abc' }, { embedder: second, store, index })).not.toEqual([]);
    expect(await index.has(id, 'test/first')).toBe(false);
    expect(second.given[0]).toMatchObject({ sessionId: 'abc', person: { name: newResume().parsed.name } });
    const asked = second.asked.length;
    await searchResume(id, 'another', { limit: 3 }, { embedder: second, store, index });
    expect(second.asked).toHaveLength(asked + 1);
  });

  it('stays as it was, with its rows, when the provider fails', async () => {
    const { embedderId } = await store.chunksOf(id);
    await rebuildIndex(id, { embedder: listening(embedderId), store, index });
    await expect(rebuildIndex(id, { embedder: listening('test/dead', true), store, index })).rejects.toMatchObject({ code: 'model-unreachable' });
    expect((await store.chunksOf(id)).embedderId).toBe(embedderId);
    expect(await index.has(id, embedderId)).toBe(true);
  });
});

describe('deleting', () => {
  const originals = () => {
    const deleted: string[] = [];
    return { deleted, keep: async () => undefined, delete: async (resumeId: string) => void deleted.push(resumeId) };
  };
  const refusing = (): VectorIndex => ({ ...index, delete: () => Promise.reject(new StorageError('vectors-unreachable', 'No.', 'Later.')) });

  it('takes index, rows and original', async () => {
    const { embedderId } = await store.chunksOf(id);
    await rebuildIndex(id, { embedder: listening(embedderId), store, index });
    const kept = originals();
    await deleteResume(id, { store, index, originals: kept });
    expect([await index.has(id, embedderId), await store.findResume(id), kept.deleted]).toEqual([false, undefined, [id]]);
  });

  it('a person takes the indexes and originals of all their resumes', async () => {
    const [person] = await store.listCandidates();
    const kept = originals();
    const { embedderId } = await store.chunksOf(id);
    await rebuildIndex(id, { embedder: listening(embedderId), store, index });
    expect(await deleteCandidate(person?.id ?? '', { store, index, originals: kept })).toEqual({ resumeIds: [id] });
    expect([await index.has(id, embedderId), await store.listCandidates(), kept.deleted]).toEqual([false, [], [id]]);
    await expect(deleteCandidate('nobody', { store, index, originals: kept })).rejects.toMatchObject({ code: 'unknown-candidate' });
  });

  it.each([
    ['a resume', async (services: Parameters<typeof deleteResume>[1]) => deleteResume(id, services)],
    ['a person', async (services: Parameters<typeof deleteResume>[1]) => deleteCandidate((await store.listCandidates())[0]?.id ?? '', services)],
  ])('%s takes nothing when the index refuses, so that it can be tried again', async (_, remove) => {
    const kept = originals();
    await expect(remove({ store, index: refusing(), originals: kept })).rejects.toMatchObject({ code: 'vectors-unreachable' });
    expect(await store.findResume(id)).toBeDefined();
    expect(kept.deleted).toEqual([]);
  });
});
