import { graphemes, graphemeWidth } from './graphemes.ts';

/** One row on the screen, as offsets of the text it shows. */
export interface Row {
  start: number;
  end: number;
  /** The text goes on in the next row without a line feed. */
  wrapped: boolean;
}

/**
 * Cuts text into rows of at most `width` columns, between words where it can.
 * Spaces at the end of a row hang over its edge, as on paper. Every character
 * but the line feeds is in exactly one row.
 */
export function layoutText(text: string, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (const row of remembered(line, Math.max(1, width))) {
      rows.push({ start: start + row.start, end: start + row.end, wrapped: row.wrapped });
    }
    start += line.length + 1;
  }
  return rows;
}

const known = new Map<string, readonly Row[]>();
const MOST_CHARACTERS = 200_000;
let characters = 0;

/** A key changes one line; the others are laid out already. */
function remembered(line: string, width: number): readonly Row[] {
  const key = `${width} ${line}`;
  const rows = known.get(key) ?? layoutLine(line, width);
  if (known.has(key)) return rows;

  characters += line.length;
  if (characters > MOST_CHARACTERS) {
    known.clear();
    characters = line.length;
  }
  known.set(key, rows);
  return rows;
}

function layoutLine(line: string, width: number): Row[] {
  const rows: Row[] = [];
  let rowStart = 0;
  let column = 0;
  // Where the row could end: just behind its last space, and the column there.
  let gap = { offset: -1, column: 0 };
  let offset = 0;

  for (const grapheme of graphemes(line)) {
    const columns = graphemeWidth(grapheme);
    while (grapheme !== ' ' && column + columns > width && offset > rowStart) {
      const end = gap.offset > rowStart ? gap.offset : offset;
      rows.push({ start: rowStart, end, wrapped: true });
      column = end === offset ? 0 : column - gap.column;
      rowStart = end;
      gap = { offset: -1, column: 0 };
    }
    offset += grapheme.length;
    column += columns;
    if (grapheme === ' ') gap = { offset, column };
  }
  rows.push({ start: rowStart, end: line.length, wrapped: false });
  return rows;
}

/** Where on the screen an offset is: the index of its row, and the column in it. */
export function locate(text: string, rows: Row[], offset: number, width: number): { row: number; column: number } {
  const row = rowOf(rows, offset);
  const column = graphemes(text.slice(rows[row]?.start ?? 0, offset)).reduce((sum, one) => sum + graphemeWidth(one), 0);
  return { row, column: Math.min(column, width) };
}

/** An offset between two rows of one line belongs to the lower one. */
function rowOf(rows: Row[], offset: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset in a row that is nearest to a column, from its left. */
export function offsetAt(text: string, row: Row, column: number): number {
  const parts = graphemes(text.slice(row.start, row.end));
  // The end of a wrapped row is shown as the start of the next one.
  if (row.wrapped) parts.pop();
  let offset = row.start;
  let left = column;
  for (const part of parts) {
    left -= graphemeWidth(part);
    if (left < 0) break;
    offset += part.length;
  }
  return offset;
}

/** Text in rows, ready to be shown: nothing hangs over the edge. */
export function wrapText(text: string, width: number): string[] {
  return layoutText(text, width).map(({ start, end }) => text.slice(start, end).trimEnd());
}
