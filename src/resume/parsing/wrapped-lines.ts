import type { Line } from '../../schemas/resume.ts';
import { companyScore } from './companies.ts';
import { findDates, isDateOnly } from './dates.ts';
import { headingKind } from './headings.ts';
import { titleScore } from './job-titles.ts';
import { styleOf } from './typography.ts';
import { wordsOf } from './words.ts';

/** A bullet, a paragraph or a title that may have been broken over several lines of the page. */
export interface Paragraph {
  text: string;
  first: Line;
  lines: Line[];
  bullet: boolean;
}

const JOINING_END = /(?:[,&/(·•|]|\p{L}-|\b(?:and|or|of|in|for|the|a|an|to|with|by|at|from|on|as|using|via|into|und|oder|der|die|das|für|mit|von|et|de|du|des|la|le|les|y|con|para|en|el|los|las))$/iu;
/** "Databases – Oracle, MongoDB" under "Frameworks – Spring, Struts". */
const LABELLED = /^\p{Lu}[\p{L} &/]{1,25}\s[–—-]\s/u;
const STARTS_LOWER = /^[\p{Ll}]/u;
const ENDS_SENTENCE = /[.!?:;]["')\]]?$/;

/**
 * For each line: does it go on with the line before it? Bullets, headings and
 * other styles start afresh. In a list of short facts (`facts`) a full line is
 * no sign of more to come; only the words at the break are.
 */
export function markWrapped(lines: Line[], { facts = false }: { facts?: boolean } = {}): boolean[] {
  const widths = columnWidths(lines);
  const wrapped: boolean[] = [];
  let head: Line | undefined;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const goesOn = before !== undefined && head !== undefined && !isOverDate(line, lines[index + 1], lines[index + 2]) && continues(line, before, head, facts ? Infinity : (widths.get(columnOf(before)) ?? 80));
    wrapped.push(goesOn);
    if (!goesOn) head = line;
  });
  return wrapped;
}

// A title or a company right over a date opens a job, even after a full line.
function isOverDate({ text }: Line, next: Line | undefined, second: Line | undefined): boolean {
  if (!/^\p{Lu}/u.test(text) || /[.,;]$/.test(text) || wordsOf(text).length > 12) return false;
  if (titleScore(text) < 2.5 && companyScore(text) < 1.5) return false;
  return isDateOnly(next?.text ?? '') || isDateOnly(second?.text ?? '') || isDated(next?.text ?? '');
}

/** Lines joined to paragraphs. */
export function paragraphsOf(lines: Line[], options: { facts?: boolean } = {}): Paragraph[] {
  const wrapped = markWrapped(lines, options);
  const paragraphs: Paragraph[] = [];
  lines.forEach((line, index) => {
    const last = paragraphs.at(-1);
    if (wrapped[index] === true && last !== undefined) {
      last.text = joinWrapped(last.text, line.text);
      last.lines.push(line);
    } else {
      paragraphs.push({ text: line.text.trim(), first: line, lines: [line], bullet: line.bullet === true });
    }
  });
  return paragraphs;
}

/**
 * Puts a name back together that was broken under its date:
 * "Engineer at Acme Data   2019 - 2021" over "Systems", both set in the same
 * way and unlike the text around them.
 */
export function joinBrokenHeaders(lines: Line[]): Line[] {
  const joined: Line[] = [];
  const width = lines.reduce((longest, line) => Math.max(longest, line.text.trim().length), 0);
  lines.forEach((line, index) => {
    const before = joined.at(-1);
    const isFull = before !== undefined && lines[index - 1] === before && before.text.length * (before.size ?? 1) >= Math.max(70, width * 0.75);
    const tail = isFull ? brokenTail(before, line, lines[index + 1]) : null;
    if (before !== undefined && isWrappedTitle(before, line, lines)) joined[joined.length - 1] = { ...before, text: `${before.text.trim()} ${line.text.trim()}` };
    else if (before === undefined || tail === null) joined.push(line);
    else joined[joined.length - 1] = { ...before, text: tail };
  });
  return joined;
}

/** "Principal Data Scientist, Lakeshore" over "Genomics" in a narrow column: both bold, and the next word had no room. */
function isWrappedTitle(before: Line, line: Line, lines: Line[]): boolean {
  if (before.bold !== true || line.bold !== true || line.bullet === true || styleOf(before) !== styleOf(line) || before.left === undefined || line.left !== before.left || line.page !== before.page) return false;
  const [first = before.text, next = line.text] = [before.text.trim(), line.text.trim()];
  if (wordsOf(next).length > 4 || /\s{2,}|[.:;]$/.test(first) || /\s{2,}/.test(next) || findDates(`${first} ${next}`).length > 0) return false;
  const room = Math.max(...lines.filter(({ left = 0 }) => Math.abs(left - (before.left ?? 0)) < 0.06).map(({ text }) => text.trim().length));
  return first.length >= 18 && room < 60 && first.length + 1 + (next.split(/\s/)[0] ?? '').length >= room * 0.88;
}

function brokenTail(before: Line, line: Line, next: Line | undefined): string | null {
  const cells = before.text.split(/\s{2,}/);
  const [name = '', date = ''] = cells;
  if (cells.length !== 2 || name.length < 40 || !isDateOnly(date) || line.text.trim().split(/\s+/).length > 4 || line.bullet === true) return null;
  const plain = (line.size ?? 1) < 1.08 && line.bold !== true;
  if (plain || styleOf(line) !== styleOf(before) || (next !== undefined && styleOf(next) === styleOf(line)) || findDates(line.text).length > 0) return null;
  return `${name} ${line.text.trim()}  ${date}`;
}

// A word broken at its hyphen keeps it: "front-" + "end" is more often right than "frontend".
function joinWrapped(text: string, next: string): string {
  return /\p{L}-$/u.test(text) ? text + next.trim() : `${text} ${next.trim()}`;
}

function continues(line: Line, before: Line, head: Line, width: number): boolean {
  if (line.bullet === true || line.headingLevel !== undefined || before.headingLevel !== undefined) return false;
  if (differs(line.size ?? 1, before.size ?? 1, 0.06)) return false;
  if (line.page !== before.page && !STARTS_LOWER.test(line.text)) return false;
  if (isUnderBullet(line, before, head)) return true;
  if (movedLeft(line, before, head)) return false;
  const text = before.text.trim();
  const next = line.text.trim();
  if (isBrokenInTwo(text, next)) return true;
  if ((line.bold === true) !== (before.bold === true)) return false;
  if (isDated(next) || isDated(text) || /\s{2,}/.test(next) || /\s{2,}/.test(text) || headingKind(next) !== null) return false;
  if (/^[\p{L} ]{2,25}:\s/u.test(next) && !STARTS_LOWER.test(next)) return false;
  if (LABELLED.test(next) && LABELLED.test(text)) return false;
  const full = text.length >= width * 0.72;
  if (STARTS_LOWER.test(next)) return text.length >= 18 && (full || !ENDS_SENTENCE.test(text) || JOINING_END.test(text));
  if (JOINING_END.test(text) && text.length >= 12) return true;
  if (ENDS_SENTENCE.test(text)) return full && head.bullet !== true && /[.!?]$/.test(text) && text.length >= width * 0.8 && text.length > 50;
  return full && text.length > 40;
}

// "College of Arts and" over "Technology": the second line looks like a heading and is none.
function isBrokenInTwo(text: string, next: string): boolean {
  return JOINING_END.test(text) && text.length >= 16 && !/\s{2,}/.test(text) && !/\s{2,}/.test(next) && !/^.{2,25}:\s/.test(next) && findDates(text).length + findDates(next).length === 0;
}

// "Data Scientist, Prairie Mutual (Des Moines, IA), 2016 – 2020" ends with its span, however long it is.
function isDated(text: string): boolean {
  const ranges = findDates(text).filter((date) => date.range);
  const [last] = ranges.slice(-1);
  if (last === undefined) return false;
  const before = text.slice(0, last.index);
  return text.length < 60 || (before.length < 110 && /^[)\s.]*$/.test(text.slice(last.index + last.length)) && /[,|(–—]\s*$|\s{2,}$/.test(before));
}

// Set at the edge of the text of its bullet, a line can only belong to it.
function isUnderBullet(line: Line, before: Line, head: Line): boolean {
  if (head.bullet !== true || line.left === undefined || head.left === undefined || line.page !== before.page) return false;
  return Math.abs(line.left - head.left) < 0.004 && line.left > 0.02 && !/\s{2,}/.test(line.text.trim()) && before.text.trim().length > 25;
}

// A line further left than the text of its bullet starts something new.
function movedLeft(line: Line, before: Line, head: Line): boolean {
  if (line.left === undefined || before.left === undefined || line.page !== before.page) return false;
  if (head.bullet === true && head.left !== undefined && before === head) return line.left < head.left - 0.03;
  return Math.abs(line.left - before.left) > 0.012;
}

// Lines of a column share their left edge; the longest tells how much fits. Files without positions have one column.
function columnWidths(lines: Line[]): Map<string, number> {
  const lengths = new Map<string, number[]>();
  for (const line of lines) {
    const column = columnOf(line);
    const own = lengths.get(column) ?? [];
    own.push(line.text.trim().length);
    lengths.set(column, own);
  }
  return new Map(
    [...lengths].map(([column, all]) => {
      const sorted = [...all].sort((a, b) => a - b);
      return [column, Math.max(20, sorted[Math.floor(sorted.length * 0.9)] ?? 80)];
    }),
  );
}

function columnOf(line: Line): string {
  return line.left === undefined ? 'all' : String(Math.round(line.left * 12));
}

function differs(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) > tolerance;
}
