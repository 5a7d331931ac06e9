import type { DocxLine } from './docx-blocks.ts';
import { isSectionHeading } from './section-headings.ts';

/**
 * A row of a table as a reader takes it. Cells of one line each are one line
 * with wide gaps. A short label or date beside a longer cell joins its first
 * line. Everything else is laid out in columns and read cell by cell.
 */
export function joinCells(cells: DocxLine[][]): DocxLine[] {
  const filled = cells.filter((lines) => lines.length > 0);
  if (filled.length < 2) return filled.flat();
  // "Languages   Go, Python" in plain type is a row of a list.
  const isPlainRow = filled.every((lines) => lines.length === 1 && lines.every(({ bold }) => bold !== true));
  const hasHeading = filled.some(([first]) => first && (first.headingLevel !== undefined || (!isPlainRow && isSectionHeading(first.text))));
  if (hasHeading || filled.flat().some(({ hidden }) => hidden)) return filled.flat();
  if (filled.every((lines) => lines.length === 1 && !lines[0]?.bullet)) return [joinLines(filled.flatMap((lines) => lines.slice(0, 1)))];

  const [label = [], ...others] = filled;
  const first = others[0]?.[0];
  const isLabel = label.length === 1 && (label[0]?.text.length ?? 0) <= 40 && others.length === 1 && first !== undefined && !first.bullet;
  return isLabel ? [joinLines([...label, first]), ...others.flat().slice(1)] : filled.flat();
}

function joinLines(lines: DocxLine[]): DocxLine {
  const size = Math.max(0, ...lines.map((line) => line.size ?? 0));
  return {
    text: lines.map(({ text }) => text).join('   '),
    ...(lines.every(({ bold }) => bold) && { bold: true }),
    ...(size > 0 && { size }),
  };
}
