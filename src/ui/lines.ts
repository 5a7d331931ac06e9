import { graphemes, graphemeWidth, textWidth } from './editor/graphemes.ts';
import { wrapText } from './editor/layout.ts';
import { type Tone } from './theme.ts';

/** One row of the live area. Its height must be known before it is drawn, so it is made of rows, not of boxes. */
export type Line = Piece[];

export interface Piece {
  text: string;
  tone?: Tone;
}

export const BLANK: Line = [];

export function line(text: string, tone: Tone = 'plain'): Line {
  return [{ text, tone }];
}

/** Text in as many lines as it needs, each behind the same indent; the first may have a mark there. */
export function wrapped(text: string, width: number, { tone = 'plain', indent = 0, mark }: { tone?: Tone; indent?: number; mark?: Piece } = {}): Line[] {
  const space = ' '.repeat(indent);
  return wrapText(text, Math.max(1, width - indent)).map((row, index): Line => {
    const start: Piece = index === 0 && mark ? { ...mark, text: mark.text.padEnd(indent) } : { text: space };
    return [start, { text: row, tone }];
  });
}

export function lineWidth(pieces: Line): number {
  return pieces.reduce((sum, { text }) => sum + textWidth(text), 0);
}

/** The beginning of a text, with a sign that there is more where it is too long. */
export function shorten(text: string, width: number, ellipsis: string): string {
  if (textWidth(text) <= width) return text;
  let short = '';
  let left = width - textWidth(ellipsis);
  for (const grapheme of graphemes(text)) {
    left -= graphemeWidth(grapheme);
    if (left < 0) break;
    short += grapheme;
  }
  return short.trimEnd() + ellipsis;
}

/** The words that fit, in the order of their importance, with the separator between them. */
export function fitting(parts: string[], width: number, separator: string): string {
  let words = '';
  for (const part of parts) {
    const longer = words === '' ? part : words + separator + part;
    if (textWidth(longer) > width) break;
    words = longer;
  }
  return words;
}
