import { expect, it } from 'vitest';
import { seededNumber, seededPick } from '../../src/interview/random.ts';

it('gives the same number for the same seed and words, on every machine', () => {
  expect(seededNumber(7, 'greeting')).toBe(0.209381538676098);
  expect(seededNumber(7, 'greeting')).toBe(seededNumber(7, 'greeting'));
});

it('changes with the seed and with the words', () => {
  const numbers = [seededNumber(7, 'a'), seededNumber(8, 'a'), seededNumber(7, 'b'), seededNumber(7, 'a', 'b')];
  expect(new Set(numbers).size).toBe(4);
});

it('is spread evenly enough to pick from a list', () => {
  const counts = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++) {
    const picked = seededPick([0, 1, 2, 3], seed, 'x');
    counts[picked] = (counts[picked] ?? 0) + 1;
  }
  for (const count of counts) expect(count).toBeGreaterThan(800);
});
