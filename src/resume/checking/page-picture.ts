import stringWidth from 'string-width';
import { printableLine } from '../../printable.ts';
import type { CheckedLine, CheckedPage } from '../../schemas/resume-check.ts';
import { fitText } from './fit-text.ts';

/** A line of the file as it is drawn: where it begins, and as much of it as there is room for. */
export interface DrawnText {
  column: number;
  text: string;
  source: CheckedLine;
}

/** A row of the picture; none of its texts overlap. */
export type PictureRow = DrawnText[];

/** Rows to a full page: as many as a letter page has lines of 11 points. */
const ROWS = 66;

/**
 * A page drawn in `width` columns: each line at its left and top edge, behind
 * the number in which it is read. Where the file has no positions, one line is
 * one row. A line that does not fit is cut; two empty rows are drawn as one.
 */
export function drawPage({ lines }: CheckedPage, width: number): PictureRow[] {
  const digits = String(Math.max(0, ...lines.map(({ line }) => line))).length;
  const grid = new Map<number, CheckedLine[]>();
  let next = 0;
  for (const line of [...lines].sort(byHeight)) {
    const wanted = line.top === undefined ? next : Math.round(line.top * ROWS);
    const row = freeRow(grid, wanted, line, width);
    grid.set(row, [...(grid.get(row) ?? []), line]);
    next = row + 1;
  }
  const last = Math.max(-1, ...grid.keys());
  const rows = Array.from({ length: last + 1 }, (_, row) => drawRow(grid.get(row) ?? [], width, digits));
  return rows.filter((row, index) => row.length > 0 || (index > 0 && rows[index - 1]?.length !== 0));
}

function byHeight(one: CheckedLine, other: CheckedLine): number {
  return (one.top ?? 0) - (other.top ?? 0) || (one.left ?? 0) - (other.left ?? 0);
}

/** The row at its height, or the next below in which nothing begins near the same place. */
function freeRow(grid: Map<number, CheckedLine[]>, wanted: number, line: CheckedLine, width: number): number {
  let row = wanted;
  while ((grid.get(row) ?? []).some((other) => Math.abs(columnOf(other, width) - columnOf(line, width)) < Math.max(12, width * 0.2))) row++;
  return row;
}

function columnOf({ left, headingLevel, heading }: CheckedLine, width: number): number {
  if (left === undefined) return headingLevel || heading ? 0 : 2;
  return Math.min(width - 8, Math.round(left * width));
}

function drawRow(lines: CheckedLine[], width: number, digits: number): PictureRow {
  const sorted = [...lines].sort((one, other) => (one.left ?? 0) - (other.left ?? 0));
  let end = 0;
  return sorted.map((source, index) => {
    const text = labelled(source, digits);
    const next = sorted[index + 1];
    const limit = next ? columnOf(next, width) - 1 : width;
    const wanted = Math.max(end, columnOf(source, width));
    // What stands at the right edge, such as a date, is moved in rather than cut.
    const column = wanted > width / 2 ? Math.max(end, Math.min(wanted, limit - stringWidth(text))) : wanted;
    const fitting = fitText(text, limit - column);
    end = column + stringWidth(fitting) + 1;
    return { column, text: fitting, source };
  });
}

function labelled({ line, text, hidden, injected, bullet }: CheckedLine, digits: number): string {
  const marks = [hidden ? `[${hiddenWord(hidden)}]` : '', injected ? '[!]' : '', bullet ? '-' : ''].filter(Boolean);
  return [String(line).padStart(digits), ...marks, printableLine(text)].join(' ');
}

/** Why a line is hidden, in a word or two. */
export function hiddenWord(hidden: NonNullable<CheckedLine['hidden']>): string {
  return hidden.replace('hidden_style', 'invisible').replaceAll('_', ' ');
}
