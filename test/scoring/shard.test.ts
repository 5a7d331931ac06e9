import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgress, progressWords } from '../../src/scoring/progress.ts';
import { parseShard, shardSize, takeShard } from '../../src/scoring/shard.ts';

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function* numbers(count: number): AsyncGenerator<number> {
  for (let place = 0; place < count; place++) yield place;
}

describe('shards', () => {
  it('hold every case once, and as many as they say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 9 }), async (cases, count) => {
        const parts = await Promise.all(Array.from({ length: count }, async (_, place) => all(takeShard(numbers(cases), { index: place + 1, count }))));
        expect(parts.flat().sort((left, right) => left - right)).toEqual(await all(numbers(cases)));
        parts.forEach((part, place) => expect(part).toHaveLength(shardSize(cases, { index: place + 1, count })));
      }),
    );
  });

  it.each(['0/2', '3/2', '2', 'a/b', '1/0', '-1/2'])('refuse %s', (words) => {
    expect(() => parseShard(words)).toThrow('is no shard');
  });
});

describe('progress', () => {
  it('tells the rate and the time that is left', () => {
    expect(progressWords(1_200, 10_000, 600)).toBe('1200 of 10000 graded, 2000 a second, 5 s left');
  });

  it.each([
    ['one line over and over on a terminal, and takes it away', true, /^(?:\r\u001B\[K\d+ of 9 graded.*)+\r\u001B\[K$/u],
    ['a line now and then in a log', false, /^(?:\d+ of 9 graded[^\r\n]*\n){3}$/u],
  ])('writes %s', (_, isTTY, pattern) => {
    let time = 0;
    let written = '';
    const progress = createProgress(9, { isTTY, write: (text) => (written += text) }, () => (time += 10_000));
    for (let done = 0; done < 9; done++) progress.step(1);
    progress.stop();
    expect(written).toMatch(pattern);
  });

  it('says what was spent so far, where somebody counts it', () => {
    let [time, written, spent] = [0, '', 0];
    const progress = createProgress(9, { write: (text) => (written += text) }, () => (time += 40_000), () => `, $${(spent += 0.01).toFixed(2)} so far`);
    progress.step(1);
    progress.step(1);
    expect(written).toMatch(/^1 of 9 graded.* left, \$0\.01 so far\n2 of 9 graded.* left, \$0\.02 so far\n$/u);
  });
});
