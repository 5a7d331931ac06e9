import { makeRows, type Row } from './rows.ts';
import type { PdfPage } from './pdf-page.ts';

/** Margins in which page numbers and running titles stand, as shares of the height. */
const MARGIN = 0.09;
const PAGE_NUMBER = /^(?:page|seite|página|pagina|p\.?)?\s*\d{1,3}\s*(?:(?:of|von|de|sur|di|van|\/|\|)\s*\d{1,3})?$/i;

/** Pages without their page numbers, and without lines that stand at the same place on an earlier page. */
export function withoutRunningLines(pages: PdfPage[]): PdfPage[] {
  if (pages.length < 2) return pages;
  const seen = new Set<string>();
  return pages.map((page) => {
    const dropped = new Set(marginRows(page).filter((row) => isRunning(row, page, seen)).flatMap((row) => row.pieces));
    return { ...page, pieces: page.pieces.filter((piece) => !dropped.has(piece)) };
  });
}

function marginRows({ pieces, height }: PdfPage): Row[] {
  return makeRows(pieces).filter(({ baseline }) => baseline < height * MARGIN || baseline > height * (1 - MARGIN));
}

function isRunning(row: Row, page: PdfPage, seen: Set<string>): boolean {
  const text = row.pieces.map((piece) => piece.text).join(' ').trim();
  const pattern = `${Math.round((row.baseline / page.height) * 100)} ${text.replace(/\d+/g, '0')}`;
  const isRepeated = seen.has(pattern);
  seen.add(pattern);
  return isRepeated || PAGE_NUMBER.test(text);
}
