import type { Line, SectionKind } from '../../schemas/resume.ts';
import { companyScore } from './companies.ts';
import { findDates, isDateOnly, withoutDates } from './dates.ts';
import { educationLevel } from './education-level.ts';
import { hasEdgeDate } from './entries.ts';
import { institutionScore } from './institutions.ts';
import { titleScore } from './job-titles.ts';
import type { SectionLines } from './section-lines.ts';
import { isSkillList, readSkillList } from './skill-lists.ts';
import { wordsOf } from './words.ts';

/**
 * Splits lines without headings by what they say: contact data first, then
 * sentences are a summary, jobs have spans of time, schools have degrees, and
 * lists of known names are skills. Kinds that were `found` under a heading
 * are left where they are.
 */
export function splitByContent(lines: Line[], found: ReadonlySet<SectionKind>): SectionLines[] {
  const kinds = kindsOf(lines, found);
  const sections: SectionLines[] = [{ kind: 'contact', heading: '', headingLine: null, lines: [] }];
  lines.forEach((line, index) => {
    const kind = kinds[index] ?? 'contact';
    const last = sections.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else sections.push({ kind, heading: '', headingLine: null, lines: [line] });
  });
  return sections;
}

function kindsOf(lines: Line[], found: ReadonlySet<SectionKind>): SectionKind[] {
  const kinds: SectionKind[] = [];
  lines.forEach((line, index) => {
    const kind = kindOf(line, kinds.at(-1) ?? 'contact', index);
    kinds.push(found.has(kind) ? 'contact' : kind);
    if (kind === 'experience' && isDateOnly(line.text) && !found.has(kind)) takeNames(lines, kinds, index);
  });
  return kinds;
}

function kindOf(line: Line, before: SectionKind, index: number): SectionKind {
  const text = line.text.trim();
  if (isReachability(text)) return 'contact';
  const dated = hasEdgeDate(text);
  if (line.bullet !== true && (educationLevel(text) !== null || institutionScore(text) >= 3) && (dated || institutionScore(text) >= 3) && wordsOf(text).length <= 20) return 'education';
  if (line.bullet !== true && dated && findDates(text).some((date) => date.range) && (isDateOnly(text) || namesJob(text))) return 'experience';
  if (isSkillList([line]) && readSkillList([line]).length >= 3) return 'skills';
  if (before === 'experience' || before === 'education') return before;
  if (before === 'summary' || (index > 0 && wordsOf(text).length >= 9)) return wordsOf(text).length >= 3 ? 'summary' : 'contact';
  return before === 'skills' ? before : 'contact';
}

function isReachability(text: string): boolean {
  return /\S@\S|https?:|www\.|\+\d{2}|linkedin|github\.com|(?:\d[ .-]?){7}/i.test(text) && wordsOf(text).length <= 25;
}

function namesJob(text: string): boolean {
  const name = withoutDates(text);
  return titleScore(name) >= 2.5 || companyScore(name) >= 1.5;
}

// A title and a company over a line of dates came before anyone could know.
function takeNames(lines: Line[], kinds: SectionKind[], at: number): void {
  for (let index = at - 1; index > Math.max(0, at - 3); index -= 1) {
    const text = lines[index]?.text ?? '';
    if (kinds[index] !== 'contact' || isReachability(text) || (titleScore(text) < 2.5 && companyScore(text) < 1.5)) return;
    kinds[index] = 'experience';
  }
}
