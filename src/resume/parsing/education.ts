import type { EducationEntry, Line } from '../../schemas/resume.ts';
import { educationLevel } from './education-level.ts';
import { findDates, isDateOnly, withoutDates } from './dates.ts';
import { institutionScore, isNameRest } from './institutions.ts';
import { isPlace, splitTrailingPlace } from './places.ts';
import type { SectionLines } from './section-lines.ts';
import { styleOf } from './typography.ts';
import { cellsOf, foldText, trimPunctuation, wordsOf } from './words.ts';
import { joinBrokenHeaders, paragraphsOf } from './wrapped-lines.ts';

/** A piece of an education section with what it seems to be. */
interface Piece {
  text: string;
  degree: number;
  institution: number;
  row: number;
  /** The piece stands behind a comma in the same cell as the one before it. */
  joined: boolean;
}

interface Gathered {
  pieces: Piece[];
  ends: (string | null)[];
  dates: number;
}

const NOISE =
  /^(?:courses?|coursework|relevant (?:courses?|coursework)|major courses?|modules?|gpa|cgpa|grade|score|marks|percentage|thesis|dissertation|activities|honou?rs?|awards?|minor|speciali[sz]ation|advisor|note|abschlussnote|mention|https?:|www\.)\b|^\d+(?:[.,]\d+)?\s*(?:%|\/\s*\d+(?:[.,]\d+)?\s*$)/;
const AREA = /\b(?:in|of|en|im fach|fachrichtung|major(?:ing)? in|major:|speciali[sz]ation in)\s+(.+)$/i;

/** The schools and degrees of a resume in their order. */
export function readEducation(sections: SectionLines[]): EducationEntry[] {
  return sections.filter(({ kind }) => kind === 'education').flatMap(({ lines }) => gather(lines).flatMap(toEntry));
}

// A new entry begins where a second degree, school or date would have to go into the one before.
function gather(lines: Line[]): Gathered[] {
  const entries: Gathered[] = [];
  const opening = openingLook(lines);
  let inCourses = false;
  paragraphsOf(joinNameRests(joinBrokenHeaders(lines)), { facts: true }).forEach(({ text, first, bullet }, row) => {
    const folded = foldText(text.trim());
    if (NOISE.test(folded)) return void (inCourses = /^(?:courses?|coursework|relevant|major courses|modules)/.test(folded));
    const dates = findDates(text);
    const pieces = piecesOf(text, row);
    const strong = pieces.some((piece) => piece.degree > 0 || piece.institution > 0) || dates.length > 0;
    if (inCourses && bullet && dates.length === 0) return;
    if (!strong && (inCourses || (bullet && entries.length > 0 && !first.bold) || wordsOf(text).length > 14)) return;
    inCourses = false;
    const current = entries.at(-1);
    if (current === undefined || startsAnew(current, pieces, dates.length, { line: first, opening, text })) entries.push({ pieces, ends: dates.map(({ end }) => end), dates: dates.length });
    else merge(current, pieces, dates.map(({ end }) => end));
  });
  return entries.filter(({ pieces }) => pieces.length > 0);
}

// "National Polytechnic" over "University" in a narrow column.
function joinNameRests(lines: Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const isRest = before !== undefined && isAlike(before, line) && line.bullet !== true && isNameRest(line.text) && findDates(before.text).length === 0 && wordsOf(before.text).length > 1;
    if (isRest) joined[joined.length - 1] = { ...before, text: `${before.text.trim()} ${line.text.trim()}` };
    else joined.push(line);
  }
  return joined;
}

function merge(entry: Gathered, pieces: Piece[], ends: (string | null)[]): void {
  entry.pieces.push(...pieces);
  entry.ends.push(...ends);
  entry.dates += ends.length;
}

function startsAnew(current: Gathered, pieces: Piece[], dates: number, look: { line: Line; opening: Line | null; text: string }): boolean {
  const has = (kind: 'degree' | 'institution', list: Piece[]) => list.some((piece) => piece[kind] >= 1);
  if (has('degree', pieces) && has('degree', current.pieces)) return !isSameDegree(current, pieces);
  if (has('institution', pieces) && has('institution', current.pieces)) return true;
  // "2021" over "2025" in a margin are the two ends of one span.
  if (dates > 0 && current.dates > 0) return !(isDateOnly(look.text) && current.pieces.length === 0);
  if (current.dates > 0 && has('institution', current.pieces) && isNameWithPlace(look.text)) return true;
  return look.opening !== null && isAlike(look.line, look.opening) && has('degree', current.pieces) && current.dates > 0;
}

// "Ironhack   Remote" and "Acme Academy   Austin, TX"
function isNameWithPlace(text: string): boolean {
  const [name = '', place = '', ...more] = cellsOf(text);
  return more.length === 0 && isPlace(place) && !isPlace(name) && wordsOf(name).length <= 8;
}

// A degree may be told over two lines: "Bachelor of Science" and "BSc (Hons)".
function isSameDegree(current: Gathered, pieces: Piece[]): boolean {
  return current.dates === 0 && pieces.length === 1 && !current.pieces.some((piece) => piece.institution > 0) && pieces.every((piece) => piece.institution > 0);
}

// The first line, where its look and place differ from those of most other lines.
function openingLook(lines: Line[]): Line | null {
  const [first] = lines;
  if (first === undefined) return null;
  return lines.filter((line) => isAlike(line, first)).length * 2 <= lines.length ? first : null;
}

function isAlike(a: Line, b: Line): boolean {
  return styleOf(a) === styleOf(b) && Math.abs((a.left ?? 0) - (b.left ?? 0)) < 0.012;
}

function piecesOf(text: string, row: number): Piece[] {
  return cellsOf(withoutDates(text))
    .flatMap((cell) => cell.split(/\s+[|¦]\s+|\s*[·•∙▪]\s*|\s+[–—-]\s+|\s*[—]\s*/u))
    .filter((cell) => !isPlace(cell))
    .flatMap(splitAt)
    .flatMap((cell) => cell.split(/\s*,\s+|\s+,\s*|,(?=\p{Lu})|\s*;\s*/u).map((piece, at) => ({ piece, joined: at > 0 })))
    .map(({ piece, joined }) => ({ joined, text: trimPunctuation(piece.replace(/\s+(?:with|mit|avec|con)\s+[\d.,]+\s*(?:%|cgpa|gpa)?.*$/i, '').replace(/\s+(?:in|on|im|en|at|from)\s*$/i, '')) }))
    .filter(({ text }) => /\p{L}/u.test(text))
    .map(({ text, joined }) => ({ text, joined, degree: degreeScore(text), institution: Math.max(0, institutionScore(text)), row }));
}

// "Bachelor of Science at Acme University"; "University of Texas at Austin" stays whole.
function splitAt(text: string): string[] {
  const match = /\s+(?:at|from|@|an der|à l['’])\s*(?=\p{Lu}|$)/u.exec(text);
  if (match === null) return [text];
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  return institutionScore(before) > 0 && after !== '' ? [text] : [before, after];
}

function degreeScore(text: string): number {
  const level = educationLevel(text);
  if (level === null) return 0;
  // "Bachelor's" is a degree; "Master College" and "High School of Arts" are schools first.
  return institutionScore(text) > 0 ? 0.5 : 2;
}

function toEntry({ pieces, ends }: Gathered): EducationEntry[] {
  const school = institutionOf(pieces);
  const degree = [...pieces].sort((a, b) => b.degree - a.degree).find((piece) => piece.degree > 0 && (piece !== school || piece.degree < 1));
  if (school === undefined && degree === undefined && ends.length === 0) return [];
  const all = pieces.filter((piece) => piece !== school || degree === piece).map(({ text }) => text).join(', ');
  const level = educationLevel(all) ?? educationLevel(school?.text ?? '') ?? 'other';
  return [{ institution: school === undefined ? null : withNeighbours(school, pieces), area: areaOf(pieces, school, degree), level, end: ends.at(-1) ?? null }];
}

// A name that says "university" wins; else the first one that is neither degree nor place, else a boot camp.
function institutionOf(pieces: Piece[]): Piece | undefined {
  const named = [...pieces].sort((a, b) => b.institution - a.institution)[0];
  if (named !== undefined && named.institution >= 1) return named;
  const weak = named !== undefined && named.institution > 0 ? named : undefined;
  const free = pieces.filter((piece) => piece.degree === 0 && piece !== weak && !isPlace(piece.text));
  const course = pieces.find((piece) => piece.degree > 0) ?? weak;
  return free.find((piece) => piece.row !== course?.row) ?? (free.length > 1 ? free.at(-1) : free[0]) ?? weak;
}

const SEVERAL_CAMPUSES = /^university of (?:california|texas|illinois|wisconsin|north carolina|massachusetts|maryland|nebraska|missouri|minnesota|colorado|tennessee|alabama|michigan|hawaii|alaska)$|state university$/i;

// Names of schools hold commas: "University of California, Berkeley".
function withNeighbours(school: Piece, pieces: Piece[]): string {
  const next = pieces[pieces.indexOf(school) + 1];
  const { name } = splitTrailingPlace(school.text);
  const isCampus = next !== undefined && next.joined && next.row === school.row && next.degree === 0 && /^\p{Lu}[\p{L}. ]+$/u.test(next.text) && wordsOf(next.text).length <= 3;
  return isCampus && SEVERAL_CAMPUSES.test(school.text) ? `${school.text}, ${next.text}` : name;
}

function areaOf(pieces: Piece[], school: Piece | undefined, degree: Piece | undefined): string | null {
  const inDegree = degree === undefined ? null : AREA.exec(degree.text.replace(/\b(?:bachelor|master|doctor|associate|diploma)s? of (?:applied )?(?:science|arts|engineering|technology|philosophy|commerce|business administration)\b/i, 'degree'));
  if (inDegree !== null) return trimPunctuation(inDegree[1] ?? '') || null;
  const other = pieces.find((piece) => piece !== school && piece !== degree && piece.institution === 0 && piece.degree === 0 && !isPlace(piece.text));
  if (other !== undefined) return other.text;
  const tail = degree?.text.replace(/^(?:(?:bachelor|master|doctor|associate)(?:'?s)?(?: degree)?(?: of (?:applied )?(?:science|arts|engineering|technology|philosophy|commerce))?|[bm]\.?\s?(?:sc|tech|eng|e|a|s|com|ca)\.?|ph\.?d\.?)\s*(?:\((?:hons?|honours)\.?\))?\s*/i, '');
  return tail === undefined || tail === '' || tail === degree?.text ? null : trimPunctuation(tail);
}
