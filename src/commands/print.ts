import { once } from 'node:events';

/** Prints one object as JSON, with the version of its shape. Waits for a slow reader, so that a large one needs no second copy in memory. */
export async function printJson(value: object): Promise<void> {
  await print(JSON.stringify({ schemaVersion: 1, ...value }));
}

/** Prints a line on stdout. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Columns of the terminal; 80 in a pipe. */
export function terminalWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : 80;
}

/** Columns aligned by the widest cell; the last one is left as long as it is. */
export function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd())
    .join('\n');
}

/** The same on so many columns at most: the widest cells are cut until the rows fit, but for the first `whole` of each row. */
export function tableWithin(columns: number, rows: string[][], { whole = 0 }: { whole?: number } = {}): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const most = columns - 2 * (widths.length - 1);
  const widest = () => Math.max(...widths.slice(whole));
  while (widths.reduce((sum, width) => sum + width, 0) > most && widest() > 4) widths[widths.indexOf(widest(), whole)] = widest() - 1;
  return table(rows.map((row) => row.map((cell, column) => cut(cell, widths[column] ?? 0))));
}

function cut(cell: string, width: number): string {
  return cell.length <= width ? cell : `${cell.slice(0, Math.max(0, width - 1))}…`;
}
