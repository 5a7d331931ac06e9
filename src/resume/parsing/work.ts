import type { Line, WorkEntry } from '../../schemas/resume.ts';
import { splitEntries, type EntryLines } from './entries.ts';
import { readHeader, type HeaderParts } from './header-parts.ts';
import { NO_HABITS, assignRoles, habitsOf, type HeaderRoles } from './header-roles.ts';
import type { SectionLines } from './section-lines.ts';
import { findSkillNames } from './skill-mentions.ts';
import { joinBrokenHeaders } from './wrapped-lines.ts';

/** A job with the lines that tell of it. */
export interface WorkBlock {
  entry: WorkEntry;
  header: Line[];
  body: Line[];
}

interface ReadEntry {
  lines: EntryLines;
  header: HeaderParts;
}

/** The jobs of a resume in their order, from its sections of experience. */
export function readWork(sections: SectionLines[]): WorkBlock[] {
  const read = sections
    .filter(({ kind }) => kind === 'experience')
    .flatMap(({ lines }) => splitEntries(joinBrokenHeaders(lines)).map((entry): ReadEntry => ({ lines: entry, header: readHeader(entry.header) })));
  const habits = habitsOf(read.map(({ header }) => header));
  let company: string | null = null;
  return read.flatMap(({ lines, header }) => {
    const roles = withCompany(assignRoles(header, habits), lines, company);
    if (roles.company === null && roles.title === null) return [];
    company = roles.company;
    return [toBlock(roles, lines, header)];
  });
}

// Several titles in one company: the later ones stand without its name.
function withCompany(roles: HeaderRoles, { above }: EntryLines, previous: string | null): HeaderRoles {
  if (roles.company !== null) return roles;
  const [named] = above.length > 0 ? [assignRoles(readHeader(above), NO_HABITS)] : [];
  return { ...roles, company: named?.company ?? previous, place: roles.place ?? named?.place ?? null };
}

function toBlock(roles: HeaderRoles, { header, body }: EntryLines, { start, end }: HeaderParts): WorkBlock {
  const [first] = header;
  const text = [...header, ...body].map((line) => line.text).join('\n');
  const entry = { ...roles, start, end, skills: findSkillNames(text), page: first?.page ?? 1, line: first?.line ?? 1 };
  return { entry, header, body };
}
