import type { Line, Notice, ParsedResume, ResumeDocument } from '../../schemas/resume.ts';
import { splitChunks } from './chunks.ts';
import { readClaims } from './claims.ts';
import { readContact } from './contact.ts';
import { matchDomains } from './domains.ts';
import { highestLevel } from './education-level.ts';
import { readEducation } from './education.ts';
import { yearsOfExperience } from './experience.ts';
import { findInjections } from './injection.ts';
import { outlineOf } from './outline.ts';
import { findPersonalData } from './personal-data.ts';
import type { SectionLines } from './section-lines.ts';
import { endListsAtName, splitSections } from './sections.ts';
import { readSkills } from './skills.ts';
import { readWork } from './work.ts';
import { paragraphsOf } from './wrapped-lines.ts';

/** A file that was read, with its name and the SHA-256 of its bytes. */
export interface ReadResume {
  file: string;
  hash: string;
  document: ResumeDocument;
}

/**
 * lines -> sections -> entries -> what the resume says of the person.
 *
 * Pure: the same document gives the same result; `now` is used for jobs that
 * go on, and for nothing else. Hidden lines are not looked at. Lines that
 * speak to a model are in the text and in no other field.
 */
export function parseResume({ file, hash, document }: ReadResume, { now = new Date() }: { now?: Date } = {}): ParsedResume {
  const visible = document.lines.filter((line) => line.hidden === undefined);
  const { lines, tooLong } = withinLimits(visible);
  const { clean, notices } = findInjections(lines);
  const split = splitSections(clean);
  const contact = readContact(clean, linesOf(split, 'contact'));
  const sections = endListsAtName(split, contact.name);
  const work = readWork(sections);
  const entries = work.map(({ entry }) => entry);
  const education = readEducation(sections);
  const outline = outlineOf(sections, work);

  return {
    file,
    hash,
    format: document.format,
    ...contact,
    summary: readSummary(sections),
    skills: readSkills(sections),
    work: entries,
    education,
    highestEducation: highestLevel(education.map(({ level }) => level)),
    yearsOfExperience: yearsOfExperience(entries, now),
    sections: sections.filter(({ lines }) => lines.length > 0).map(toSection),
    ...matchDomains(outline, entries, now),
    claims: readClaims(outline),
    chunks: splitChunks(outline),
    text: visible.map((line) => line.text).join('\n'),
    notices: [...document.notices, ...tooLong, ...notices, ...findPersonalData(clean)],
  };
}

// No resume is longer; a hostile file could be, and every line is looked at many times.
const MOST_LINES = 4000;
const LONGEST_LINE = 4000;

function withinLimits(visible: Line[]): { lines: Line[]; tooLong: Notice[] } {
  const cut = visible.some(({ text }) => text.length > LONGEST_LINE);
  const lines = visible.slice(0, MOST_LINES).map((line) => (cut ? { ...line, text: line.text.slice(0, LONGEST_LINE) } : line));
  const message = `The file is longer than any resume: the first ${MOST_LINES} lines and ${LONGEST_LINE} characters a line were understood.`;
  return { lines, tooLong: cut || visible.length > MOST_LINES ? [{ code: 'too-long', message }] : [] };
}

function linesOf(sections: SectionLines[], kind: SectionLines['kind']) {
  return sections.filter((section) => section.kind === kind).flatMap(({ lines }) => lines);
}

function readSummary(sections: SectionLines[]): string | null {
  const text = paragraphsOf(linesOf(sections, 'summary')).map((paragraph) => paragraph.text).join('\n');
  return text === '' ? null : text;
}

function toSection({ kind, heading, headingLine, lines }: SectionLines): ParsedResume['sections'][number] {
  return { kind, heading, page: headingLine?.page ?? lines[0]?.page ?? 1, text: lines.map((line) => line.text).join('\n') };
}
