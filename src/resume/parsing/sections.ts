import type { Line, SectionKind } from '../../schemas/resume.ts';
import { isTableHead } from '../reading/table-heads.ts';
import { chooseHeadings, type HeadingCandidate } from './choose-headings.ts';
import { hasContactData, isContactLine } from './contact.ts';
import { headingKind } from './headings.ts';
import type { SectionLines } from './section-lines.ts';
import { isSkillList } from './skill-lists.ts';
import { styleOf } from './typography.ts';
import { splitByContent } from './untitled-sections.ts';
import { keyOf, wordsOf } from './words.ts';

const RULE = /^\s*[-=_*~─━═#·•.]{3,}\s*$/u;

/**
 * Splits a resume at its headings. What stands before the first one is the
 * contact section with an empty heading. A heading is known by its words, and
 * trusted when it looks like the other headings of the same file; a line that
 * looks exactly like them with words we do not know opens an `other` section.
 */
export function splitSections(lines: Line[]): SectionLines[] {
  const content = lines.filter((line) => line.text.trim() !== '' && !RULE.test(line.text) && !((line.size ?? 1) < 1.2 && isTableHead(line.text)));
  const headings = chooseHeadings(content);
  const sections: SectionLines[] = [{ kind: 'contact', heading: '', headingLine: null, lines: [] }];
  content.forEach((line, index) => {
    const heading = headings.get(index);
    const last = sections.at(-1);
    if (heading === undefined) last?.lines.push(line);
    else if (last !== undefined && isBrokenHeading(last, line)) Object.assign(last, joinedHeading(last, heading));
    else sections.push(openSection(line, heading));
  });
  return withPreambleSplit(withoutFooters(sections.map(judgedByContent)));
}

// An address at the foot of a page belongs to the person, whatever stands above it.
function withoutFooters(sections: SectionLines[]): SectionLines[] {
  const isFooter = ({ kind }: SectionLines, { text }: Line) => kind !== 'contact' && kind !== 'references' && isContactLine(text);
  const footers = sections.flatMap((section) => section.lines.filter((line) => isFooter(section, line)));
  if (footers.length === 0) return sections;
  const kept = sections.map((section) => ({ ...section, lines: section.lines.filter((line) => !isFooter(section, line)) }));
  return [...kept, { kind: 'contact', heading: '', headingLine: null, lines: footers }];
}

// What stands before the first heading may be more than contact data.
function withPreambleSplit([preamble, ...headed]: SectionLines[]): SectionLines[] {
  if (preamble === undefined) return headed;
  const found = new Set(headed.filter(({ lines }) => lines.length > 0).map(({ kind }) => kind));
  return [...splitByContent(preamble.lines, found), ...headed];
}

function openSection(line: Line, { kind, heading, rest }: HeadingCandidate): SectionLines {
  const plain = { ...line, bold: undefined, headingLevel: undefined, size: undefined };
  return { kind, heading, headingLine: line, lines: rest === null ? [] : [{ ...plain, text: rest }] };
}

// "Programming" over "Languages": one heading that did not fit the column.
function isBrokenHeading({ headingLine, lines }: SectionLines, line: Line): boolean {
  if (headingLine === null || lines.length > 0 || styleOf(headingLine) !== styleOf(line) || headingLine.page !== line.page) return false;
  if (headingLine.left === undefined || line.left === undefined || headingLine.top === undefined || line.top === undefined) return false;
  return Math.abs(headingLine.left - line.left) <= 0.015 && line.top - headingLine.top < 0.028 * (line.size ?? 1);
}

function joinedHeading(section: SectionLines, { heading, kind }: HeadingCandidate): Partial<SectionLines> {
  const joined = `${section.heading} ${heading}`;
  return { heading: joined, kind: headingKind(joined) ?? (section.kind === 'other' ? kind : section.kind) };
}

/** A group of skills may have a heading of its own, such as "Frontend" or "Languages", and "About" may hold an address: what stands under it decides. */
function judgedByContent(section: SectionLines): SectionLines {
  const doubtful = section.kind === 'other' || section.kind === 'languages';
  if (doubtful && isSkillList(section.lines)) return { ...section, kind: 'skills' };
  const isAddress = section.kind === 'summary' && section.lines.some(({ text }) => hasContactData(text)) && section.lines.every(({ text }) => wordsOf(text).length < 9);
  return isAddress ? { ...section, kind: 'contact' } : section;
}

const MARGIN_LISTS: readonly SectionKind[] = ['skills', 'languages', 'certificates', 'interests'];

/** Gives lines back to the contact section that follow the person's name at the end of a list: a margin was read before the head of the page. */
export function endListsAtName(sections: SectionLines[], name: string | null): SectionLines[] {
  return sections.flatMap((section) => {
    const at = name === null || !MARGIN_LISTS.includes(section.kind) ? -1 : section.lines.findIndex(({ text }) => keyOf(text) === keyOf(name));
    if (at < 0) return [section];
    return [{ ...section, lines: section.lines.slice(0, at) }, { kind: 'contact', heading: '', headingLine: null, lines: section.lines.slice(at) }];
  });
}
