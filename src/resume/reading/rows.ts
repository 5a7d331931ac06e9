import { isLoneBullet } from './bullets.ts';
import type { Piece } from './pieces.ts';

/** Pieces that a reader takes as one line: on one baseline, from left to right. */
export interface Row {
  pieces: Piece[];
  baseline: number;
  size: number;
  left: number;
  right: number;
}

/** Pieces of one region as rows from top to bottom; list signs stand with their text. */
export function makeRows(pieces: Piece[]): Row[] {
  const rows: Row[] = [];
  for (const piece of [...pieces].sort((one, other) => one.baseline - other.baseline || one.left - other.left)) {
    const row = rows.at(-1);
    if (row && isBeside(row, piece)) row.pieces.push(piece);
    else rows.push(rowOf([piece]));
    const last = rows.at(-1);
    if (last) rows[rows.length - 1] = rowOf(last.pieces);
  }
  return attachBullets(rows);
}

export function rowOf(pieces: Piece[]): Row {
  const ordered = [...pieces].sort((one, other) => one.left - other.left);
  const size = Math.max(...ordered.map((piece) => piece.size));
  // The widest piece sets the line; small signs may hang above or below it.
  const widest = ordered.reduce((one, other) => (other.right - other.left > one.right - one.left ? other : one), ordered[0] as Piece);
  return { pieces: ordered, baseline: widest.baseline, size, left: ordered[0]?.left ?? 0, right: Math.max(...ordered.map(({ right }) => right)) };
}

/** Raised and lowered signs are on the row; a line that lies over or under another is not. */
function isBeside(row: Row, piece: Piece): boolean {
  const small = Math.min(row.size, piece.size);
  const isFree = row.pieces.every((other) => piece.left >= other.right - small * 0.3 || piece.right <= other.left + small * 0.3);
  return isFree && piece.baseline - row.baseline <= small * 0.42;
}

/** A list sign that hangs on a baseline of its own goes to the text that starts right of it, nearest in height. */
function attachBullets(rows: Row[]): Row[] {
  const taken = new Set<Row>();
  const added = new Map<Row, Piece[]>();
  for (const row of rows) {
    if (!row.pieces.every(({ text }) => isLoneBullet(text))) continue;
    const near = rows.filter((other) => other !== row && !taken.has(other) && Math.abs(other.baseline - row.baseline) < row.size * 2.2 && other.left > row.left && other.left - row.right < row.size * 5);
    const nearest = near.sort((one, other) => distance(one, row) - distance(other, row))[0];
    if (!nearest || nearest.pieces.some(({ text }) => isLoneBullet(text))) continue;
    taken.add(row);
    added.set(nearest, [...(added.get(nearest) ?? []), ...row.pieces]);
  }
  return rows.filter((row) => !taken.has(row)).map((row) => (added.has(row) ? { ...rowOf([...(added.get(row) ?? []), ...row.pieces]), baseline: row.baseline } : row));
}

/** A sign hangs rather above its text than below it. */
function distance(row: Row, sign: Row): number {
  const below = row.baseline - sign.baseline;
  return below >= 0 ? below : -below * 2;
}
