import type { Notice, ParsedResume, ResumeDocument } from '../../schemas/resume.ts';
import type { CheckedLine, CheckedPage, Finding, Severity } from '../../schemas/resume-check.ts';
import { isInjected } from '../parsing/injection.ts';
import { keyOf } from '../parsing/words.ts';
import { upwardJumps } from './columns.ts';

export interface Checked {
  document: ResumeDocument;
  parsed: ParsedResume;
  pages: CheckedPage[];
}

/** Notices of the reader and the parser after which a program and a person read different things. The others are notes. */
const MISLEADING = new Set([
  'hidden-text', 'hidden-tags', 'terminal-codes', 'bidi',
  'scanned', 'ocr-layer', 'text-garbled', 'page-unreadable',
  'pages-cut', 'text-cut', 'too-long',
]);
/** Said here with their lines instead. */
const SAID_BETTER = new Set(['injected-instruction', 'hidden-text']);

/** Everything that a person should know about the file, what misleads first, then by page and line. */
export function findAll(checked: Checked): Finding[] {
  const lines = checked.pages.flatMap((page) => page.lines);
  const found = [
    ...checked.parsed.notices.filter(({ code }) => !SAID_BETTER.has(code)).map((notice) => fromNotice(notice, lines)),
    ...hiddenText(checked.parsed.notices, lines),
    ...instructions(lines),
    ...instructionsInMetadata(checked.document.metadata),
    ...doubtfulOrder(checked.pages),
    ...mixedAlphabets(lines),
    ...strangeAuthor(checked),
    ...missing(checked),
  ];
  return found.sort((left, right) => rankOf(left) - rankOf(right) || (left.page ?? 0) - (right.page ?? 0) || (left.line ?? 0) - (right.line ?? 0));
}

function rankOf({ severity }: Finding): number {
  return severity === 'misleads' ? 0 : 1;
}

function fromNotice({ code, message, page }: Notice, lines: CheckedLine[]): Finding {
  // Right-to-left text is written with direction marks.
  const severity = MISLEADING.has(code) && !(code === 'bidi' && lines.some(({ text }) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text))) ? 'misleads' : 'note';
  return finding(code, severity, message, page === undefined ? {} : { page });
}

/** With the line where it begins: hidden lines stand last on their page. */
function hiddenText(notices: Notice[], lines: CheckedLine[]): Finding[] {
  const kinds = new Map<string, CheckedLine>();
  for (const line of lines) {
    const key = `${line.page} ${line.hidden}`;
    if (line.hidden && !kinds.has(key)) kinds.set(key, line);
  }
  const places = [...kinds.values()];
  return notices
    .filter(({ code }) => code === 'hidden-text')
    .map(({ code, message, page }) => {
      const at = places.findIndex((line) => line.page === page);
      const [place] = at < 0 ? [] : places.splice(at, 1);
      return finding(code, 'misleads', message, { page, line: place?.line });
    });
}

function instructions(lines: CheckedLine[]): Finding[] {
  return lines
    .filter(({ injected }) => injected)
    .map(({ page, line, hidden }) => {
      const seen = hidden ? 'A hidden line' : 'A line';
      return finding('injected-instruction', 'misleads', `${seen} speaks to a model or a program instead of a reader. It is shown, and used for nothing.`, { page, line });
    });
}

function instructionsInMetadata(metadata: Record<string, string>): Finding[] {
  return Object.entries(metadata)
    .filter(([name, value]) => name !== 'links' && isInjected(value))
    .map(([name]) => finding('injected-metadata', 'misleads', `The file's own "${name}" speaks to a model or a program instead of a reader.`));
}

/** Columns side by side are read one after the other; a page that is read up and down many times was guessed at. */
function doubtfulOrder(pages: CheckedPage[]): Finding[] {
  return pages.flatMap(({ page, columns, lines }) => {
    const jumps = upwardJumps(lines);
    if (jumps > 5 && jumps > 2 * (columns ?? 1)) return [finding('order-doubtful', 'misleads', `The order of the text is a guess: reading goes back up the page ${jumps} times.`, { page })];
    return (columns ?? 1) > 1 ? [finding('columns', 'note', `The text stands in ${columns} columns. They are read one after the other here; simpler parsers read across them.`, { page })] : [];
  });
}

/** "Jаva" with a Cyrillic letter looks like the word and is not found. */
function mixedAlphabets(lines: CheckedLine[]): Finding[] {
  const mixed = lines.find(({ text }) => /(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])(?<!\p{L})\p{L}{4,}/u.test(text));
  return mixed ? [finding('mixed-alphabets', 'misleads', 'A word mixes Latin letters with look-alikes of another alphabet: it reads well and is not found.', mixed)] : [];
}

function strangeAuthor({ document: { metadata }, parsed: { name } }: Checked): Finding[] {
  const { author } = metadata;
  if (!author || !name || !/\p{L}+\s+\p{L}+/u.test(author)) return [];
  const words = new Set(author.split(/[\s,]+/u).map(keyOf));
  const isSame = name.split(/\s+/u).some((word) => words.has(keyOf(word)));
  return isSame ? [] : [finding('other-author', 'note', 'The file names another author than the person whose resume it is.')];
}

/** What an interviewer looks for and a parser did not find. */
function missing({ parsed }: Checked): Finding[] {
  const { name, email, phone, work, skills, sections, claims } = parsed;
  const has = (kind: ParsedResume['sections'][number]['kind']) => sections.some((section) => section.kind === kind);
  return [
    ...lost(name === null, 'no-name', 'No name was found at the top.'),
    ...lost(email === null && phone === null, 'no-contact', 'No e-mail address and no telephone number were found.'),
    ...lost(!has('experience') && !has('projects'), 'no-experience', 'No section with work or projects was found.'),
    ...lost(skills.length === 0, 'no-skills', 'No skills were found.'),
    ...lost(claims.length === 0, 'no-claims', 'No line says what was done in a way that an interviewer could ask about.'),
    ...lost(claims.length > 0 && claims.every(({ numbers }) => numbers.length === 0), 'no-numbers', 'No claim gives a number.'),
    ...work.flatMap((entry) => {
      const gaps = [...(entry.company ? [] : ['company']), ...(entry.title ? [] : ['title']), ...(entry.start ? [] : ['start'])];
      const message = `A job was found without its ${gaps.join(' and ')}.`;
      return gaps.length === 0 ? [] : [finding('job-incomplete', 'note', message, entry)];
    }),
  ];
}

function lost(isLost: boolean, code: string, message: string): Finding[] {
  return isLost ? [finding(code, 'note', message)] : [];
}

function finding(code: string, severity: Severity, message: string, { page, line }: { page?: number; line?: number } = {}): Finding {
  return { code, severity, message, ...(page && { page }), ...(line && { line }) };
}
