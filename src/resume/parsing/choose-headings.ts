import type { Line, SectionKind } from '../../schemas/resume.ts';
import { findDates, isDateOnly } from './dates.ts';
import { headingKind, inlineHeading } from './headings.ts';
import { knownSkill } from './skill-mentions.ts';
import { emphasisOf, styleOf } from './typography.ts';
import { cellsOf, keyOf } from './words.ts';

/** A line that may open a section; `rest` is content that stands on the same line. */
export interface HeadingCandidate {
  index: number;
  kind: SectionKind;
  heading: string;
  rest: string | null;
  inline: boolean;
}

/** Kinds that nearly every resume has. */
const CORE: readonly SectionKind[] = ['experience', 'education', 'skills'];

/**
 * The lines that are headings, by their index. A heading is known by its
 * words, and trusted when it looks like the other headings of the same file;
 * a line that looks exactly like them with other words is an `other` heading.
 */
export function chooseHeadings(lines: Line[]): Map<number, HeadingCandidate> {
  const candidates = lines.flatMap((line, index) => candidateAt(line, index, lines) ?? []);
  const plain = candidates.filter((candidate) => !candidate.inline && !isLabel(candidate, candidates, lines));
  const styles = headingStyles(plain, lines);
  const weakest = Math.min(...styles.map((style) => style.emphasis));
  const accepted = plain.filter(({ index }) => {
    const line = lines[index];
    return line !== undefined && (styles.some((style) => isOfStyle(line, style)) || emphasisAt(lines, index) >= weakest + 0.01);
  });
  const kinds = new Set(accepted.map((candidate) => candidate.kind));
  // A kind that was found nowhere else is worth a weaker sign.
  const weaker = candidates.filter((candidate) => CORE.includes(candidate.kind) && !kinds.has(candidate.kind) && isWorthTrying(candidate, lines, Math.max(0, ...styles.map((style) => style.emphasis))));
  const known = [...accepted, ...firstOfEachKind(weaker)];
  const unknown = unknownHeadings(lines, accepted, styles).filter(({ index }) => !known.some((candidate) => candidate.index === index));
  return new Map([...known, ...unknown].map((candidate) => [candidate.index, candidate]));
}

/**
 * "Courses" under each school and "Projects" under each job repeat themselves
 * in plain type; a heading comes once, or stands out.
 */
function isLabel({ index, heading, kind }: HeadingCandidate, all: HeadingCandidate[], lines: Line[]): boolean {
  if (emphasisAt(lines, index) >= 1 || kind === 'experience') return false;
  const before = all.findLast((other) => other.index < index && !other.inline);
  if (before?.kind === 'education' && kind === 'certificates' && /cours|modul/i.test(heading)) return true;
  // Right below itself it is the name of the only group.
  return all.some((other) => !other.inline && Math.abs(other.index - index) > 2 && keyOf(other.heading) === keyOf(heading));
}

function candidateAt(line: Line, index: number, lines: Line[]): HeadingCandidate | null {
  const text = line.text.trim();
  const kind = headingKind(text);
  // "Leadership" and "Programming" in plain text are more often items of a list.
  if (kind !== null && kind !== 'skills' && emphasisOf(line) <= 0 && knownSkill(text) !== undefined) return null;
  if (kind !== null) return { index, kind, heading: cleanHeading(text), rest: null, inline: false };
  const [first = '', ...others] = cellsOf(text);
  const marginKind = others.length > 0 && line.bullet !== true ? headingKind(first) : null;
  if (marginKind !== null && !/:$/.test(first) && !/^[:：–-]/.test(others[0] ?? '')) return { index, kind: marginKind, heading: cleanHeading(first), rest: others.join('  '), inline: false };
  const inline = inlineHeading(text);
  if (inline !== null && lines[index]?.bullet !== true) return { index, ...inline, inline: true };
  return null;
}

/** A look that headings share. `lefts` is set where other lines look the same and only their place tells them apart. */
interface HeadingStyle {
  key: string;
  emphasis: number;
  lefts: number[] | null;
}

// The looks that two or more different kinds of headings share; the most used one if there is none.
function headingStyles(candidates: HeadingCandidate[], lines: Line[]): HeadingStyle[] {
  const byStyle = new Map<string, HeadingCandidate[]>();
  for (const candidate of candidates) {
    const key = styleOf(lines[candidate.index] ?? noLine);
    const own = byStyle.get(key) ?? [];
    own.push(candidate);
    byStyle.set(key, own);
  }
  const ranked = [...byStyle]
    .map(([key, members]) => ({
      key,
      emphasis: Math.max(...members.map(({ index }) => emphasisAt(lines, index))),
      lefts: leftsOf(key, members, lines),
      kinds: new Set(members.map(({ kind }) => kind)).size,
    }))
    .sort((a, b) => b.kinds - a.kinds || b.emphasis - a.emphasis);
  const [main] = ranked;
  if (main === undefined) return [];
  // A look with less emphasis than the main one belongs to labels inside of sections.
  return ranked.filter((style) => style === main || (style.kinds >= 2 && style.emphasis >= main.emphasis - 0.5));
}

// The left edges at which two kinds of headings stand, where the look alone says too little.
function leftsOf(key: string, members: HeadingCandidate[], lines: Line[]): number[] | null {
  const alike = lines.filter((line) => styleOf(line) === key).length;
  if (members.length >= alike * 0.6) return null;
  const edges = members.flatMap(({ index, kind }) => {
    const left = lines[index]?.left;
    return left === undefined ? [] : [{ left, kind }];
  });
  const shared = edges.filter(({ left }) => new Set(edges.filter((other) => isNear(other.left, left)).map(({ kind }) => kind)).size >= 2);
  return shared.length === 0 ? null : shared.map(({ left }) => left);
}

function isOfStyle(line: Line, { key, lefts }: HeadingStyle): boolean {
  return styleOf(line) === key && (lefts === null || line.left === undefined || lefts.some((left) => isNear(left, line.left ?? 0)));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.015;
}

function emphasisAt(lines: Line[], index: number): number {
  const line = lines[index];
  return line === undefined ? 0 : emphasisOf(line);
}

// Where headings stand out, "Skills: Go" in plain type is a label inside of a section.
function isWorthTrying({ index, inline }: HeadingCandidate, lines: Line[], usual: number): boolean {
  const line = lines[index];
  if (line === undefined || line.bullet === true) return false;
  return !inline || usual < 1 || emphasisOf(line) >= usual - 0.5;
}

function firstOfEachKind(candidates: HeadingCandidate[]): HeadingCandidate[] {
  const kinds = new Set<SectionKind>();
  return candidates.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind));
}

/** Lines that look exactly like the headings we know, where that look is used for little else. */
function unknownHeadings(lines: Line[], known: HeadingCandidate[], styles: HeadingStyle[]): HeadingCandidate[] {
  const first = Math.min(...known.map(({ index }) => index));
  const isKnown = (index: number) => known.some((candidate) => candidate.index === index);
  return styles.flatMap((style) => {
    if (style.emphasis < 1) return [];
    const alike = lines.flatMap((line, index) => (index >= first && isOfStyle(line, style) && isBesideKnown(line, known, lines) ? [index] : []));
    const others = alike.filter((index) => !isKnown(index));
    if (alike.length - others.length < Math.max(2, others.length)) return [];
    return others
      .filter((index) => looksLikeHeading(lines[index]) && !isDateOnly(lines[index + 1]?.text ?? ''))
      .map((index): HeadingCandidate => ({ index, kind: 'other', heading: cleanHeading(lines[index]?.text ?? ''), rest: null, inline: false }));
  });
}

// In the column of a heading that we know.
function isBesideKnown({ left }: Line, known: HeadingCandidate[], lines: Line[]): boolean {
  const lefts = known.flatMap(({ index }) => lines[index]?.left ?? []);
  return left === undefined || lefts.length === 0 || lefts.some((other) => isNear(other, left));
}

function looksLikeHeading(line: Line | undefined): boolean {
  if (line === undefined || line.bullet === true) return false;
  const text = line.text.trim();
  // "GPA 8.4/10" is a fact in capitals.
  return text.length <= 45 && text.split(/\s+/).length <= 5 && !/[.,;@|]$|[@|]|\s{2,}|\d[.,/]\d|\d\s?%/.test(text) && findDates(text).length === 0;
}

function cleanHeading(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[\s:：•|–—-]+$/u, '');
}

const noLine: Line = { text: '', page: 1, line: 1 };
