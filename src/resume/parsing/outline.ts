import type { Line, SectionKind } from '../../schemas/resume.ts';
import { splitEntries } from './entries.ts';
import { readHeader } from './header-parts.ts';
import type { SectionLines } from './section-lines.ts';
import type { WorkBlock } from './work.ts';
import { paragraphsOf, type Paragraph } from './wrapped-lines.ts';

/** A stretch of the resume that belongs together: one job, one project, or a section without entries. */
export interface OutlineItem {
  kind: SectionKind;
  heading: string;
  /** Company, project or null. */
  entry: string | null;
  entryIndex: number | null;
  /** What to say before a passage of it: "Engineer, Acme (2019-2022)". */
  title: string;
  start: string | null;
  end: string | null;
  first: Line;
  paragraphs: Paragraph[];
}

const WITH_ENTRIES: readonly SectionKind[] = ['projects', 'volunteering'];

/** The whole resume as a list of such stretches, in reading order. */
export function outlineOf(sections: SectionLines[], work: WorkBlock[]): OutlineItem[] {
  return sections.flatMap((section) => {
    const [first] = section.lines;
    if (first === undefined) return [];
    if (section.kind === 'experience') return workItems(section, work);
    if (WITH_ENTRIES.includes(section.kind)) return entryItems(section);
    return [plainItem(section, section.lines, null)];
  });
}

function workItems(section: SectionLines, work: WorkBlock[]): OutlineItem[] {
  const places = new Set(section.lines.map(placeOf));
  const own = work.flatMap((block, entryIndex) => (block.header.some((line) => places.has(placeOf(line))) ? [{ block, entryIndex }] : []));
  if (own.length === 0) return [plainItem(section, section.lines, null)];
  return own.flatMap(({ block: { entry, header, body }, entryIndex }) => {
    const [first] = header;
    if (first === undefined) return [];
    const named = [entry.title, entry.company].filter((name) => name !== null).join(', ');
    const title = `${named}${spanOf(entry.start, entry.end)}`;
    return [{ kind: section.kind, heading: section.heading, entry: entry.company ?? entry.title, entryIndex, title, start: entry.start, end: entry.end, first, paragraphs: paragraphsOf(body) }];
  });
}

function placeOf({ page, line }: Line): string {
  return `${page}.${line}`;
}

function spanOf(start: string | null, end: string | null): string {
  if (start === null) return end === null ? '' : ` (${end.slice(0, 4)})`;
  const last = end === null ? 'present' : end.slice(0, 4);
  return start.slice(0, 4) === last ? ` (${last})` : ` (${start.slice(0, 4)}-${last})`;
}

function entryItems(section: SectionLines): OutlineItem[] {
  const entries = splitEntries(section.lines);
  const [firstEntry] = entries;
  const [opening] = firstEntry?.header ?? [];
  if (firstEntry === undefined || opening === undefined) return [plainItem(section, section.lines, null)];
  const before = section.lines.slice(0, section.lines.indexOf(opening));
  const items = entries.flatMap(({ header, body }, entryIndex): OutlineItem[] => {
    const [first] = header;
    if (first === undefined) return [];
    const { parts, start, end, dated } = readHeader(header);
    const entry = parts[0]?.text ?? first.text.trim();
    return [{ kind: section.kind, heading: section.heading, entry, entryIndex, title: `${entry}${dated ? spanOf(start, end) : ''}`, start, end, first, paragraphs: paragraphsOf(body) }];
  });
  return before.length > 0 ? [plainItem(section, before, null), ...items] : items;
}

function plainItem(section: SectionLines, lines: Line[], entry: string | null): OutlineItem {
  const [first = { text: '', page: 1, line: 1 }] = lines;
  return { kind: section.kind, heading: section.heading, entry, entryIndex: null, title: section.heading, start: null, end: null, first, paragraphs: paragraphsOf(lines) };
}
