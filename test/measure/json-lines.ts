import { readFileSync } from 'node:fs';

/** What the lines of a file hold; empty lines are left out. Throws on a line that is no JSON. */
export function readJsonLines(path: string): unknown[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as unknown);
}
