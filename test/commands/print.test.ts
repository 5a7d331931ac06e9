import { expect, it } from 'vitest';
import { tableWithin } from '../../src/commands/print.ts';

const rows = [['ID', 'STATUS', 'ROLE'], ['abcdefghij', 'in progress', 'Senior Staff Engineer for Payments and Ledgers']];

it.each([80, 60, 40, 30])('keeps a table to %i columns, and its first cells whole', (columns) => {
  const lines = tableWithin(columns, rows, { whole: 1 }).split('\n');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
  expect(lines[1]).toMatch(/^abcdefghij /u);
});

it('cuts the widest cell first, and shows that it did', () => {
  expect(tableWithin(40, rows, { whole: 1 }).split('\n')[1]).toBe('abcdefghij  in progress  Senior Staff E…');
});
