import type { ResumeDocument } from '../../schemas/resume.ts';
import { decodeText } from './decode-text.ts';
import { finishLines, type RawLine } from './finish-lines.ts';
import { plainMarkdown } from './markdown-inline.ts';

/** Markdown as a reader of the rendered page would see it: headings, items, tables, links as text with their target. */
export function readMarkdown(bytes: Uint8Array): ResumeDocument {
  const { text, notices } = decodeText(bytes);
  const { metadata, body } = takeFrontMatter(text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''));
  const { visible, hidden } = takeComments(body);
  const finished = finishLines([...readBlocks(visible), ...hidden]);
  return { format: 'md', pages: 1, lines: finished.lines, notices: [...notices, ...finished.notices], metadata };
}

/** `key: value` pairs between two lines of dashes at the very start; not shown by any renderer. */
function takeFrontMatter(text: string): { metadata: Record<string, string>; body: string } {
  const match = /^---[ \t]*\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { metadata: {}, body: text };
  const pairs = [...(match[1] ?? '').matchAll(/^([A-Za-z][\w-]{0,40}):[ \t]*(\S.*)$/gm)];
  const metadata = Object.fromEntries(pairs.slice(0, 50).map(([, key = '', value = '']) => [key, value.replace(/^(["'])(.*)\1$/, '$2').slice(0, 500)]));
  return { metadata, body: '\n'.repeat(match[0].split('\n').length - 1) + text.slice(match[0].length) };
}

const COMMENT = /<!--([^]*?)(?:-->|$)/g;
const UNSEEN_ELEMENT = /<(\w+)\b[^>]*(?:\bhidden\b|display:\s*none|visibility:\s*hidden|font-size:\s*0)[^>]*>([^]*?)<\/\1\s*>/gi;

/** Comments and hidden elements, which a reader of the page does not see. */
function takeComments(text: string): { visible: string; hidden: RawLine[] } {
  const hidden: RawLine[] = [];
  const take = (_: string, ...groups: string[]) => {
    const inner = groups.slice(0, -2).at(-1) ?? '';
    for (const row of inner.split('\n')) hidden.push({ text: plainMarkdown(row, new Map()), page: 1, hidden: 'hidden_style' });
    return '\n'.repeat(inner.split('\n').length - 1);
  };
  const visible = text.replace(COMMENT, take).replace(UNSEEN_ELEMENT, take);
  return { visible, hidden };
}

const REFERENCE = /^ {0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s+["'(].*)?$/;

/** `[name]: target`, as a pair. */
function readReference(row: string): [string, string][] {
  const [, name, target] = REFERENCE.exec(row) ?? [];
  return name !== undefined && target !== undefined ? [[name.toLowerCase(), target]] : [];
}

function readBlocks(text: string): RawLine[] {
  const rows = text.replace(/<br\s*\/?>/gi, '\n').split('\n');
  const references = new Map(rows.flatMap(readReference));
  let fenced = false;
  return rows.flatMap((row, index): RawLine[] => {
    if (/^\s*(?:```|~~~)/.test(row)) {
      fenced = !fenced;
      return [];
    }
    const top = index / rows.length;
    if (fenced) return [{ text: row, page: 1, top }];
    if (REFERENCE.test(row) || isRule(row)) return [];
    return [{ ...readRow(row, rows[index + 1] ?? '', references), page: 1, top }];
  });
}

/** Rules, underlines of headings, and the line under a table's head. */
function isRule(row: string): boolean {
  return /^\s*(?:([-*_=])\s*)(?:\1\s*){2,}$/.test(row) || /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(row);
}

function readRow(row: string, below: string, references: Map<string, string>): Omit<RawLine, 'page'> {
  const quoted = row.replace(/^\s*(?:>\s?)+/, '');
  const atx = /^ {0,3}(#{1,6})(?:\s+|$)(.*?)(?:\s+#+)?\s*(?:\{[^}]*\})?\s*$/.exec(quoted);
  if (atx) return { text: plainMarkdown(atx[2] ?? '', references), headingLevel: atx[1]?.length, bold: true };
  const html = /^\s*<h([1-6])\b[^>]*>(.*?)(?:<\/h\1>)?\s*$/i.exec(quoted);
  if (html) return { text: plainMarkdown(html[2] ?? '', references), headingLevel: Number(html[1]), bold: true };
  const setext = quoted.trim() !== '' && /^ {0,3}(=+|-{2,})\s*$/.exec(below)?.[1];
  if (setext && !isListItem(quoted)) return { text: plainMarkdown(quoted, references), headingLevel: setext.startsWith('=') ? 1 : 2, bold: true };
  if (/^\s*\|.*\|\s*$/.test(quoted)) return { text: tableRow(quoted, references) };
  return listOrText(quoted, references);
}

function isListItem(row: string): boolean {
  return /^\s*(?:[-*+]|\d{1,3}[.)])\s+/.test(row);
}

function listOrText(row: string, references: Map<string, string>): Omit<RawLine, 'page'> {
  const item = /^(\s*)(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(row);
  const content = item?.[2] ?? row;
  const indent = /^\s*/.exec(row.replace(/\t/g, '    '))?.[0].length ?? 0;
  const bold = /^\s*(?:\*\*|__)(?:(?!\*\*|__).)+(?:\*\*|__)[\s:]*$/.test(content);
  return { text: plainMarkdown(content, references), left: Math.min(1, indent / 80), ...(bold && { bold }), ...(item && { bullet: true }) };
}

function tableRow(row: string, references: Map<string, string>): string {
  const cells = row.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/);
  return cells.map((cell) => plainMarkdown(cell.replace(/\\\|/g, '|'), references)).filter((cell) => cell !== '').join('   ');
}
