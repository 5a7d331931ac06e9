import type { Line } from '../../schemas/resume.ts';
import type { Glyph } from './painting.ts';
import { isRightToLeft, toLogicalOrder } from './right-to-left.ts';
import { isSetApart } from './type-breaks.ts';

/** A stretch of text without wide gaps on one baseline; positions in points, upright. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  bold: boolean;
  /** Its type sets it apart from the piece before: small after large, plain after bold. */
  apart?: boolean;
  hidden?: Line['hidden'];
}

/** A gap of this many ems parts two pieces. */
const PIECE_GAP = 1.2;
const LAYOUT_GAP = 0.7;
const RESTYLED_GAP = 0.4;
const REWEIGHTED_GAP = 0.2;

/** Characters of one direction and one visibility, joined into pieces by where they stand. */
export function joinGlyphs(glyphs: Glyph[], hidden: Line['hidden']): Piece[] {
  const spaces = glyphs.filter(({ text }) => text.trim() === '').length;
  // Some programs write no space characters at all and leave gaps instead.
  const usesSpaces = spaces > glyphs.length * 0.06;
  const leftward = isRightToLeft(glyphs.map(({ text }) => text).join(''));
  return rowsOfGlyphs(attachMarks(glyphs)).flatMap((row) => splitRow(row, usesSpaces).map((run, index) => ({ ...pieceOf(run, usesSpaces, leftward), ...(index > 0 && run[0] && isSetApart(row, run[0]) && { apart: true }), ...(hidden && { hidden }) }))).filter(({ text }) => text.trim() !== '');
}

/** Accents and vowel signs without a width of their own belong to the letter before them. */
function attachMarks(glyphs: Glyph[]): Glyph[] {
  const out: Glyph[] = [];
  for (const glyph of glyphs) {
    const base = out.at(-1);
    if (base && /^\p{M}+$/u.test(glyph.text) && glyph.advance < glyph.size * 0.05 && Math.abs(base.y - glyph.y) < glyph.size) {
      out[out.length - 1] = { ...base, text: base.text + glyph.text };
    } else out.push(glyph);
  }
  return out;
}

function rowsOfGlyphs(glyphs: Glyph[]): Glyph[][] {
  const rows: Glyph[][] = [];
  let baseline = -Infinity;
  for (const glyph of [...glyphs].sort((one, other) => one.y - other.y)) {
    if (glyph.y - baseline > Math.min(2.5, glyph.size * 0.2)) {
      rows.push([]);
      baseline = glyph.y;
    }
    rows.at(-1)?.push(glyph);
  }
  return rows.map((row) => withoutDoubles(row.sort((one, other) => one.x - other.x)));
}

/** Bold and shadows are sometimes made by painting a letter twice, a hair apart. */
function withoutDoubles(row: Glyph[]): Glyph[] {
  return row.filter((glyph, index) => {
    const before = row.slice(Math.max(0, index - 3), index);
    return !before.some((other) => other.text === glyph.text && glyph.text.trim() !== '' && glyph.x - other.x < glyph.size * 0.1 && other.order !== glyph.order);
  });
}

/** Cuts a row where white space is wider than words leave. */
function splitRow(row: Glyph[], usesSpaces: boolean): Glyph[][] {
  const gaps = whiteBefore(row);
  // In justified text the space characters themselves are stretched, all over the row.
  const stretched = gaps.filter(({ space, rest, lead }) => space && rest > 0.1 && lead < 0.2).length;
  const words = gaps.filter(({ space }) => space).map(({ width }) => width).sort((one, other) => one - other);
  const limit = stretched > 2 ? Math.max(PIECE_GAP, 1.7 * (words[Math.floor(words.length / 2)] ?? 0)) : PIECE_GAP;
  const runs: Glyph[][] = [];
  let lastWidth = 0;
  let letterSpace = 0;
  for (const { glyph, width, space, rest, lead, layout } of gaps) {
    // Letters set far apart, as in some headings, have gaps all alike.
    const isAlike = lastWidth > 0.25 && width < lastWidth * 1.3 && width < 2;
    const isLayout = usesSpaces && (space ? isWide(rest, lastWidth) && (stretched <= 2 || isWide(lead, lastWidth)) : width > layout);
    const isApart = ((width > limit + 2 * letterSpace || isLayout) && !isAlike) || (space && isSetApart(row, glyph));
    if (isApart) runs.push([]);
    runs.at(-1)?.push(glyph);
    lastWidth = isApart ? 0 : Math.max(width, 0);
    letterSpace = space || lastWidth < 0.25 ? 0 : lastWidth;
  }
  return runs.map((run) => withSpaces(run, row));
}

/** More white than letter-spacing leaves. */
function isWide(white: number, letterSpace: number): boolean {
  return white > Math.max(0.3, letterSpace * 1.3);
}

interface White {
  glyph: Glyph;
  /** Ems of white before the letter, space characters included. */
  width: number;
  /** A space character was painted in it. */
  space: boolean;
  /** Ems between the end of the last space character and the letter. */
  rest: number;
  /** Ems between the letter before and the first space character: a box of its own may end there. */
  lead: number;
  /** How many ems of white without a space character part it from the letter before: less where size or weight change. */
  layout: number;
}

function whiteBefore(row: Glyph[]): White[] {
  const whites: White[] = [];
  let letterEnd = -Infinity;
  let spaceStart = -Infinity;
  let spaceEnd = -Infinity;
  for (const glyph of row) {
    const end = glyph.x + glyph.advance;
    if (glyph.text.trim() === '') {
      if (spaceEnd <= letterEnd) spaceStart = glyph.x;
      spaceEnd = Math.max(spaceEnd, end);
      continue;
    }
    const em = Math.max(glyph.size, 1);
    const space = spaceEnd > letterEnd;
    const before = whites.at(-1)?.glyph;
    whites.push({ layout: before === undefined ? LAYOUT_GAP : leastGap(before, glyph), glyph, width: (glyph.x - letterEnd) / em, space, rest: (glyph.x - Math.max(spaceEnd, letterEnd)) / em, lead: space ? (spaceStart - letterEnd) / em : 0 });
    letterEnd = Math.max(letterEnd, end);
  }
  return whites;
}

function leastGap(before: Glyph, glyph: Glyph): number {
  if (before.bold !== glyph.bold) return REWEIGHTED_GAP;
  return Math.abs(before.size - glyph.size) > 0.3 ? RESTYLED_GAP : LAYOUT_GAP;
}

/** The space characters that were painted between the first and the last letter of a run. */
function withSpaces(run: Glyph[], row: Glyph[]): Glyph[] {
  const first = row.indexOf(run[0] as Glyph);
  const last = row.indexOf(run.at(-1) as Glyph);
  return row.slice(first, last + 1);
}

function pieceOf(run: Glyph[], usesSpaces: boolean, leftward: boolean): Piece {
  const letters = run.filter(({ text }) => text.trim() !== '');
  const sizes = letters.map(({ size }) => size).sort((one, other) => one - other);
  const bold = letters.filter((glyph) => glyph.bold).length > letters.length * 0.6;
  return {
    text: toLogicalOrder(wordsOf(run, usesSpaces), leftward),
    left: Math.min(...letters.map(({ x }) => x)),
    right: Math.max(...letters.map(({ x, advance }) => x + advance)),
    baseline: letters[0]?.y ?? 0,
    size: sizes[Math.floor(sizes.length / 2)] ?? 1,
    bold,
  };
}

interface Gap {
  /** Ems of white between two letters. */
  width: number;
  /** A space character was painted there. */
  space: boolean;
}

/** Letters with spaces where words part; the list keeps each letter's own order inside ligatures. */
function wordsOf(run: Glyph[], usesSpaces: boolean): string[] {
  const letters: Glyph[] = [];
  const gaps: Gap[] = [];
  let space = false;
  for (const glyph of run) {
    if (glyph.text.trim() === '') {
      space = true;
      continue;
    }
    const before = letters.at(-1);
    if (before) gaps.push({ width: (glyph.x - before.x - before.advance) / Math.max(1, Math.min(glyph.size, before.size)), space });
    letters.push(glyph);
    space = false;
  }
  const breaks = breakWidths(letters, gaps, usesSpaces);
  return letters.flatMap(({ text }, index) => {
    const gap = index === 0 ? undefined : gaps[index - 1];
    return gap ? [spacing(gap, breaks), text].filter((part) => part !== '') : [text];
  });
}

interface Breaks {
  word: number;
  /** Wider than a space: two tags beside each other. */
  wide: number;
  /** Space characters part words, as they should. */
  bySpaces: boolean;
  /** White without a space character in it, on a page that has them, was set by layout. */
  tag: number;
}

function spacing({ width, space }: Gap, { word, wide, bySpaces, tag }: Breaks): string {
  if (!(width > word || (space && bySpaces))) return '';
  return width > wide || (!space && width > tag) ? '  ' : ' ';
}

function breakWidths(letters: Glyph[], gaps: Gap[], usesSpaces: boolean): Breaks {
  const widths = gaps.map(({ width }) => width).sort((one, other) => one - other);
  const middle = widths[Math.floor(widths.length / 2)] ?? 0;
  const spaced = gaps.filter(({ space }) => space).length;
  const capitals = letters.filter(({ text }) => /^[\p{Lu}&\d]$/u.test(text)).length;
  if (gaps.length >= 3 && spaced > gaps.length * 0.6 && capitals >= letters.length * 0.8) {
    // "W O R K": spaces part letters, and only a wider one parts words.
    return { word: Math.max(middle * 1.5, middle + 0.2), wide: Infinity, bySpaces: false, tag: Infinity };
  }
  if (gaps.length >= 2 && middle > 0.09 && spaced < gaps.length * 0.4) {
    return { word: spaced > 0 ? middle * 3 + 0.3 : middle * 1.5 + 0.12, wide: Infinity, bySpaces: true, tag: Infinity };
  }
  const wordGaps = gaps.filter(({ width, space }) => space || width > 0.17).map(({ width }) => width);
  const narrowest = Math.min(...wordGaps);
  const wide = usesSpaces ? Math.max(0.62, narrowest > 0.45 && wordGaps.length > 2 ? narrowest * 1.6 : 0) : 0.85;
  return { word: usesSpaces ? 0.24 : 0.17, wide, bySpaces: true, tag: usesSpaces ? 0.45 : Infinity };
}
