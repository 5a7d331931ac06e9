import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../src/errors.ts';
import { IndexMissing } from '../../src/vectors/vectors.ts';
import { createVectraIndex } from '../../src/vectors/vectra.ts';
import { startScript } from '../helpers/script.ts';
import { testVectorIndex } from './contract.ts';
import { item, vectorOf } from './items.ts';

const root = mkdtempSync(join(tmpdir(), 'hotseat-vectors-'));
const newFolder = (): string => mkdtempSync(join(root, 'vectors-'));
afterAll(() => rmSync(root, { recursive: true }));

const embedder = 'test/axes';
const east = vectorOf(1, 0);

describe('the Vectra index', () => {
  testVectorIndex(() => createVectraIndex(newFolder()));

  it('is one file for its owner alone, in a folder of its own', async () => {
    const folder = join(newFolder(), 'vectors');
    await createVectraIndex(folder).replace('abc', embedder, [item(0, east)]);
    expect(readdirSync(join(folder, 'abc'))).toEqual(['index.json']);
    const modes = [folder, join(folder, 'abc'), join(folder, 'abc', 'index.json')].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  it('is seen by one that was opened before', async () => {
    const folder = newFolder();
    const [writer, reader] = [createVectraIndex(folder), createVectraIndex(folder)];
    await writer.replace('abc', embedder, [item(0, east)]);
    await reader.query('abc', embedder, east, { limit: 1 });
    await writer.replace('abc', embedder, [item(5, east)]);
    expect(await reader.query('abc', embedder, east, { limit: 1 })).toMatchObject([{ id: '5' }]);
  });

  it.each<[string, (bytes: Buffer) => string | Buffer]>([
    ['is empty', () => ''],
    ['was cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['is something else', () => '[]'],
    ['is null', () => 'null'],
    ['names no embedder', (bytes) => bytes.toString().replace('"embedder"', '"other"')],
    ['lost a vector', (bytes) => bytes.toString().replace(/"vector":\[.*?\]/, '"vector":[]')],
    ['lost a norm', (bytes) => bytes.toString().replace(/"norm":[^,}]*/, '"norm":0')],
    ['lost a text', (bytes) => bytes.toString().replace(/"text":"[^"]*",/, '')],
  ])('is missing when its file %s, and can be made anew', async (_, spoil) => {
    const folder = newFolder();
    const index = createVectraIndex(folder);
    await index.replace('abc', embedder, [item(0, east)]);
    const file = join(folder, 'abc', 'index.json');
    writeFileSync(file, spoil(readFileSync(file)));

    await expect(index.query('abc', embedder, east, { limit: 1 })).rejects.toThrow(IndexMissing);
    await index.replace('abc', embedder, [item(0, east)]);
    await expect(index.query('abc', embedder, east, { limit: 1 })).resolves.toHaveLength(1);
  });

  it.each(['../abc', '', '.', 'a/b', 'a\\b', 'x'.repeat(65)])('has no folder "%s"', async (id) => {
    const index = createVectraIndex(newFolder());
    await expect(index.replace(id, embedder, [])).rejects.toMatchObject({ code: 'bad-id' });
    await expect(index.query(id, embedder, east, { limit: 1 })).rejects.toMatchObject({ code: 'bad-id' });
    await expect(index.delete(id)).rejects.toMatchObject({ code: 'bad-id' });
  });

  it('says so when it cannot be written', async () => {
    const folder = join(newFolder(), 'vectors');
    writeFileSync(folder, '');
    const error: unknown = await createVectraIndex(folder).replace('abc', embedder, []).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StorageError);
    expect(error).toMatchObject({ code: 'vectors-not-written' });
  });

  it('clears away what a process that was killed long ago left, and leaves a process at work alone', async () => {
    const folder = newFolder();
    const [old, young] = [join(folder, 'abc', 'building-old'), join(folder, 'abc', 'building-young')];
    [old, young].forEach((path) => mkdirSync(path, { recursive: true }));
    const longAgo = new Date(Date.now() - 24 * 60 * 60 * 1000);
    utimesSync(old, longAgo, longAgo);
    await createVectraIndex(folder).replace('abc', embedder, []);
    expect(readdirSync(join(folder, 'abc')).sort()).toEqual(['building-young', 'index.json']);
  });
});

describe('several processes', () => {
  it('find a whole index after a kill -9', async () => {
    await Promise.all([1, 4, 9, 16].map(killAfter));
  });

  async function killAfter(times: number): Promise<void> {
    const folder = newFolder();
    const script = startScript('test/vectors/replaces-for-ever.ts', folder);
    await vi.waitFor(() => expect(script.lines.length).toBeGreaterThanOrEqual(times), { timeout: 25_000 });
    await script.kill();
    expect(await createVectraIndex(folder).query('abc', embedder, east, { limit: 100 })).toHaveLength(60);
  }

  it('may replace the same index at once: one of them is there, whole', async () => {
    const folder = newFolder();
    const scripts = [1, 2].map(() => startScript('test/vectors/replaces-for-ever.ts', folder, '10'));
    expect(await Promise.all(scripts.map(({ exited }) => exited))).toEqual([0, 0]);
    expect(await createVectraIndex(folder).query('abc', embedder, east, { limit: 100 })).toHaveLength(60);
    expect(readdirSync(join(folder, 'abc'))).toEqual(['index.json']);
  });
});
