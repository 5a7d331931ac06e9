import type { Piece } from './pieces.ts';
import type { Row } from './rows.ts';

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i;
const YEAR_OR_NOW = /^(?:\p{L}+\.? )?(?:(?:19|20)\d\d|\d{1,2}[./]\d{2,4}|present|current|now|today|heute|aujourd['’]hui|actualidad|presente?)(?![\p{L}\d])/iu;
/** "June 2018 – December": its year stands in the next row. */
const RANGE_MONTH = /(?:19|20)\d\d\s*(?:[-–—]|to)\s*\p{L}{3,10}\.?$/u;

/** Puts together what a narrow place broke: a date over two rows, a title that had to end before its date. */
export function joinWrappedRows(rows: Row[]): Row[] {
  const out: Row[] = [];
  for (const row of rows) {
    const before = out.at(-1);
    const moved = before && moveYear(before, row);
    if (moved) {
      out.splice(-1, 1, ...moved);
      continue;
    }
    const joined = before && (joinDate(before, row) ?? joinTitle(before, row));
    if (joined) out[out.length - 1] = joined;
    else out.push(row);
  }
  return out;
}

export function textOf(row: Row): string {
  return row.pieces.map(({ text }) => text).join(' ');
}

/** "June" over "2022", or "2019 -" over "2021", is one date. */
function joinDate(before: Row, row: Row): Row | undefined {
  const [first, second] = [only(before), only(row)];
  if (!first || !second || !isUnder(before, row, 3)) return undefined;
  const isOpen = /(?:[-–—]|\bto)$/.test(first.text) || (RANGE_MONTH.test(first.text) && /^\d/.test(second.text));
  const isRest = YEAR_OR_NOW.test(second.text) && (MONTH.test(first.text) || (isOpen && first.text.length < 32));
  return isRest ? withPieces(before, [joinTexts(first, second)]) : undefined;
}

/** "Analyst   June 2018 – December" over "Acme   2019": the year goes up to its date at the right. */
function moveYear(before: Row, row: Row): Row[] | undefined {
  const [date, year] = [before.pieces.at(-1), row.pieces.at(-1)];
  if (!date || !year || before.pieces.length < 2 || row.pieces.length < 2 || row.baseline - before.baseline > row.size * 2) return undefined;
  const isBelow = Math.abs(date.right - year.right) < 3 || Math.abs(date.left - year.left) < 3;
  if (!isBelow || !/^(?:19|20)\d\d$/.test(year.text) || !(RANGE_MONTH.test(date.text) || /\d\s*[-–—]$/.test(date.text))) return undefined;
  return [withPieces(before, [...before.pieces.slice(0, -1), joinTexts(date, year)]), withPieces(row, row.pieces.slice(0, -1))];
}

/** A title whose next word would have run into the date beside it goes on in the next row, in the same letters. */
function joinTitle(before: Row, row: Row): Row | undefined {
  const [title, date, ...more] = before.pieces;
  const rest = only(row);
  if (!title || !date || more.length > 0 || !rest || !isUnder(before, row, 1.7) || !/\d|present|current/i.test(date.text)) return undefined;
  const [word = ''] = rest.text.split(' ', 1);
  const wordWidth = ((rest.right - rest.left) / Math.max(1, rest.text.length)) * (word.length + 1);
  const gap = date.left - title.right;
  // A title may end in plain letters after bold ones; then it must stand close to its date.
  const isSameType = Math.abs(title.size - rest.size) < 0.3 && (title.bold === rest.bold || (title.bold && gap < title.size));
  const isFull = gap < wordWidth + title.size && gap < title.size * 6;
  return isSameType && isFull && rest.right <= title.right ? withPieces(before, [joinTexts(title, rest), date]) : undefined;
}

function only({ pieces }: Row): Piece | undefined {
  return pieces.length === 1 ? pieces[0] : undefined;
}

function isUnder(before: Row, row: Row, lines: number): boolean {
  return Math.abs(row.left - before.left) < 4 && row.baseline - before.baseline < row.size * lines;
}

function joinTexts(first: Piece, second: Piece): Piece {
  const glue = /^[,;.)]/.test(second.text) ? '' : ' ';
  return { ...first, text: `${first.text}${glue}${second.text}`, right: Math.max(first.right, second.right) };
}

function withPieces(row: Row, pieces: Piece[]): Row {
  return { ...row, pieces, right: Math.max(...pieces.map(({ right }) => right)) };
}
