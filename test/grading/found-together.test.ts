import { expect, it, vi } from 'vitest';
import { foundTogether } from '../../src/grading/found-together.ts';
import { readText, type Text } from '../../src/grading/words.ts';

const [one, two, three] = ['One text.', 'Another text.', 'A third one.'].map(readText) as [Text, Text, Text];

it('finds out about the same texts once, and anew beside others', () => {
  const find = vi.fn((texts: readonly Text[]) => texts.map(({ source }) => source).join(' '));
  const found = foundTogether(find);

  expect([found([one, two]), found([one, two])]).toEqual(['One text. Another text.', 'One text. Another text.']);
  expect(find).toHaveBeenCalledTimes(1);
  expect([found([one, three]), found([one])]).toEqual(['One text. A third one.', 'One text.']);
  expect(find).toHaveBeenCalledTimes(3);
});
