import { expect, it } from 'vitest';
import { repairWraps } from '../../../src/resume/reading/repair-wraps.ts';

function repaired(lines: string[], links: string[] = []): string[] {
  return repairWraps(lines.map((text) => ({ text, page: 1 })), links).map(({ text }) => text);
}

it.each([
  ['joins a hyphenated word', ['in software develop-', 'ment since 2019'], ['in software development', 'since 2019']],
  ['keeps the hyphen of a compound', ['luxury, finance and e-', 'commerce sectors'], ['luxury, finance and e-commerce', 'sectors']],
  ['keeps the hyphen before a known second part', ['an event-', 'driven system'], ['an event-driven', 'system']],
  ['goes by how the text writes the word elsewhere', ['Our micro-frontends', 'use micro-', 'frontends here'], ['Our micro-frontends', 'use micro-frontends', 'here']],
  ['leaves a range alone', ['2019 -', '2021'], ['2019 -', '2021']],
  ['leaves a capital after a hyphen alone', ['Hewlett-', 'Packard'], ['Hewlett-', 'Packard']],
  ['joins an address torn in its domain', ['robin.placeholder@exampl', 'e.org'], ['robin.placeholder@example.org']],
  ['joins an address torn before its sign', ['robin.placeholder', '@example.org'], ['robin.placeholder@example.org']],
  ['joins an address torn at its dot', ['a@example.', 'org'], ['a@example.org']],
  ['leaves a whole address alone', ['a@example.org', 'Berlin'], ['a@example.org', 'Berlin']],
  ['joins a link torn at a slash', ['https://example.org/people/', 'robin-p'], ['https://example.org/people/robin-p']],
  ['leaves two links alone', ['https://example.org/a', 'https://example.org/b'], ['https://example.org/a', 'https://example.org/b']],
])('%s', (_, lines, expected) => {
  expect(repaired(lines)).toEqual(expected);
});

it('joins what a link of the file says is one', () => {
  expect(repaired(['robinplace', 'holder@example.org'], ['mailto:robinplaceholder@example.org'])).toEqual(['robinplaceholder@example.org']);
});

it('joins nothing across a list sign', () => {
  const lines = repairWraps([{ text: 'one pre-', page: 1 }, { text: 'fix', page: 1, bullet: true }]);
  expect(lines).toHaveLength(2);
});
