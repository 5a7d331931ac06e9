import { beforeEach, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { IndexMissing, type VectorIndex } from '../../src/vectors/vectors.ts';
import { item, vectorOf } from './items.ts';

/** What every vector index must do. An adapter's own test file calls this first; `open` gives a new, empty one. */
export function testVectorIndex(open: () => VectorIndex): void {
  const embedder = 'test/axes';
  const east = vectorOf(1, 0);
  const passages = [
    item(0, vectorOf(0, 1)),
    item(1, vectorOf(1, 0)),
    item(2, vectorOf(1, 1), 'testing'),
    item(3, vectorOf(-1, 0)),
  ];
  let index: VectorIndex;
  beforeEach(() => {
    index = open();
  });

  it('gives the nearest first, with its cosine and its metadata', async () => {
    await index.replace('abc', embedder, passages);
    const hits = await index.query('abc', embedder, east, { limit: 3 });
    expect(hits.map(({ id }) => id)).toEqual(['1', '2', '0']);
    expect(hits[0]).toEqual({ id: '1', score: 1, metadata: passages[1]?.metadata });
    expect(hits[1]?.score).toBeCloseTo(Math.SQRT1_2, 6);
    expect(hits[2]?.score).toBe(0);
  });

  it('measures the angle, whatever the lengths', async () => {
    await index.replace('abc', embedder, [item(0, vectorOf(3, 4)), item(1, vectorOf(-200, 0))]);
    const hits = await index.query('abc', embedder, vectorOf(50, 0), { limit: 9 });
    expect(hits.map(({ score }) => score)).toEqual([expect.closeTo(0.6, 6), -1]);
  });

  it.each([
    ['testing', ['2']],
    ['sql', ['1', '0', '3']],
    ['test', []],
    ['', []],
  ])('keeps to the domain "%s"', async (primaryDomain, ids) => {
    await index.replace('abc', embedder, passages);
    const hits = await index.query('abc', embedder, east, { limit: 9, primaryDomain });
    expect(hits.map(({ id }) => id)).toEqual(ids);
  });

  it.each([0, 1, 4, 100])('gives no more than the limit of %i', async (limit) => {
    await index.replace('abc', embedder, passages);
    expect(await index.query('abc', embedder, east, { limit })).toHaveLength(Math.min(limit, 4));
  });

  it('has only the last set', async () => {
    await index.replace('abc', embedder, passages);
    await index.replace('abc', embedder, [item(9, vectorOf(0, 1))]);
    expect(await index.query('abc', embedder, east, { limit: 9 })).toMatchObject([{ id: '9' }]);
  });

  it('may hold nothing', async () => {
    await index.replace('abc', embedder, []);
    expect(await index.query('abc', embedder, east, { limit: 9 })).toEqual([]);
  });

  it('keeps resumes apart', async () => {
    await index.replace('abc', embedder, passages);
    await index.replace('abcd', embedder, [item(9, east)]);
    expect(await index.query('abc', embedder, east, { limit: 9 })).toHaveLength(4);
    await index.delete('abc');
    expect(await index.query('abcd', embedder, east, { limit: 9 })).toMatchObject([{ id: '9' }]);
  });

  it('is missing before it is made, after it was deleted, and for another embedder', async () => {
    const query = (by: string) => index.query('abc', by, east, { limit: 1 });
    await expect(query(embedder)).rejects.toThrow(IndexMissing);
    await index.replace('abc', embedder, passages);
    await expect(query('test/other')).rejects.toThrow(IndexMissing);
    await expect(query(embedder)).resolves.toHaveLength(1);
    await index.delete('abc');
    await expect(query(embedder)).rejects.toThrow(IndexMissing);
  });

  it('says whether it is there for an embedder', async () => {
    expect(await index.has('abc', embedder)).toBe(false);
    await index.replace('abc', embedder, passages);
    expect(await index.has('abc', embedder)).toBe(true);
    expect(await index.has('abc', 'test/other')).toBe(false);
    expect(await index.has('abcd', embedder)).toBe(false);
    await index.delete('abc');
    expect(await index.has('abc', embedder)).toBe(false);
  });

  it('may be deleted when it is not there', async () => {
    await expect(index.delete('abc')).resolves.toBeUndefined();
  });

  it.each([
    ['too few numbers', new Float32Array(511).fill(1)],
    ['too many numbers', new Float32Array(513).fill(1)],
    ['no numbers', new Float32Array(0)],
    ['the length 0', vectorOf(0)],
    ['a hole', vectorOf(1, NaN)],
    ['an infinite number', vectorOf(1, Infinity)],
  ])('refuses a vector with %s, and keeps what it had', async (_, bad) => {
    await index.replace('abc', embedder, passages);
    await expect(index.replace('abc', embedder, [item(7, east), item(8, bad)])).rejects.toThrow(InputError);
    await expect(index.query('abc', embedder, bad, { limit: 1 })).rejects.toThrow(InputError);
    expect(await index.query('abc', embedder, east, { limit: 9 })).toHaveLength(4);
  });

  it('refuses two items of one id', async () => {
    await expect(index.replace('abc', embedder, [item(1, east), item(1, vectorOf(0, 1))])).rejects.toThrow(InputError);
  });

  it('is not changed by what happens to the items later', async () => {
    const own = item(1, vectorOf(1, 0));
    await index.replace('abc', embedder, [own]);
    own.vector.fill(-1);
    own.metadata.text = 'Another text';
    expect(await index.query('abc', embedder, east, { limit: 1 })).toMatchObject([
      { score: 1, metadata: { text: 'Passage 1' } },
    ]);
  });
}
