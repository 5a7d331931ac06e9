import type { RawLine } from './finish-lines.ts';
import type { Box } from './matrix.ts';
import { isRightToLeft } from './right-to-left.ts';
import { threadPages, type PageRow } from './page-threads.ts';
import type { PdfPage } from './pdf-page.ts';
import type { Piece } from './pieces.ts';
import { layOut } from './reading-order.ts';
import { makeRows, type Row } from './rows.ts';
import { withoutRunningLines } from './running-lines.ts';

const ICON = /^[\u0000-\u001F\uE000-\uF8FF\uFFFD]$/;

/** Pages to lines: what is seen in reading order, turned text after it, hidden text last on its page. */
export function rowsToLines(pages: PdfPage[]): RawLine[] {
  const body = bodySize(pages);
  const sizes = new Map(pages.map((page) => [page.number, page]));
  const kept = withoutRunningLines(pages);
  const threaded = threadPages(kept.map(({ number, pieces }) => ({ page: number, parts: layOut(pieces) })));
  const rest = pages.flatMap(({ number, turned, hidden }) => {
    const rows = [...turned.flatMap((pieces) => makeRows(pieces)), ...hiddenRows(hidden)];
    return rows.map((row) => ({ page: number, row }));
  });
  return withExtras(threaded, rest).map((one) => lineOf(one, body, sizes.get(one.page)));
}

function hiddenRows(hidden: Piece[]): Row[] {
  const kinds = [...new Set(hidden.map((piece) => piece.hidden))];
  return kinds.flatMap((kind) => makeRows(hidden.filter((piece) => piece.hidden === kind)));
}

/** Puts turned and hidden rows behind the last row of their page. */
function withExtras(threaded: PageRow[], rest: PageRow[]): PageRow[] {
  const out = [...threaded];
  for (const extra of rest) {
    const at = out.findLastIndex(({ page }) => page <= extra.page);
    out.splice(at + 1, 0, extra);
  }
  return out;
}

/** The size in which most letters are set. */
function bodySize(pages: PdfPage[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flatMap(({ pieces }) => pieces)) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] || 10;
}

function lineOf({ page, row }: PageRow, body: number, sheet: PdfPage | undefined): RawLine {
  const { width = 1, height = 1 } = sheet ?? {};
  const hidden = row.pieces[0]?.hidden;
  const letters = (pieces: Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);
  // Dates and places set beside a bold title are seldom bold themselves.
  const [first, ...others] = row.pieces;
  const judged = first && others.every((piece) => isAside(piece, first)) ? [first] : row.pieces;
  const bold = letters(judged.filter((piece) => piece.bold)) > letters(judged) * 0.7;
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  return {
    text: joinPieces(row),
    page,
    ...(bold && { bold }),
    size: Math.max(0.01, Math.round((row.size / body) * 100) / 100),
    left: share(row.left / width),
    top: share((row.baseline - row.size) / height),
    ...(sheet && (hasDrawnBullet(row, sheet.dots) || hasIconBullet(row, sheet.pieces, body)) && { bullet: true }),
    ...(hidden && { hidden }),
  };
}

function isAside({ text, left }: Piece, { right, size }: Piece): boolean {
  const isFarPlace = left - right > size * 3 && text.length < 30 && (text.match(/,/g) ?? []).length < 3;
  return isFarPlace || (/\d|present|current/i.test(text) && text.length < 40);
}

/** Pieces that stand apart are parted by three spaces, so that a parser can tell title from dates. */
function joinPieces(row: Row): string {
  const pieces = isRightToLeft(row.pieces.map(({ text }) => text).join('')) ? [...row.pieces].reverse() : row.pieces;
  return pieces.reduce((text, piece, index) => {
    const before = pieces[index - 1];
    if (!before) return piece.text;
    const gap = Math.max(piece.left - before.right, before.left - piece.right);
    return text + (piece.apart ? '   ' : gap < row.size * 0.12 ? '' : gap < row.size * 0.35 ? ' ' : '   ') + piece.text;
  }, '');
}

/** A sign without a known letter before plain text, at the same place as others of its kind: an arrow of an icon font. */
function hasIconBullet({ pieces: [sign, text], size }: Row, all: Piece[], body: number): boolean {
  if (!sign || !text || text.bold || !ICON.test(sign.text) || size > body * 1.15) return false;
  return all.filter((other) => other.text === sign.text && Math.abs(other.left - sign.left) < 1).length > 1;
}

/** Browsers paint list signs as small shapes: one, close before the row, at the height of its small letters. */
function hasDrawnBullet(row: Row, dots: Box[]): boolean {
  const { left, baseline, size } = row;
  const middle = (dot: Box) => (dot.top + dot.bottom) / 2;
  const near = dots.filter((dot) => dot.right <= left + size * 0.1 && dot.left > left - size * 3.2 && middle(dot) > baseline - size && middle(dot) < baseline + size * 0.2);
  const isSign = (dot: Box) => {
    const width = dot.right - dot.left;
    const height = dot.bottom - dot.top;
    return width > size * 0.12 && width < size * 0.5 && height > size * 0.06 && height < size * 0.7 && middle(dot) > baseline - size * 0.65;
  };
  const [first] = near;
  return first !== undefined && near.every((dot) => isSign(dot) && Math.abs(middle(dot) - middle(first)) < 1 && Math.abs(dot.left - first.left) < 1.5);
}
