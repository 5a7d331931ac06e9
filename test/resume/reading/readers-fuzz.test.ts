import { expect, it } from 'vitest';
import { fuzzReaders } from '../../fuzz/readers.ts';

it('reads or refuses every damaged copy of the fixtures', async () => {
  const { read, refused, broken } = await fuzzReaders({ files: 30, seed: 7 });
  expect(broken).toEqual([]);
  expect(read + Object.values(refused).reduce((sum, count) => sum + count, 0)).toBe(30);
});
