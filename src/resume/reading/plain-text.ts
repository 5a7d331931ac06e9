import type { ResumeDocument } from '../../schemas/resume.ts';
import { decodeText } from './decode-text.ts';
import { finishLines, type RawLine } from './finish-lines.ts';

/** A page of text has about this many columns; indentation is told against it. */
const COLUMNS = 80;
const UNDERLINE = /^\s*(={3,}|-{3,}|~{3,}|_{3,}|\*{3,}|#{3,})\s*$/;

/** Plain text: one line is one line; a form feed begins a page; an underlined line is a heading. */
export function readPlainText(bytes: Uint8Array): ResumeDocument {
  const { text, notices } = decodeText(bytes);
  const pages = text.replace(/\f\s*$/, '').split('\f');
  const finished = finishLines(pages.flatMap((page, index) => pageLines(page, index + 1)));
  return { format: 'txt', pages: pages.length, lines: finished.lines, notices: [...notices, ...finished.notices], metadata: {} };
}

function pageLines(text: string, page: number): RawLine[] {
  const rows = text.split(/\r\n|\n|\r/);
  return rows.flatMap((row, index): RawLine[] => {
    if (UNDERLINE.test(row)) return [];
    const indent = /^\s*/.exec(row.replace(/\t/g, '    '))?.[0].length ?? 0;
    const underline = UNDERLINE.exec(rows[index + 1] ?? '')?.[1] ?? '';
    const isHeading = underline !== '' && row.trim().length > 0 && row.trim().length < 60 && Math.abs(underline.length - row.trim().length) <= 3;
    return [
      {
        text: row,
        page,
        left: Math.min(1, indent / COLUMNS),
        top: index / rows.length,
        ...(isHeading && { headingLevel: underline.startsWith('=') ? 1 : 2 }),
      },
    ];
  });
}
