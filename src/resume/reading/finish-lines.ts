import type { Line, Notice } from '../../schemas/resume.ts';
import { takeBullet } from './bullets.ts';
import { cleanLine, type CleanText } from './clean-text.ts';
import { repairWraps } from './repair-wraps.ts';

/** A line as a format reader gives it: uncleaned and without its number. */
export type RawLine = Omit<Line, 'line'>;

/** A page of dense text has about 5,000 characters; what is longer than 40 pages of them is cut. */
const MAX_CHARACTERS = 200_000;

const REMOVED: Record<string, string> = {
  'terminal-codes': 'Control sequences for terminals stood in the text and were removed.',
  bidi: 'Characters that turn the direction of text stood in the text and were removed.',
  'zero-width': 'Invisible characters stood in the text and were removed.',
  'hidden-tags': 'Text was written in invisible tag characters; it is reported and not used.',
};

const HIDDEN: Record<NonNullable<Line['hidden']>, string> = {
  white: 'has the colour of its background',
  tiny: 'is too small to be read',
  off_page: 'stands outside the page',
  covered: 'is covered by something',
  hidden_style: 'is marked as hidden or invisible',
  zero_width: 'is written in invisible characters',
};

/** Cleans, repairs and numbers lines, and says what was found on the way. */
export function finishLines(raw: RawLine[], links: string[] = []): { lines: Line[]; notices: Notice[] } {
  const seen = new Map<string, number>();
  const cleaned = raw.flatMap((line) => cleanRaw(line, seen));
  const { lines: kept, cut } = limit(cleaned);
  const lines = numberLines(repairWraps(kept, links));
  const removed = [...seen].map(([code, page]) => ({ code, message: REMOVED[code] ?? code, page }));
  return { lines, notices: [...removed, ...hiddenNotices(lines), ...cut] };
}

function cleanRaw(line: RawLine, seen: Map<string, number>): RawLine[] {
  const { text, removed, tagged }: CleanText = cleanLine(line.text);
  for (const code of removed) if (!seen.has(code)) seen.set(code, line.page);
  const whole = takeBullet({ ...line, text });
  const kept = whole.text === '' ? [] : [whole];
  return tagged.trim() === '' ? kept : [...kept, { text: tagged.trim(), page: line.page, hidden: 'zero_width' }];
}

function limit(lines: RawLine[]): { lines: RawLine[]; cut: Notice[] } {
  let characters = 0;
  const end = lines.findIndex(({ text }) => (characters += text.length) > MAX_CHARACTERS);
  if (end < 0) return { lines, cut: [] };
  const message = `The text is very long; only the first ${MAX_CHARACTERS.toLocaleString('en')} characters were read.`;
  return { lines: lines.slice(0, Math.max(1, end)).map((line) => ({ ...line, text: line.text.slice(0, MAX_CHARACTERS) })), cut: [{ code: 'text-cut', message }] };
}

/** Numbers count within the page, in the order of reading, hidden lines included. */
function numberLines(lines: RawLine[]): Line[] {
  const last = new Map<number, number>();
  return lines.map((line) => {
    const number = (last.get(line.page) ?? 0) + 1;
    last.set(line.page, number);
    return { ...line, line: number };
  });
}

/** One notice for each kind of hiding and page. */
function hiddenNotices(lines: Line[]): Notice[] {
  const counts = new Map<string, { kind: NonNullable<Line['hidden']>; page: number; count: number }>();
  for (const { hidden: kind, page } of lines) {
    if (!kind) continue;
    const key = `${kind} ${page}`;
    counts.set(key, { kind, page, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ kind, page, count }) => ({
    code: 'hidden-text',
    message: `${count === 1 ? 'A line' : `${count} lines`} of text ${HIDDEN[kind]}; a person would not see it, so it is not used.`,
    page,
  }));
}
