import { MONTHS, PRESENT_WORDS, SEASONS } from './month-names.ts';
import { foldText } from './words.ts';

/** A date as it was written; the months are null where only the year is given. */
interface DatePoint {
  index: number;
  length: number;
  kind: 'date' | 'present';
  year: number;
  startMonth: number | null;
  endMonth: number | null;
}

/** When something began and ended, and the piece of the text that says so. */
export interface FoundDates {
  /** `YYYY-MM`; null when not given. */
  start: string | null;
  /** `YYYY-MM`; null when it goes on, or when not given. */
  end: string | null;
  /** The text says that it goes on. */
  ongoing: boolean;
  /** Two ends were given, or one with "since" or "until". */
  range: boolean;
  index: number;
  length: number;
}

const monthNames = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');
const seasonNames = [...SEASONS.keys()].sort((a, b) => b.length - a.length).join('|');
const YEAR = '(?:19[5-9]\\d|20[0-4]\\d)';
const MARK = "[.,'/\\s\\-]*";
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|\\.|er)?';

// The order matters: the longest way of writing comes first. Texts are folded before.
const POINT = new RegExp(
  [
    `(?<isoYear>${YEAR})\\s?[-/.]\\s?(?<isoMonth>1[0-2]|0?[1-9])(?:\\s?[-/.]\\s?(?:3[01]|[12]\\d|0?[1-9]))?(?![\\d])`,
    `(?<first>\\d{1,2})(?<mark>[./-])(?<second>\\d{1,2})\\k<mark>(?<fullYear>${YEAR})`,
    `(?<numericMonth>1[0-2]|0?[1-9])\\s?[./-]\\s?(?<numericYear>${YEAR})`,
    `(?:${DAY}\\s+(?:de\\s+)?)?\\b(?<monthName>${monthNames})\\b${MARK}(?:${DAY}\\s*,\\s*|${DAY}\\s+)?(?:de\\s+|del\\s+)?(?<namedYear>${YEAR}|'\\s?\\d{2}|(?<=[\\s\\-.,/])\\d{2})(?!\\d)`,
    `(?<season>${seasonNames})\\s*,?\\s*(?<seasonYear>${YEAR})`,
    `(?:q(?<quarter>[1-4])|t(?<trimester>[1-4]))\\s*[/,-]?\\s*(?<quarterYear>${YEAR})`,
    `(?<yearOfQuarter>${YEAR})\\s*[/,-]?\\s*q(?<quarterAfter>[1-4])`,
    `(?<cjkYear>${YEAR})\\s?[年년]\\s?(?:(?<cjkMonth>1[0-2]|0?[1-9])\\s?[月월])?`,
    `(?<year>${YEAR})`,
    `(?<present>(?<![\\p{L}])(?:${PRESENT_WORDS.join('|')})(?![\\p{L}]))`,
  ].join('|'),
  'gu',
);

const BETWEEN = /^[\s.,)]*(?:[-–—―−~→>]+|\b(?:to|until|till|thru|through|and|bis|bis zum|au|a|al|hasta|jusqu'au?|jusqu'en|tot|ate|－)\b|à|～|〜|－|부터)[\s(:]*(?:the|la|le)?[\s]*$/u;
const SINCE = /(?:^|[\s(|,])(?:since|seit|depuis|desde|from|ab|starting)\s*(?:el\s+)?$/u;
const UNTIL = /(?:^|[\s(|,])(?:until|till|bis|hasta|jusqu'en|[-–—])\s*$/u;
const OPEN_END = /^\s*[.)]?\s*[-–—―−]\s*(?:[)|]|$|\s{2,})/u;
const SHORT_END = /^\s*[-–—/]\s*'?(\d{2})(?!\d|[-./]\d)/u;
const SHARED_YEAR = new RegExp(`\\b(${monthNames})\\b\\.?\\s*(?:[-–—/]|to|bis|a|à)\\s*$`, 'u');

/**
 * Every date or span of time in a text, in order.
 *
 * A year alone counts from January as a start and to December as an end.
 * A single date has both ends in the same month, or in the same year.
 */
export function findDates(text: string): FoundDates[] {
  const folded = foldKeepingLength(text);
  const points = [...folded.matchAll(POINT)].map(toPoint).filter((point) => isDate(folded, point));
  const found: FoundDates[] = [];
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at];
    if (point === undefined || point.kind === 'present') continue;
    const next = points[at + 1];
    if (next !== undefined && BETWEEN.test(folded.slice(point.index + point.length, next.index))) {
      found.push(spanOf(point, next));
      at += 1;
    } else {
      found.push(openOrSingle(folded, point));
    }
  }
  return found;
}

/** The text without its dates and without lengths of time such as "(2 years 3 months)". */
export function withoutDates(text: string): string {
  let rest = text;
  for (const { index, length } of findDates(text).reverse()) {
    rest = `${rest.slice(0, index)}\u0000${rest.slice(index + length)}`;
  }
  // What is left at the seam of a date is punctuation that belonged to it.
  return withoutDuration(rest)
    .replace(/[\s,;|(–—-]*\b(?:since|from|seit|depuis|desde|until|bis)\s*\u0000/giu, '\u0000')
    .replace(/\(\s*\u0000+\s*[-–—]?\s*\)/gu, '\u0000')
    .replace(/\u0000/gu, '  ');
}

const DURATION =
  /[([]?\s*(?:\b(?:about|approx\.?|over)\s+)?(?<![\p{L}\d])\d+(?:[.,]\d+)?\+?\s*(?:years?|yrs?\.?|months?|mos?\.?|jahre?n?|monate?n?|ans?|mois|años?|anos?|mes(?:es)?|weeks?)(?:\s*,?\s*(?:and|und|et|y)?\s*\d+\s*(?:months?|mos?\.?|monate?n?|mois|mes(?:es)?|weeks?))?(?![\p{L}])\s*[)\]]?/giu;

function withoutDuration(text: string): string {
  return text.replace(DURATION, (match) => (/\d/.test(match) ? '\u0000' : match));
}

/** The text is a date, a span of time or a length of time, and nothing else. */
export function isDateOnly(text: string): boolean {
  if (!/\d/.test(text)) return false;
  return withoutDates(text).replace(/[^\p{L}\p{N}]+/gu, '') === '';
}

// Folding may change the length ("ß" -> "ss"); positions must stay those of the text.
function foldKeepingLength(text: string): string {
  return Array.from(text, (letter) => {
    const folded = foldText(letter);
    return folded.length === letter.length ? folded : letter.toLowerCase().padEnd(letter.length).slice(0, letter.length);
  }).join('');
}

function toPoint(match: RegExpMatchArray): DatePoint {
  const found = match.groups ?? {};
  const base = { index: match.index ?? 0, length: match[0].length };
  if (found.present !== undefined) return { ...base, kind: 'present', year: 0, startMonth: null, endMonth: null };
  const { year, months } = yearAndMonths(found);
  return { ...base, kind: 'date', year, startMonth: months[0], endMonth: months[1] };
}

type Months = [number, number] | [null, null];

function yearAndMonths(found: Record<string, string | undefined>): { year: number; months: Months } {
  const both = (month: number): Months => [month, month];
  if (found.isoYear !== undefined) return { year: Number(found.isoYear), months: both(Number(found.isoMonth)) };
  if (found.fullYear !== undefined) return { year: Number(found.fullYear), months: both(monthOfFullDate(found)) };
  if (found.numericYear !== undefined) return { year: Number(found.numericYear), months: both(Number(found.numericMonth)) };
  if (found.namedYear !== undefined) return { year: fullYear(found.namedYear), months: both(MONTHS.get(found.monthName ?? '') ?? 1) };
  if (found.seasonYear !== undefined) {
    const season = SEASONS.get(found.season ?? '') ?? { start: 1, end: 12 };
    return { year: Number(found.seasonYear), months: [season.start, season.end] };
  }
  const quarter = found.quarter ?? found.trimester ?? found.quarterAfter;
  if (quarter !== undefined) {
    const first = Number(quarter) * 3 - 2;
    return { year: Number(found.quarterYear ?? found.yearOfQuarter), months: [first, first + 2] };
  }
  if (found.cjkYear !== undefined) {
    return { year: Number(found.cjkYear), months: found.cjkMonth === undefined ? [null, null] : both(Number(found.cjkMonth)) };
  }
  return { year: Number(found.year), months: [null, null] };
}

// 15.03.2021 and 15/03/2021 name the day first; 03/15/2021 the month.
function monthOfFullDate(found: Record<string, string | undefined>): number {
  const first = Number(found.first);
  const second = Number(found.second);
  const month = second > 12 || (found.mark === '/' && first <= 12) ? first : second;
  return Math.min(12, Math.max(1, month));
}

function fullYear(written: string): number {
  const digits = Number(written.replace(/\D/g, ''));
  if (digits > 99) return digits;
  return digits < 50 ? 2000 + digits : 1900 + digits;
}

// "2000 users", "$2,010" and "+49 2015 33" hold no year.
function isDate(text: string, point: DatePoint): boolean {
  const before = text.slice(0, point.index);
  const after = text.slice(point.index + point.length);
  if (/[\p{L}\d$€£+@_]$/u.test(before) || /\d[.,]$/.test(before)) return false;
  return !/^(?:[\p{L}\d%+@_]|[.,]\d)/u.test(after);
}

// In right-to-left text the later date may come first.
function spanOf(first: DatePoint, second: DatePoint): FoundDates {
  const swapped = second.kind === 'date' && (second.year < first.year || (second.year === first.year && (second.endMonth ?? 12) < (first.startMonth ?? 1)));
  const [start, end] = swapped ? [second, first] : [first, second];
  return {
    start: yearMonth(start.year, start.startMonth ?? 1),
    end: end.kind === 'present' ? null : yearMonth(end.year, end.endMonth ?? 12),
    ongoing: end.kind === 'present',
    range: true,
    index: first.index,
    length: second.index + second.length - first.index,
  };
}

function openOrSingle(text: string, point: DatePoint): FoundDates {
  const before = text.slice(0, point.index);
  const after = text.slice(point.index + point.length);
  const start = yearMonth(point.year, point.startMonth ?? 1);
  const end = yearMonth(point.year, point.endMonth ?? 12);
  const place = { index: point.index, length: point.length };

  const shared = SHARED_YEAR.exec(before);
  if (shared !== null) {
    const month = MONTHS.get(shared[1] ?? '') ?? 1;
    return { start: yearMonth(point.year, month), end, ongoing: false, range: true, index: shared.index, length: point.index + point.length - shared.index };
  }
  const short = SHORT_END.exec(after);
  if (short !== null && point.startMonth === null) {
    const year = fullYear(short[1] ?? '');
    if (year >= point.year) return { start, end: yearMonth(year, 12), ongoing: false, range: true, index: point.index, length: point.length + short[0].length };
  }
  if (SINCE.test(before)) return { start, end: null, ongoing: true, range: true, ...place };
  const open = OPEN_END.exec(after);
  if (open !== null) return { start, end: null, ongoing: true, range: true, index: point.index, length: point.length + open[0].trimEnd().replace(/[|)]$/, '').length };
  if (UNTIL.test(before)) return { start: null, end, ongoing: false, range: true, ...place };
  return { start, end, ongoing: false, range: false, ...place };
}

function yearMonth(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
