import type { Part } from './reading-order.ts';
import { isRightToLeft } from './right-to-left.ts';
import type { Row } from './rows.ts';

export interface PageRow {
  page: number;
  row: Row;
}

export interface PageParts {
  page: number;
  parts: Part[];
}

/**
 * Pages to rows. A column that goes on over the page is read to its end before
 * the next column: a sidebar's last heading stays with its list on the next page.
 */
export function threadPages(pages: PageParts[]): PageRow[] {
  const out: PageRow[] = [];
  for (let at = 0; at < pages.length; ) {
    const chain = chainFrom(pages, at);
    out.push(...readChain(chain));
    at += chain.length;
  }
  return out;
}

/** The pages whose columns go on from one to the next. */
function chainFrom(pages: PageParts[], at: number): PageParts[] {
  const chain = [pages[at] as PageParts];
  while (at + chain.length < pages.length) {
    const next = pages[at + chain.length] as PageParts;
    const last = chain.at(-1) as PageParts;
    // Columns go on only where the page before ends with them and nothing else began on it.
    if (!goesOn(last, next) || (chain.length > 1 && last.parts.length > 1)) break;
    chain.push(next);
  }
  return chain;
}

function goesOn(page: PageParts, next: PageParts): boolean {
  const last = lastColumns(page);
  const first = next.parts[0];
  if (!last || !first) return false;
  if (first.kind === 'columns') return Math.abs(last.gutter - first.gutter) < 14;
  return next.parts.length === 1 && staysLeft(first.rows, last.gutter);
}

function lastColumns({ parts }: PageParts): Extract<Part, { kind: 'columns' }> | undefined {
  const last = parts.at(-1);
  return last?.kind === 'columns' ? last : undefined;
}

/** The end of a sidebar, alone on the last page: nothing on it is wider than the sidebar was. */
function staysLeft(rows: Row[], gutter: number): boolean {
  return rows.every(({ right }) => right < gutter);
}

function readChain(chain: PageParts[]): PageRow[] {
  const [first] = chain;
  if (!first || chain.length === 1) return chain.flatMap(({ page, parts }) => readParts(page, parts));
  const threads = [0, 1].flatMap((column) => chain.flatMap((one, index) => readColumn(one, index, column)));
  const before = readParts(first.page, first.parts.slice(0, -1));
  return [...before, ...threads, ...chain.slice(1).flatMap(({ page, parts }) => readParts(page, parts.slice(1)))];
}

function readColumn({ page, parts }: PageParts, index: number, column: number): PageRow[] {
  const part = index === 0 ? parts.at(-1) : parts[0];
  if (part?.kind === 'columns') return readParts(page, part.columns[column] ?? []);
  return column === 0 && part ? readParts(page, [part]) : [];
}

function readParts(page: number, parts: Part[]): PageRow[] {
  return parts.flatMap((part) => {
    if (part.kind === 'rows') return part.rows.map((row) => ({ page, row }));
    const columns = part.columns.map((column) => readParts(page, column));
    const text = columns.flat().map(({ row }) => row.pieces.map((piece) => piece.text).join('')).join('');
    return (isRightToLeft(text) ? columns.reverse() : columns).flat();
  });
}
