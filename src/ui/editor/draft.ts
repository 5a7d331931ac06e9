import { nextBoundary, previousBoundary, snap } from './graphemes.ts';
import { layoutText, locate, offsetAt } from './layout.ts';

/** A text being written. The cursor is a UTF-16 offset, always between two graphemes. */
export interface Draft {
  readonly text: string;
  readonly cursor: number;
  /** The column that up and down try to keep. */
  readonly goal: number | null;
}

export const EMPTY: Draft = { text: '', cursor: 0, goal: null };

export function draftOf(text: string): Draft {
  return { text, cursor: text.length, goal: null };
}

export function insert({ text, cursor }: Draft, added: string): Draft {
  const changed = text.slice(0, cursor) + added + text.slice(cursor);
  return placed(changed, cursor + added.length);
}

/** Takes out everything between the cursor and the other end. */
export function erase({ text, cursor }: Draft, other: number): Draft {
  const start = Math.min(cursor, other);
  return placed(text.slice(0, start) + text.slice(Math.max(cursor, other)), start);
}

/** A change can join what stood apart, such as a letter and its accent. */
function placed(text: string, cursor: number): Draft {
  return { text, cursor: snap(text, cursor), goal: null };
}

/** Where a movement leads, from where the cursor is. */
export type Move = (draft: Draft, width: number) => number;

export const left: Move = ({ text, cursor }) => previousBoundary(text, cursor);
export const right: Move = ({ text, cursor }) => nextBoundary(text, cursor);
export const textStart: Move = () => 0;
export const textEnd: Move = ({ text }) => text.length;
export const lineStart: Move = ({ text, cursor }) => (cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1);

export const lineEnd: Move = ({ text, cursor }) => {
  const end = text.indexOf('\n', cursor);
  return end === -1 ? text.length : end;
};

export const rowStart: Move = ({ text, cursor }, width) => {
  const rows = layoutText(text, width);
  return rows[locate(text, rows, cursor, width).row]?.start ?? 0;
};

export const rowEnd: Move = ({ text, cursor }, width) => {
  const rows = layoutText(text, width);
  const row = rows[locate(text, rows, cursor, width).row];
  return row ? offsetAt(text, row, Infinity) : cursor;
};

const WORD = /[\p{L}\p{N}\p{M}_'’]+/gu;

export const wordLeft: Move = ({ text, cursor }) => {
  const starts = Array.from(text.matchAll(WORD), ({ index }) => index);
  return starts.findLast((start) => start < cursor) ?? 0;
};

export const wordRight: Move = ({ text, cursor }) => {
  const ends = Array.from(text.matchAll(WORD), (match) => match.index + match[0].length);
  return ends.find((end) => end > cursor) ?? text.length;
};

/** Back over spaces and then over everything that is no space, as shells do. */
export const bigWordLeft: Move = ({ text, cursor }) => text.slice(0, cursor).replace(/\S*\s*$/u, '').length;

/** Up or down by rows of the screen, keeping the column where rows allow it. */
export function moveByRows(draft: Draft, width: number, by: number): Draft {
  const rows = layoutText(draft.text, width);
  const at = locate(draft.text, rows, draft.cursor, width);
  const goal = draft.goal ?? at.column;
  const target = at.row + by;
  const row = rows[target];
  if (row) return { ...draft, cursor: offsetAt(draft.text, row, goal), goal };
  return { ...draft, cursor: target < 0 ? 0 : draft.text.length, goal };
}
