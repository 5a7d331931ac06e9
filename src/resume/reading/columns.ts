import { isLoneBullet } from './bullets.ts';
import type { Piece } from './pieces.ts';
import { makeRows, type Row } from './rows.ts';
import { isSectionHeading } from './section-headings.ts';
import { isTableHead } from './table-heads.ts';

/** A stretch of rows that a vertical strip of white parts in two. */
export interface Split {
  /** First and last row of the stretch. */
  from: number;
  to: number;
  gutter: number;
  left: Piece[];
  right: Piece[];
  /** Columns are read one after the other, labels belong to what stands beside them. */
  kind: 'columns' | 'labels';
  /** The labels are headings: what stands beside them is theirs, whatever columns it has. */
  headed: boolean;
}

/** Where a region is best parted; undefined when it is read row by row. */
export function findSplit(rows: Row[]): Split | undefined {
  const splits = candidates(rows).flatMap((gutter) => stretches(rows, gutter));
  const best = (wanted: (split: Split) => boolean) => splits.filter(wanted).sort((one, other) => weight(other) - weight(one))[0];
  return best(({ kind, headed }) => kind === 'labels' && headed) ?? best(({ kind }) => kind === 'columns') ?? best(() => true);
}

/** The more text stands on the poorer side, the surer the split; wide gutters win between equals. */
function weight({ left, right, from, to }: Split): number {
  const letters = (pieces: Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(letters(left), letters(right)) + (to - from);
}

const MAX_CANDIDATES = 80;

/** Columns start where pieces start; every such place is tried, the commonest first. */
function candidates(rows: Row[]): number[] {
  const counts = new Map<number, number>();
  const first = Math.min(...rows.map(({ left }) => left));
  for (const { pieces } of rows) {
    for (const { left } of pieces) {
      const key = Math.round(left);
      if (left > first + 12) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one).slice(0, MAX_CANDIDATES).map(([left]) => left);
}

/** The stretches of rows that no piece crosses at the gutter, as far as they are columns or labels. */
function stretches(rows: Row[], gutter: number): Split[] {
  const splits: Split[] = [];
  for (let from = 0; from < rows.length; ) {
    if (crosses(rows[from], gutter)) {
      from++;
      continue;
    }
    let to = from;
    while (to + 1 < rows.length && !crosses(rows[to + 1], gutter)) to++;
    splits.push(...cutAtHeadings(rows, gutter, from, to).flatMap(([first, last]) => judge(rows, gutter, first, last) ?? []));
    from = to + 1;
  }
  return splits;
}

/** A piece that starts left of the gutter must end clearly before it. */
function crosses(row: Row | undefined, gutter: number): boolean {
  return row?.pieces.some((piece) => piece.left < gutter - 1.5 && piece.right > gutter - Math.min(2.5, piece.size * 0.25)) ?? false;
}

/**
 * A heading that has nothing beside it, over columns without headings of their
 * own, heads both columns: the stretch ends before it. Likewise at the end of
 * a stretch, where the heading belongs to the full lines below.
 */
function cutAtHeadings(rows: Row[], gutter: number, from: number, to: number): [number, number][] {
  const sideHasHeadings = rows.slice(from, to + 1).some(({ pieces }) => pieces.some(({ left, text }) => left >= gutter - 1.5 && isSectionHeading(text)));
  const lastRight = rows.findLastIndex((row, index) => index <= to && index >= from && row.right > gutter);
  const parts: [number, number][] = [];
  const kept = sideHasHeadings ? 0 : 1;
  let start = from;
  for (let index = from; index <= to; index++) {
    const row = rows[index];
    const isLoneHeading = row !== undefined && row.right < gutter && isHeadingLike(row, rows) && isAlone(rows, index, gutter);
    const endsHere = isLoneHeading && (!sideHasHeadings || (index > lastRight && to < rows.length - 1) || hasOnlyDates(rows.slice(index + 1, to + 1), gutter));
    if (!endsHere) continue;
    parts.push([start, index - 1]);
    start = index + kept;
  }
  parts.push([start, to]);
  return parts.filter(([first, last]) => first <= last);
}

/** Right of the gutter stand dates of entries, and nothing else. */
function hasOnlyDates(rows: Row[], gutter: number): boolean {
  const asides = rows.flatMap(({ pieces }) => pieces.filter(({ left }) => left >= gutter - 1.5));
  return asides.length > 0 && asides.every(({ text }) => text.length < 40 && DATE.test(text));
}

function isHeadingLike(row: Row, rows: Row[]): boolean {
  const text = row.pieces.map((piece) => piece.text).join(' ');
  if (isSectionHeading(text)) return true;
  const body = medianSize(rows);
  return row.size > body * 1.15 && row.pieces.every(({ bold }) => bold) && text.length < 40;
}

/** Nothing stands beside the row within the height of a line. */
function isAlone(rows: Row[], index: number, gutter: number): boolean {
  const row = rows[index] as Row;
  return !rows.some((other) => other.right > gutter && Math.abs(other.baseline - row.baseline) < row.size * 0.9);
}

export function medianSize(rows: Row[]): number {
  const sizes = rows.flatMap(({ pieces }) => pieces.map(({ size }) => size)).sort((one, other) => one - other);
  return sizes[Math.floor(sizes.length / 2)] ?? 10;
}

function judge(rows: Row[], gutter: number, first: number, to: number): Split | undefined {
  const stretch = rows.slice(first, to + 1);
  const from = first + Math.max(headerRows(stretch, gutter), datedRows(stretch, gutter));
  const pieces = rows.slice(from, to + 1).flatMap((row) => row.pieces);
  const left = pieces.filter((piece) => piece.left < gutter - 1.5);
  const right = pieces.filter((piece) => piece.left >= gutter - 1.5);
  if (left.length === 0 || right.length === 0 || left.every(({ text }) => isLoneBullet(text))) return undefined;
  const [leftRows, rightRows] = [makeRows(left), makeRows(right)];
  const kind = kindOf(leftRows, rightRows);
  const body = medianSize(rightRows);
  const headed = leftRows.every((row) => isSectionHeading(textOf(row)) || row.size > body * 1.3);
  if (kind === 'labels' && goesOnBelow(rows, leftRows, to)) return undefined;
  return kind && { from, to, gutter, left, right, kind, headed };
}

/** A title on the left with ways of contact on the right, above the first heading, is a header over both columns. */
function headerRows(rows: Row[], gutter: number): number {
  const heading = rows.findIndex(({ pieces }) => pieces.some(({ text }) => isSectionHeading(text)));
  if (heading < 1 || heading > 3) return 0;
  const isContact = ({ pieces }: Row) => pieces.some(({ left }) => left < gutter - 1.5) && pieces.some(({ left, text }) => left >= gutter - 1.5 && /@|\+?\d[\d ().-]{7,}/.test(text));
  return rows.slice(0, heading).some(isContact) ? heading : 0;
}

/** Titles with their dates at the right, above two headings side by side, are no part of the columns that these open. */
function datedRows(rows: Row[], gutter: number): number {
  const rightOf = ({ pieces }: Row) => pieces.filter(({ left }) => left >= gutter - 1.5);
  const opening = rows.findIndex((row) => row.pieces.length > 1 && row.pieces.every(({ text }) => isSectionHeading(text)) && rightOf(row).length > 0);
  if (opening < 1) return 0;
  return hasOnlyDates(rows.slice(0, opening), gutter) ? opening : 0;
}

/** A label column has nothing but labels at its edge; a line of text right under the last one makes that a heading. */
function goesOnBelow(rows: Row[], labels: Row[], to: number): boolean {
  const below = rows[to + 1];
  const last = labels.at(-1);
  return below !== undefined && last !== undefined && Math.abs(below.left - last.left) < 4 && below.baseline - last.baseline < last.size * 3;
}

const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{2,4}\b|^(?:present|current|now|today|heute|aujourd’hui|actual)$/i;

/** How two sides of a gutter are read; undefined means row by row. */
function kindOf(left: Row[], right: Row[]): Split['kind'] | undefined {
  const [fewer, more] = left.length <= right.length ? [left, right] : [right, left];
  const aligned = fewer.filter((row) => beside(row, more)).length / fewer.length;
  const dates = (rows: Row[]) => rows.filter((row) => textOf(row).length < 40 && DATE.test(textOf(row))).length / rows.length;
  const ownLeft = ownHeadings(left, right);
  const ownRight = ownHeadings(right, left);
  if (ownLeft > 0 && ownRight > 0) return 'columns';
  if (hasTableHead(left, right)) return undefined;
  if (isLabelColumn(left, right, dates(left))) return 'labels';
  if (fewer.length < 2 || dates(fewer) >= 0.4) return undefined;
  if (hasTitledCells(left, right)) return 'columns';
  // Rows of a table share their baselines; columns of running text do so by chance only.
  return fewer.length >= 3 && aligned < 0.85 ? 'columns' : undefined;
}

/** "Degree   Institution   Year" over both sides: what follows are rows of a table. */
function hasTableHead(left: Row[], right: Row[]): boolean {
  return left.some((row) => {
    const neighbour = beside(row, right);
    return neighbour !== undefined && Math.abs(row.size - neighbour.size) < 0.5 && isTableHead([...row.pieces, ...neighbour.pieces].map(({ text }) => text).join('   '));
  });
}

function textOf(row: Row): string {
  return row.pieces.map(({ text }) => text).join(' ');
}

function beside(row: Row, others: Row[]): Row | undefined {
  return others.find((other) => Math.abs(other.baseline - row.baseline) < Math.min(row.size, other.size) * 0.4);
}

/** Headings of a side with something under them on that side; a label beside ordinary text is none. */
function ownHeadings(side: Row[], other: Row[]): number {
  return side.filter((row, index) => {
    const next = side[index + 1];
    if (!isSectionHeading(textOf(row)) || !next || isSectionHeading(textOf(next)) || isSameType(row, next)) return false;
    const neighbour = beside(row, other);
    return !neighbour || isSectionHeading(textOf(neighbour)) || next.baseline - row.baseline < row.size * 3.2;
  }).length;
}

/** A heading differs from what it heads: in size, weight or capitals. */
function isSameType(row: Row, next: Row): boolean {
  const isCapital = (text: string) => text === text.toUpperCase();
  const isBold = ({ pieces }: Row) => pieces.every(({ bold }) => bold);
  return Math.abs(row.size - next.size) < 0.4 && isBold(row) === isBold(next) && isCapital(textOf(row)) === isCapital(textOf(next));
}

/** A narrow left side of dates, places or headings, each at the height where something on the right begins. */
function isLabelColumn(left: Row[], right: Row[], dates: number): boolean {
  const width = (rows: Row[]) => Math.max(...rows.map((row) => row.right)) - Math.min(...rows.map((row) => row.left));
  const letters = (rows: Row[]) => rows.reduce((sum, row) => sum + textOf(row).length, 0);
  if (width(left) > width(right) * 0.75 || letters(left) > letters(right) * 0.7) return false;
  const blocks = blocksOf(left);
  const starts = blocks.filter(([first]) => first && right.some((row) => Math.abs(row.baseline - first.baseline) < Math.max(first.size, row.size) * 0.9));
  if (starts.length < blocks.length * 0.85) return false;
  const headings = left.filter((row) => isSectionHeading(textOf(row))).length;
  return dates >= 0.4 || headings >= left.length * 0.6 || (blocks.length > 1 && left.length <= right.length && blocks.length >= left.length * 0.6);
}

/** Rows that follow each other at the distance of lines. */
export function blocksOf(rows: Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const before = blocks.at(-1)?.at(-1);
    if (before && row.baseline - before.baseline < Math.max(row.size, before.size) * 1.7) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

/** Cells side by side that each begin with a title: bolder or larger than what follows it. */
function hasTitledCells(left: Row[], right: Row[]): boolean {
  const isBold = (row: Row) => row.pieces.every(({ bold }) => bold);
  // A title may be broken over two rows.
  const isTitled = ([first, ...others]: Row[]) => {
    const second = first && others.slice(0, 2).find((row) => isBold(row) !== isBold(first) || row.size < first.size * 0.87);
    return first !== undefined && second !== undefined && ((isBold(first) && !isBold(second)) || first.size > second.size * 1.15);
  };
  const tops = [left[0], right[0]].map((row) => row?.baseline ?? 0);
  return isTitled(left) && isTitled(right) && Math.abs((tops[0] ?? 0) - (tops[1] ?? 0)) < (left[0]?.size ?? 0);
}
