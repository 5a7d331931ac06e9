import { expect, it } from 'vitest';
import table from '../../src/grading/stems.json' with { type: 'json' };
import { findStem, stemOf } from '../../src/grading/stems.ts';

it('looks no stem up that the rules would find otherwise', () => {
  const words = table.words.split(' ');

  const found = words.map(findStem);

  expect(words.length).toBeGreaterThan(4000);
  expect(found).toEqual(table.stems.split(' '));
});

it.each([
  ['a word of the table', 'indices', 'index'],
  ['a word that is not in it', 'quokkas', 'quokka'],
  ['a number', '42', '42'],
])('finds the stem of %s', (_, word, stem) => {
  expect(stemOf(word)).toBe(stem);
});
