import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/embeddings/embeddings.ts';
import { createLocalEmbedder } from '../../src/embeddings/local.ts';
import { ModelError } from '../../src/errors.ts';
import { openQuestionBank } from '../../src/packs/bank.ts';
import type { WorkStep } from '../../src/schemas/progress.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { fileWith, SOUND } from './files.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-bank-'));
  store = openSqliteStore(folder);
});
afterEach(() => store.close());

/** Counts what it is asked; breaks after so many texts. */
function counting(inner: Partial<Embedder> = {}, breaksAfter = Infinity): Embedder & { asked: string[] } {
  const asked: string[] = [];
  return {
    id: 'test/hosted',
    ...inner,
    asked,
    async embed(texts) {
      if (asked.length + texts.length > breaksAfter) throw new ModelError('model-unreachable', 'It cannot be reached.', 'Set `embedder: local`.');
      asked.push(...texts);
      return inner.embed ? inner.embed(texts) : texts.map((text) => new Float32Array(512).fill(1 / text.length));
    },
  };
}

const builtIn = async (): Promise<number> => (await openQuestionBank([], { embedder: counting({ id: 'local/use-lite' }), store })).length;

describe('the question bank', () => {
  it('brings vectors of the local embedder along', async () => {
    const embedder = counting({ id: 'local/use-lite' });
    const bank = await openQuestionBank([], { embedder, store });
    expect(bank.length).toBeGreaterThan(400);
    expect(bank.every(({ vector }) => vector.length === 512)).toBe(true);
    expect(embedder.asked).toEqual([]);
  });

  it('is embedded once by another embedder, with progress, and never mixed', async () => {
    const embedder = counting();
    const steps: WorkStep[] = [];
    const bank = await openQuestionBank([], { embedder, store, onWork: (step) => steps.push(step) });
    const total = await builtIn();

    expect(embedder.asked).toHaveLength(total);
    expect(bank).toHaveLength(total);
    expect(bank.every(({ vector }) => vector.every((number) => number === vector[0]))).toBe(true);
    expect(steps.at(0)).toEqual({ words: `Making vectors of ${total} questions with test/hosted, once`, done: 0, total });
    expect(steps.at(-1)).toMatchObject({ done: total, total });
    expect(steps.length).toBeGreaterThan(5);

    const later = counting();
    const same = await openQuestionBank([], { embedder: later, store, onWork: (step) => steps.push(step) });
    expect(later.asked).toEqual([]);
    expect(same).toEqual(bank);
    expect(steps.at(-1)).toMatchObject({ done: total });
  });

  it('asks for the rest alone after it broke off', async () => {
    const total = await builtIn();
    await expect(openQuestionBank([], { embedder: counting({}, 200), store })).rejects.toMatchObject({ code: 'model-unreachable' });
    const embedder = counting();
    expect(await openQuestionBank([], { embedder, store })).toHaveLength(total);
    expect(embedder.asked.length).toBeGreaterThan(0);
    expect(embedder.asked.length).toBeLessThan(total - 120);
  });

  it('keeps the vectors of a pack of one\'s own, until something in it changes', async () => {
    const local = createLocalEmbedder();
    const inner = { id: local.id, embed: (texts: string[]) => local.embed(texts) };
    const [first, again, changed] = [counting(inner), counting(inner), counting(inner)];
    await openQuestionBank([fileWith(SOUND)], { embedder: first, store });
    await openQuestionBank([fileWith(SOUND.replace('# my pack', '# another comment'))], { embedder: again, store });
    await openQuestionBank([fileWith(SOUND.replace('in front of', 'before'))], { embedder: changed, store });
    expect([first, again, changed].map(({ asked }) => asked.length)).toEqual([2, 0, 2]);
  });
});
