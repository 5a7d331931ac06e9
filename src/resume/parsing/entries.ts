import type { Line } from '../../schemas/resume.ts';
import { endsWithLegalForm } from './companies.ts';
import { findDates, isDateOnly, withoutDates } from './dates.ts';
import { isPlace } from './places.ts';
import { styleOf } from './typography.ts';
import { cellsOf, foldText, wordsOf } from './words.ts';
import { markWrapped } from './wrapped-lines.ts';

/** One job, project or school: the lines that name it, and the lines that tell of it. */
export interface EntryLines {
  header: Line[];
  body: Line[];
  /** Lines without a date that stood apart before the header and may name the company of several jobs. */
  above: Line[];
}

type Role = 'header' | 'body' | 'label' | 'link';

const LABEL =
  /^(?:project|projet|projekt)(?: name| title)?\s*:|(?:responsibilit(?:y|ies)|details)\s*:?\s*$|^(?:highlights?|responsibilit(?:y|ies)|roles? (?:and|&) responsibilit(?:y|ies)|key responsibilities|duties|achievements?|key achievements?|accomplishments?|technologies|technology|tech stack|stack|tools|environment|skills|description|project description|summary|courses?|coursework|aufgaben|tatigkeiten|technologien|missions?|realisations|technologies utilisees|funciones|logros|tecnologias|keywords)\s*:?\s*(?:$|:)/;

/** Groups the lines of a section to entries by their dates, their look and their order. */
export function splitEntries(lines: Line[]): EntryLines[] {
  const roles = lineRoles(lines);
  const runs = headerRuns(lines, roles);
  const lead = leadOf(runs, lines);
  const starts = runs.flatMap((run) => splitRun(run, lines, lead));
  const known = knownStyle(starts, lines);
  return toEntries(trimStarts(starts, lines, known), lines, roles);
}

function lineRoles(lines: Line[]): Role[] {
  const wrapped = markWrapped(lines);
  const roles: Role[] = [];
  lines.forEach((line, index) => {
    const before = roles[index - 1] ?? 'header';
    const goesOn = wrapped[index + 1] === true;
    if (wrapped[index] === true) roles.push(before === 'header' && line.bold !== true && line.headingLevel === undefined && isLongText(line.text) ? 'body' : before);
    else if (before !== 'header' && /^\p{Ll}/u.test(line.text) && line.bold !== true && line.headingLevel === undefined && !startsWithDate(line.text)) roles.push('body');
    else roles.push(roleOf(line, lines[index + 1], goesOn));
  });
  return roles;
}

// "septembre 2017" is no rest of a sentence although it begins with a small letter.
function startsWithDate(text: string): boolean {
  return findDates(text.trim())[0]?.index === 0;
}

function roleOf(line: Line, next: Line | undefined, goesOn: boolean): Role {
  const text = line.text.trim();
  if (LABEL.test(foldText(text))) return 'label';
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text) || /^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(text)) return 'link';
  if (line.headingLevel !== undefined) return 'header';
  if (line.bullet === true && (goesOn || !isBulletedHeader(line, next))) return 'body';
  if (hasEdgeDate(text) && wordsOf(text).length <= 22 && !/[.;]$/.test(text.replace(/\b[\p{L}]{2,5}\.$/u, ''))) return 'header';
  if (goesOn && line.bold !== true) return 'body';
  return isLongText(text) ? 'body' : 'header';
}

// "• **Engineer**, Acme" over a line of dates names a job although it is an item of a list.
function isBulletedHeader(line: Line, next: Line | undefined): boolean {
  const text = line.text.trim();
  if (wordsOf(text).length > 16 || /[.;]$|^\p{Ll}/u.test(text)) return false;
  if (line.bold === true) return true;
  return hasRangeAtEdge(text) || (next !== undefined && next.bullet !== true && isDateOnly(next.text));
}

function isLongText(text: string): boolean {
  const words = wordsOf(text).length;
  if (words >= 13) return true;
  return words >= 5 && /[.;!?]$/.test(text.trim()) && !endsWithLegalForm(text) && !/\b\p{Lu}\.$/u.test(text.trim());
}

function hasRangeAtEdge(text: string): boolean {
  return findDates(text).some((date) => date.range && isAtEdge(text, date));
}

/** The line carries a date where headers have it: at its start, at its end or in a cell of its own. */
export function hasEdgeDate(text: string): boolean {
  return findDates(text).some((date) => isAtEdge(text, date) && (date.range || wordsOf(withoutDates(text)).length <= 14));
}

function isAtEdge(text: string, { index, length }: { index: number; length: number }): boolean {
  const before = text.slice(0, index);
  const after = withoutDates(text.slice(index + length));
  return /^[\s([|·•,–—-]*(?:\b(?:since|seit|depuis|desde|from|ab|bis|until)\s*)?$/iu.test(before) || /^[\s)\].,|·•–—-]*$/u.test(after) || /(?:\s{2,}|[|(·•–—])\s*$/u.test(before) || /^\s*(?:\s{2,}|[|)·•])/u.test(after) || isPlace(after.replace(/^[\s,]+/, ''));
}

interface Start {
  from: number;
  to: number;
}

// Lines of a header stand together; links and labels in between belong to it.
function headerRuns(lines: Line[], roles: Role[]): Start[] {
  const runs: Start[] = [];
  let from = -1;
  for (let index = 0; index <= lines.length; index += 1) {
    const inside = index < lines.length && (roles[index] === 'header' || (roles[index] === 'link' && from >= 0));
    if (inside && from < 0) from = index;
    if (!inside && from >= 0) {
      runs.push({ from, to: index });
      from = -1;
    }
  }
  return runs;
}

/** How many lines stand before the date in the first header: nothing of an earlier entry can be in its way. */
function leadOf(runs: Start[], lines: Line[]): number {
  for (const run of runs) {
    const [dated] = datedLines(run, lines);
    if (dated !== undefined) return dated - run.from;
  }
  return 0;
}

/** Cuts a run that holds several entries: each gets one date, with as many lines before it as the first entry has. */
function splitRun(run: Start, lines: Line[], lead: number): Start[] {
  const dated = datedLines(run, lines);
  if (dated.length === 0) return lines[run.from]?.headingLevel !== undefined ? [run] : [];
  const firstStyle = styleOf(lines[run.from] ?? emptyLine);
  const distinct = range(run.from, run.to).some((index) => styleOf(lines[index] ?? emptyLine) !== firstStyle);
  const starts: Start[] = [{ ...run }];
  dated.slice(1).forEach((at, position) => {
    const after = (dated[position] ?? run.from) + 1;
    const alike = range(after, at + 1).find((index) => lead > 0 && distinct && styleOf(lines[index] ?? emptyLine) === firstStyle);
    const from = Math.max(after, alike ?? at - lead);
    const previous = starts.at(-1);
    if (previous !== undefined) previous.to = from;
    starts.push({ from, to: run.to });
  });
  return starts;
}

// Lines that hold a range; a line of a company over a line of a title with its own range is one header.
function datedLines({ from, to }: Start, lines: Line[]): number[] {
  const dated = range(from, to).filter((index) => hasEdgeDate(lines[index]?.text ?? ''));
  const ranges = dated.filter((index) => findDates(lines[index]?.text ?? '').some((date) => date.range));
  if (ranges.length > 0) return ranges;
  // "2021" over "2025" in a margin is one span.
  return dated.filter((index, position) => position === 0 || index - (dated[position - 1] ?? 0) > 1 || !isDateOnly(lines[index]?.text ?? ''));
}

/** The look of the line that opens an entry, where entries agree on one that differs from plain text. */
function knownStyle(starts: Start[], lines: Line[]): string | null {
  const styles = starts.map(({ from }) => styleOf(lines[from] ?? emptyLine));
  const [first] = styles;
  if (first === undefined || first === styleOf(emptyLine)) return null;
  return styles.filter((style) => style === first).length * 2 >= styles.length ? first : null;
}

// A run may begin with the tail of the entry before it; the look of a first line says where it really starts.
function trimStarts(starts: Start[], lines: Line[], style: string | null): Start[] {
  return starts.map((start, position) => {
    const [dated] = datedLines(start, lines);
    if (dated === undefined) return start;
    const alike = style === null ? undefined : range(start.from, dated + 1).find((index) => styleOf(lines[index] ?? emptyLine) === style);
    const from = alike ?? start.from;
    // A place alone on top belongs to the job before.
    const isPlaceOfLast = position > 0 && from < dated && isPlace(lines[from]?.text.trim() ?? '');
    return { from: isPlaceOfLast ? from + 1 : from, to: start.to };
  });
}

function toEntries(starts: Start[], lines: Line[], roles: Role[]): EntryLines[] {
  return starts.map((start, position) => {
    const before = starts[position - 1];
    const next = starts[position + 1];
    const header = lines.slice(start.from, start.to);
    const body = lines.slice(start.to, next?.from ?? lines.length);
    return { header, body, above: apartBefore(before?.to ?? 0, start.from, lines, roles) };
  });
}

// The last lines without a date before the header that are neither bullets nor text.
function apartBefore(from: number, to: number, lines: Line[], roles: Role[]): Line[] {
  const heads = range(from, to).filter((index) => roles[index] === 'header' && cellsOf(lines[index]?.text ?? '').length > 0);
  return heads.slice(-2).flatMap((index) => lines[index] ?? []);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

const emptyLine: Line = { text: '', page: 1, line: 1 };
