import type { RawLine } from './finish-lines.ts';
import { splitMarks } from './docx-marks.ts';
import { walkMarkup } from './markup.ts';
import { joinCells } from './table-rows.ts';

/** A paragraph, heading, list item or table of the converter's HTML. */
export type Block = { kind: 'text'; line: DocxLine } | { kind: 'table'; rows: Block[][][] };

/** A line before its page is known; size in half points until it is set against the body. */
export type DocxLine = Omit<RawLine, 'page'>;

interface Frame {
  blocks: Block[];
  rows: Block[][][];
}

/** The HTML of the converter as lines: one for each paragraph, heading and item; rows of tables as a reader takes them. */
export function htmlToLines(html: string): DocxLine[] {
  return flatten(readBlocks(html));
}

function readBlocks(html: string): Block[] {
  const root: Frame = { blocks: [], rows: [] };
  const frames = [root];
  const paragraph = new Paragraph();
  const flush = () => frames.at(-1)?.blocks.push(...paragraph.take());
  for (const token of walkMarkup(html)) {
    if (token.kind === 'text') paragraph.add(token.text);
    else if (token.name === 'strong') paragraph.bold = token.kind === 'open';
    else if (token.name === 'br') flush();
    else if (/^(?:p|h[1-6]|li|ul|ol)$/.test(token.name)) {
      flush();
      paragraph.style(token.name, token.kind === 'open');
    } else if (/^(?:table|tr|td|th)$/.test(token.name)) {
      flush();
      if (token.kind === 'open') openTable(frames, token.name);
      else closeTable(frames, token.name);
    }
  }
  flush();
  return root.blocks;
}

/** Cells collect blocks in a frame of their own; rows and tables gather what the cells collected. */
function openTable(frames: Frame[], name: string): void {
  if (name === 'table' || name === 'td' || name === 'th') frames.push({ blocks: [], rows: [] });
  if (name === 'tr') frames.at(-1)?.rows.push([]);
}

function closeTable(frames: Frame[], name: string): void {
  if (name === 'tr' || frames.length < 2) return;
  const frame = frames.pop();
  const parent = frames.at(-1);
  if (!frame || !parent) return;
  if (name === 'table') parent.blocks.push({ kind: 'table', rows: frame.rows });
  else parent.rows.at(-1)?.push(frame.blocks);
}

/** The text of the paragraph that is being read, with the marks of its runs. */
class Paragraph {
  bold = false;
  private pieces: { text: string; bold: boolean; hidden?: DocxLine['hidden']; size?: number }[] = [];
  private headingLevel: number | undefined;
  private bullet = false;

  style(name: string, isOpen: boolean): void {
    this.headingLevel = isOpen && name.startsWith('h') ? Number(name[1]) : undefined;
    if (name === 'li') this.bullet = isOpen;
  }

  add(text: string): void {
    for (const piece of splitMarks(text)) this.pieces.push({ ...piece, bold: this.bold });
  }

  /** Hidden runs become lines of their own, so that the rest stays readable. */
  take(): Block[] {
    const pieces = this.pieces;
    this.pieces = [];
    const kinds = [...new Set(pieces.map(({ hidden }) => hidden))];
    const blocks = kinds.flatMap((hidden) => this.block(pieces.filter((piece) => piece.hidden === hidden), hidden));
    if (blocks.length > 0) this.bullet = false;
    return blocks;
  }

  private block(pieces: typeof this.pieces, hidden: DocxLine['hidden']): Block[] {
    const text = pieces.map((piece) => piece.text).join('');
    if (text.trim() === '') return [];
    const letters = (list: typeof pieces) => list.reduce((sum, piece) => sum + piece.text.trim().length, 0);
    const judged = beforeTab(pieces);
    const bold = letters(judged.filter((piece) => piece.bold)) > letters(judged) * 0.9;
    const size = Math.max(0, ...pieces.map((piece) => piece.size ?? 0));
    return [
      {
        kind: 'text',
        line: {
          text: text.replace(/\t+/g, '\t').trim(),
          ...(this.headingLevel && { headingLevel: this.headingLevel }),
          ...((bold || this.headingLevel) && { bold: true }),
          ...(size > 0 && { size }),
          ...(this.bullet && { bullet: true }),
          ...(hidden && { hidden }),
        },
      },
    ];
  }
}

/** Dates and places that a tab sets beside a bold title are seldom bold themselves. */
function beforeTab<Piece extends { text: string }>(pieces: Piece[]): Piece[] {
  const tab = pieces.findIndex(({ text }) => text.includes('\t'));
  const aside = pieces.slice(tab).map(({ text }) => text).join('');
  const isAside = tab > 0 && pieces[tab]?.text.startsWith('\t') === true && aside.trim().length < 40;
  return isAside ? pieces.slice(0, tab) : pieces;
}

function flatten(blocks: Block[]): DocxLine[] {
  return blocks.flatMap((block) => (block.kind === 'text' ? [block.line] : block.rows.flatMap((row) => joinCells(row.map(flatten)))));
}
