import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { printable, printableLine } from '../../printable.ts';
import type { SectionKind } from '../../schemas/resume.ts';
import type { CheckedLine, CheckedPage, Finding, ResumeCheck } from '../../schemas/resume-check.ts';
import { drawPage, hiddenWord, type PictureRow } from './page-picture.ts';

/** What a piece of text is: a section's kind, or one of these. */
export type CheckTone = SectionKind | 'strong' | 'faint' | 'hidden' | 'injected' | 'misleads' | 'clear';

export interface CheckLook {
  width: number;
  /** Colours a piece of text; gives it back as it is where there are no colours. */
  paint(tone: CheckTone, text: string): string;
}

/** Pages that are drawn; the text of the others follows all the same. */
const DRAWN_PAGES = 6;

/** The whole check for a terminal of `width` columns: pictures, text, what was understood, findings, verdict. No line is wider. */
export function checkAsText(check: ResumeCheck, look: CheckLook): string {
  return [
    look.paint('strong', wrap(titleOf(check), look)),
    ...check.pageViews.slice(0, DRAWN_PAGES).flatMap((page) => pictureLines(page, check.pages, look)),
    ...textLines(check.pageViews, look),
    ...understoodLines(check, look),
    ...findingLines(check, look),
  ].join('\n');
}

/** Only what was found, and the verdict. */
export function findingsAsText(check: ResumeCheck, look: CheckLook): string {
  return findingLines(check, look).slice(1).join('\n');
}

function titleOf({ file, format, pages, pageViews }: ResumeCheck): string {
  const lines = pageViews.reduce((sum, page) => sum + page.lines.length, 0);
  const kind = format === null ? 'no text' : `${format.toUpperCase()}, ${count(pages, 'page')}, ${count(lines, 'line')} of text`;
  return `${printableLine(file)}: ${kind}`;
}

function pictureLines(page: CheckedPage, pages: number, look: CheckLook): string[] {
  const inner = look.width - 2;
  const rule = `+${'-'.repeat(inner)}+`;
  const columns = page.columns !== null && page.columns > 1 ? `, ${page.columns} columns` : '';
  const title = `Page ${page.page} of ${pages}${columns}. Numbers tell the order of reading.`;
  const rows = drawPage(page, inner).map((row) => look.paint('faint', '|') + paintRow(row, look));
  return ['', look.paint('strong', wrap(title, look)), look.paint('faint', rule), ...rows, look.paint('faint', rule)];
}

function paintRow(row: PictureRow, look: CheckLook): string {
  let drawn = '';
  let at = 0;
  for (const { column, text, source } of row) {
    drawn += ' '.repeat(Math.max(0, column - at)) + look.paint(toneOf(source), text);
    at = Math.max(at, column) + stringWidth(text);
  }
  return drawn;
}

function toneOf({ injected, hidden, section }: CheckedLine): CheckTone {
  if (injected) return 'injected';
  return hidden ? 'hidden' : (section ?? 'other');
}

function textLines(pages: CheckedPage[], look: CheckLook): string[] {
  if (pages.length === 0) return [];
  const lines = ['', look.paint('strong', 'The text, in the order of reading')];
  let section: CheckedLine['section'] = null;
  for (const { page, lines: own } of pages) {
    lines.push(look.paint('faint', `-- page ${page}`));
    for (const line of own) {
      if (line.section !== null && (line.section !== section || line.heading)) lines.push(look.paint(line.section, `[${line.section}]`));
      section = line.section ?? section;
      lines.push(textLine(line, look));
    }
  }
  return lines;
}

function textLine(line: CheckedLine, look: CheckLook): string {
  const { text, hidden, injected, bullet } = line;
  const marks = [hidden ? `[hidden: ${hiddenWord(hidden)}] ` : '', injected ? '[to a program] ' : '', bullet ? '- ' : ''].join('');
  const rows = wrap(marks + printable(text).replaceAll('\n', ' '), look, 6).split('\n');
  const [first = '', ...rest] = rows.map((row) => row.slice(6));
  const number = look.paint('faint', `${String(line.line).padStart(4)}  `);
  return [number + look.paint(toneOf(line), first), ...rest.map((row) => `      ${look.paint(toneOf(line), row)}`)].join('\n');
}

function understoodLines(check: ResumeCheck, look: CheckLook): string[] {
  if (check.pageViews.length === 0) return [];
  const { contact, work, education, skills, domains, claims, yearsOfExperience, chunks, metadata, sections } = check;
  const where = (what: string) => contact.places.filter((place) => place.what === what).map(({ page, line }) => ` (page ${page}, line ${line})`).join('');
  const rows = [
    `Name: ${contact.name ?? 'not found'}${where('name')}`,
    `E-mail: ${contact.email ?? 'not found'}${where('email')}`,
    `Telephone: ${contact.phone ?? 'not found'}${where('phone')}`,
    ...contact.links.map((link) => `Link: ${link}`),
    `Sections: ${[...new Set(sections.map(({ kind }) => kind))].join(', ') || 'none'}`,
    ...work.map(({ title, company, start, end, page, line }) => `Work: ${title ?? '?'}, ${company ?? '?'}, ${start ?? '?'} to ${end ?? 'present'} (page ${page}, line ${line})`),
    ...education.map(({ level, area, institution }) => `Education: ${level}${area ? ` in ${area}` : ''}, ${institution ?? '?'}`),
    `Experience: ${yearsOfExperience === null ? 'unknown' : `${yearsOfExperience} years`}`,
    `Skills (${skills.length}): ${skills.join(', ') || 'none'}`,
    `Domains: ${domains.join(', ') || 'none'}`,
    `Passages for retrieval: ${chunks}`,
    ...Object.entries(metadata).filter(([name]) => name !== 'links').map(([name, value]) => `File, ${name}: ${value}`),
  ];
  const claimRows = claims.map(({ page, line, text }) => `page ${page}, line ${line}: "${text}"`);
  return [
    ...list('What was understood', rows, look),
    ...list(`What an interviewer would ask about (${count(claims.length, 'claim')})`, claimRows, look),
  ];
}

function findingLines({ findings, verdict }: ResumeCheck, look: CheckLook): string[] {
  const misleading = findings.filter(({ severity }) => severity === 'misleads');
  const notes = findings.filter(({ severity }) => severity === 'note');
  const sum = verdict === 'clear' ? 'Verdict: nothing in this file would mislead a reader.' : `Verdict: ${count(misleading.length, 'thing')} in this file would mislead a reader.`;
  return [
    ...list('What would mislead a reader', misleading.map(sentenceOf), look, 'misleads'),
    ...list('Worth knowing', notes.map(sentenceOf), look),
    '',
    look.paint(verdict, wrap(sum, look)),
  ];
}

function sentenceOf({ message, page, line }: Finding): string {
  const place = page === undefined ? '' : ` (page ${page}${line === undefined ? '' : `, line ${line}`})`;
  // The parser's own sentences may name the place already.
  return /\bpage \d/iu.test(message) ? message : `${message.replace(/\.$/u, '')}${place}.`;
}

function list(title: string, items: string[], look: CheckLook, tone: CheckTone = 'other'): string[] {
  if (items.length === 0) return [];
  return ['', look.paint('strong', wrap(title, look)), ...items.map((item) => look.paint(tone, `- ${wrap(printableLine(item), look, 2).slice(2)}`))];
}

function wrap(text: string, { width }: CheckLook, indent = 0): string {
  return wrapAnsi(text, Math.max(10, width - indent), { hard: true })
    .split('\n')
    .map((row) => ' '.repeat(indent) + row)
    .join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
