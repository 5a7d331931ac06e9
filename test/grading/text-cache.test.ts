import { expect, it } from 'vitest';
import { foundOnce, readOnce } from '../../src/grading/text-cache.ts';

/** Reads texts that nobody asked for before, of a hundred thousand letters together. */
function readManyOthers(round: number): void {
  for (let place = 0; place < 100; place++) readOnce(`${round}-${place} ${'index '.repeat(166)}`);
}

it('reads a text of a rubric once', () => {
  expect(readOnce('An index finds rows.')).toBe(readOnce('An index finds rows.'));
});

it('keeps what is found out about a text with it', () => {
  let times = 0;
  const wordsOnce = foundOnce(({ words }) => (times++, words.length > 0 ? [words.length] : []));

  expect([wordsOnce(readOnce('An index finds rows.')), wordsOnce(readOnce('An index finds rows.'))]).toEqual([[4], [4]]);
  expect(times).toBe(1);
});

it('forgets what nobody asked for while very many other texts were read, and nothing that is asked for again and again', () => {
  const [forgotten, wanted] = [readOnce('Nobody asks for this.'), readOnce('This is asked for.')];
  for (let round = 0; round < 12; round++) {
    readManyOthers(round);
    expect(readOnce('This is asked for.')).toBe(wanted);
  }

  expect(readOnce('Nobody asks for this.')).not.toBe(forgotten);
});
