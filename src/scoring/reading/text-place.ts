import type { Place } from './raw-case.ts';

/** Line and column, from 1, of an offset; `firstLine` is the number of the text's first line. */
export function placeAt(text: string, offset: number, firstLine = 1): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: firstLine + before.split('\n').length - 1, column: offset - lineStart + 1 };
}

/** Finds the line of growing offsets in one walk through the text. */
export function createLineFinder(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < offset; feed = text.indexOf('\n', at)) {
      line++;
      at = feed + 1;
    }
    return line;
  };
}

export const NOWHERE: Place = { line: null, column: null };
