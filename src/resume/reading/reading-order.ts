import { blocksOf, findSplit, type Split } from './columns.ts';
import type { Piece } from './pieces.ts';
import { makeRows, rowOf, type Row } from './rows.ts';
import { isSectionHeading } from './section-headings.ts';
import { joinWrappedRows, textOf } from './wrapped-rows.ts';

/** A page in parts: rows that are read from top to bottom, or columns side by side. */
export type Part = { kind: 'rows'; rows: Row[] } | { kind: 'columns'; gutter: number; columns: Part[][] };

/** No real page nests columns deeper. */
const MAX_DEPTH = 6;

/** Parts a page by its white space, as a reader's eye does, until each part is read row by row. */
export function layOut(pieces: Piece[], depth = 0): Part[] {
  if (pieces.length === 0) return [];
  const rows = makeRows(pieces);
  const split = depth < MAX_DEPTH && rows.length > 1 ? findSplit(rows) : undefined;
  if (!split) return [{ kind: 'rows', rows: joinWrappedRows(rows) }];
  const above = rows.slice(0, split.from).flatMap((row) => row.pieces);
  const below = rows.slice(split.to + 1).flatMap((row) => row.pieces);
  const middle = split.kind === 'labels' ? layOutLabels(split, depth) : [layOutColumns(split, depth)];
  return [...layOut(above, depth + 1), ...middle, ...layOut(below, depth + 1)];
}

function layOutColumns({ left, right, gutter }: Split, depth: number): Part {
  return { kind: 'columns', gutter, columns: [layOut(left, depth + 1), layOut(right, depth + 1)] };
}

/**
 * A label column with the text beside it: each label stands before its band.
 * A label of one row shares its line with the first row of the band, unless it
 * is a heading.
 */
function layOutLabels({ left, right, headed }: Split, depth: number): Part[] {
  const labels = blocksOf(joinWrappedRows(makeRows(left))).flatMap(splitAtHeadings);
  const rights = makeRows(right);
  const tops = labels.map(([first]) => (first ? first.baseline - first.size * 0.9 : 0));
  const bands = [-Infinity, ...tops].map((top, index) => rights.filter(({ baseline }) => baseline >= top && baseline < (tops[index] ?? Infinity)));
  const [before = [], ...rest] = bands;
  return [...layOut(piecesOf(before), depth + 1), ...rest.flatMap((band, index) => labelled(labels[index] ?? [], band, headed, depth))];
}

function splitAtHeadings(block: Row[]): Row[][] {
  if (!block.every((row) => isSectionHeading(textOf(row)))) return [block];
  return block.reduce<Row[][]>((labels, row) => {
    const last = labels.at(-1);
    if (last && goesOnIn(last, row)) last.push(row);
    else labels.push([row]);
    return labels;
  }, []);
}

/** "Expérience" over "professionnelle" and "Work" over "Experience" are one heading. */
function goesOnIn(label: Row[], row: Row): boolean {
  const before = label.at(-1);
  if (!before || row.baseline - before.baseline > row.size * 1.7) return false;
  return /^\p{Ll}/u.test(textOf(row)) || /^(?:work|professional|employment|technical|core|key|relevant|academic|additional|volunteer|selected|personal|berufliche|technische)$|(?:&|and|und|et|y)$/i.test(textOf(before));
}

function labelled(label: Row[], band: Row[], headed: boolean, depth: number): Part[] {
  const [first, ...others] = band;
  const [head] = label;
  const isShared = label.length === 1 && head && first && !headed && !(isSectionHeading(textOf(head)) && head.size > first.size * 1.1) && Math.abs(first.baseline - head.baseline) < head.size * 0.9;
  if (!isShared) return [{ kind: 'rows', rows: label }, ...layOut(piecesOf(band), depth + 1)];
  return [{ kind: 'rows', rows: [{ ...rowOf([...head.pieces, ...first.pieces]), baseline: first.baseline }] }, ...layOut(piecesOf(others), depth + 1)];
}

function piecesOf(rows: Row[]): Piece[] {
  return rows.flatMap((row) => row.pieces);
}
