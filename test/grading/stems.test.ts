import { expect, it } from 'vitest';
import table from '../../src/grading/stems.json' with { type: 'json' };
import { findStem, stemOf } from '../../src/grading/stems.ts';

it('looks no stem up that the rules would find otherwise', () => {
  const forms = Object.entries(table.forms).flatMap(([stem, words]) => words.split(' ').map((word) => [word, stem]));
  const unchanged = table.unchanged.split(' ').map((word) => [word, word]);

  const wrong = [...forms, ...unchanged].filter(([word = '', stem]) => findStem(word) !== stem);

  expect(forms.length).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
});

it.each([
  ['a word of the table', 'indices', 'index'],
  ['a word that is not in it', 'quokkas', 'quokka'],
  ['a number', '42', '42'],
])('finds the stem of %s', (_, word, stem) => {
  expect(stemOf(word)).toBe(stem);
});
