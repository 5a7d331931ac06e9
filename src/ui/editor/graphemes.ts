import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const PLAIN = /^[\u0020-\u007E]*$/u;

/**
 * Characters that are one grapheme each beside their like: letters of Europe,
 * kana, ideographs, Hangul syllables, and the line feed. Between two of them
 * there is always a boundary, so that the segmenter, which is slow on long
 * texts, is only asked about what lies between.
 */
function isSimple(code: number): boolean {
  if (code < 0x300) return (code >= 0x20 && code !== 0x7f && code !== 0xad && !(code >= 0x80 && code < 0xa0)) || code === 0x0a;
  if (code < 0x3000) return (code >= 0x370 && code < 0x483) || (code >= 0x48a && code < 0x530) || (code >= 0x2010 && code < 0x2028);
  if (code < 0x3400) return code < 0x302a || (code > 0x3030 && code < 0x3099) || (code > 0x309a && code < 0x3100);
  return (code < 0xa000 && !(code >= 0x4dc0 && code < 0x4e00)) || (code >= 0xac00 && code < 0xd7a4) || (code >= 0xff01 && code < 0xff61);
}

/** Whether two simple characters meet at the offset. */
function isSimpleBoundary(text: string, offset: number): boolean {
  return isSimple(text.charCodeAt(offset - 1)) && isSimple(text.charCodeAt(offset));
}

/** What a person sees as one character each: an emoji with its modifiers is one. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = stretchEnd(text, start + 1);
    if (end === start + 1) parts.push(text.charAt(start));
    else for (const { segment } of segmenter.segment(text.slice(start, end))) parts.push(segment);
    start = end;
  }
  return parts;
}

/** The end of the grapheme that starts at or holds the offset; the text's end at its end. */
export function nextBoundary(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const found = graphemeAt(text, offset);
  return found.start + found.length;
}

/** The start of the grapheme before the offset; 0 at the start. */
export function previousBoundary(text: string, offset: number): number {
  return offset <= 0 ? 0 : graphemeAt(text, offset - 1).start;
}

/** The offset itself on a boundary; otherwise the end of the grapheme that it would split. */
export function snap(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.min(Math.max(offset, 0), text.length);
  const { start, length } = graphemeAt(text, offset - 1);
  return Math.max(offset, start + length);
}

function graphemeAt(text: string, offset: number): { start: number; length: number } {
  const start = stretchStart(text, offset);
  const end = stretchEnd(text, offset + 1);
  const found = segmenter.segment(text.slice(start, end)).containing(offset - start);
  return found ? { start: start + found.index, length: found.segment.length } : { start: offset, length: 1 };
}

function stretchStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isSimpleBoundary(text, start)) start -= 1;
  return start;
}

function stretchEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isSimpleBoundary(text, end)) end += 1;
  return end;
}

const widths = new Map<string, number>();
const MOST_REMEMBERED = 5_000;

/** Columns that a grapheme takes on the screen: 0, 1 or 2. */
export function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  const known = widths.get(grapheme);
  if (known !== undefined) return known;
  if (widths.size >= MOST_REMEMBERED) widths.clear();
  const width = stringWidth(grapheme);
  widths.set(grapheme, width);
  return width;
}

export function textWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
