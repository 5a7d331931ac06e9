import { type Draft } from '../editor/draft.ts';
import { graphemes, graphemeWidth } from '../editor/graphemes.ts';
import { layoutText, locate } from '../editor/layout.ts';
import { type Line, shorten } from '../lines.ts';
import { type Theme } from '../theme.ts';

const GUTTER = 2;

/** Columns for the text: beside the prompt, and with room for the cursor behind a full row. */
export function editorWidth(columns: number): number {
  return Math.max(1, columns - GUTTER - 1);
}

export interface EditorLines {
  lines: Line[];
  cursor: { x: number; y: number };
  /** Rows that do not fit the window. */
  hidden: { above: number; below: number };
}

/** The part of the text around the cursor, at most `height` rows of it. */
export function editorLines(draft: Draft, columns: number, height: number, { glyphs }: Theme, placeholder = ''): EditorLines {
  const width = editorWidth(columns);
  const rows = layoutText(draft.text, width);
  const at = locate(draft.text, rows, draft.cursor, width);
  const top = windowTop(at.row, rows.length, height);
  const shown = rows.slice(top, top + height);

  const lines = shown.map(({ start, end }, index): Line => [
    index + top === 0 ? { text: `${glyphs.prompt} `, tone: 'accent' } : { text: '  ' },
    { text: draft.text.slice(start, end).trimEnd() },
  ]);
  if (draft.text === '' && placeholder !== '') lines[0]?.splice(1, 1, { text: shorten(placeholder, width, glyphs.ellipsis), tone: 'quiet' });
  return {
    lines,
    cursor: { x: GUTTER + at.column, y: at.row - top },
    hidden: { above: top, below: rows.length - top - shown.length },
  };
}

/** The window moves by half its height, so that the text stands still while the cursor walks in it. */
function windowTop(row: number, total: number, height: number): number {
  if (total <= height) return 0;
  const step = Math.max(1, Math.floor(height / 2));
  const page = Math.max(0, Math.floor((row - (height - step)) / step) + (row < height - step ? 0 : 1));
  return Math.min(page * step, Math.max(0, total - height));
}

/** A text of one line in a field: the end before the cursor is what is seen of a long one. */
export function fieldText(draft: Draft, width: number): { text: string; cursor: number } {
  const before = graphemes(draft.text.slice(0, draft.cursor));
  let columns = before.reduce((sum, one) => sum + graphemeWidth(one), 0);
  let from = 0;
  while (columns >= width && from < before.length) {
    columns -= graphemeWidth(before[from] ?? '');
    from += 1;
  }
  return { text: before.slice(from).join('') + draft.text.slice(draft.cursor), cursor: columns };
}
