import { CsvError, parse } from 'csv-parse';
import { readLines } from './byte-lines.ts';
import { cellStarts } from './cell-starts.ts';
import { columnsOf, EXPECTED, type Columns } from './csv-columns.ts';
import type { Problem } from './problems.ts';
import type { Place, RawCase, Reading } from './raw-case.ts';
import { encodingProblem } from './text-file.ts';
import { placeAt } from './text-place.ts';

const NUMBERS = ['minScore', 'maxScore', 'band'];
const LISTS = ['keyPoints', 'covers', 'flags'];

/**
 * A CSV file with the names of a case as columns: what is expected stands in
 * `minScore` or `expect.minScore` and so on. Lists are separated by semicolons
 * or line breaks, or written as JSON. Commas, semicolons or tabs separate the
 * columns, whichever the first line uses.
 */
export async function* readCsv(path: string, file: string): AsyncGenerator<Reading> {
  const separator = separatorOf(path);
  const parser = parse({ delimiter: separator, info: true, skip_empty_lines: true, relax_column_count: true });
  const badLines: number[] = [];
  const texts = feed(parser, path, (number) => badLines.push(number));
  let columns: Columns | undefined;
  let behind = 0;
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const row = { cells, separator, file, ...takeRow(texts, behind + 1, info.lines) };
      behind = info.lines;
      if (columns) yield* readingsOf(row, columns);
      else {
        columns = columnsOf(cells.map((name) => name.trim()), file, (column) => placeOfCell(row, column));
        yield* columns.problems.map((problem) => ({ problem }));
        if (!columns.complete) return;
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { problem: brokenQuotes(error, file) };
  }
  for (const number of badLines) yield { problem: encodingProblem(file, number) };
}

interface Row {
  cells: readonly string[];
  /** As the file has it. */
  text: string;
  line: number;
  separator: string;
  file: string;
}

/** The text of the row that ends with `last`, which is let go of here. Empty lines before it are none of its own. */
function takeRow(texts: Map<number, string>, first: number, last: number): { text: string; line: number } {
  const lines: string[] = [];
  let line = first;
  for (let number = first; number <= last; number++) {
    const text = texts.get(number) ?? '';
    texts.delete(number);
    if (lines.length === 0 && text === '' && number < last) line = number + 1;
    else lines.push(text);
  }
  return { text: lines.join('\n'), line };
}

function placeOfCell({ text, separator, line }: Row, column: number): Place {
  return placeAt(text, cellStarts(text, separator)[column] ?? 0, line);
}

function* readingsOf(row: Row, { count, keys }: Columns): Generator<Reading> {
  const { cells, file, line } = row;
  const problem = (place: Place, message: string, remedy: string): Reading => ({ problem: { code: 'answers-invalid', file, ...place, message, remedy } });
  if (cells.length !== count) {
    yield problem({ line, column: null }, `The row has ${cells.length} cells, and there are ${count} columns.`, 'Fill it up, or quote a cell that holds the separator.');
    return;
  }
  for (const [index, key] of keys.entries()) {
    const remedy = key === 'expect' ? 'Write it like {"minScore": 0.6}, or give columns of their own: minScore, covers.' : 'Write it like ["one", "two"], or separate the entries with semicolons.';
    if (isBrokenJson(key, cells[index] ?? '')) yield problem(placeOfCell(row, index), `The cell ${key} is no JSON.`, remedy);
  }
  yield { raw: caseIn(row, keys) };
}

function caseIn(row: Row, keys: Columns['keys']): RawCase {
  return {
    value: valueOfRow(row.cells.flatMap((cell, index) => [[keys[index] ?? '', cell] as const])),
    file: row.file,
    line: row.line,
    locate: (path) => {
      const key = path.find((step) => typeof step === 'string' && step !== 'expect');
      const column = [key, path[0]].map((wanted) => keys.findIndex((name) => name === wanted)).find((index) => index >= 0);
      return column === undefined ? { line: row.line, column: null } : placeOfCell(row, column);
    },
  };
}

/** An empty cell says nothing; an empty answer is an answer, unless a file holds it. */
function valueOfRow(cells: readonly (readonly [string, string])[]): Record<string, unknown> {
  const one: Record<string, unknown> = {};
  const expect: Record<string, unknown> = {};
  for (const [key, cell] of cells) {
    if (cell.trim() === '' || key === '' || isBrokenJson(key, cell)) continue;
    if (key === 'expect') Object.assign(expect, jsonCell(cell));
    else (EXPECTED.includes(key) ? expect : one)[key] = valueOf(key, cell);
  }
  if (one.answer === undefined && one.answerFile === undefined && cells.some(([key]) => key === 'answer')) one.answer = '';
  return Object.keys(expect).length > 0 ? { ...one, expect } : one;
}

/** What is expected can be written in no other way; a list that begins like JSON is meant as such. */
function isBrokenJson(key: string | undefined, cell: string): boolean {
  if (key === 'expect') return cell.trim() !== '' && !isObject(jsonCell(cell));
  return key !== undefined && LISTS.includes(key) && /^\s*\[\s*["{[]/u.test(cell) && jsonCell(cell) === undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueOf(name: string, cell: string): unknown {
  if (NUMBERS.includes(name)) return Number.isNaN(Number(cell)) ? cell : Number(cell);
  if (!LISTS.includes(name)) return cell;
  const list = jsonCell(cell);
  return Array.isArray(list) ? list : cell.split(/[;\n]/u).map((part) => part.trim()).filter(Boolean);
}

function jsonCell(cell: string): unknown {
  if (!/^\s*[[{]/u.test(cell)) return undefined;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return undefined;
  }
}

function separatorOf(path: string): string {
  for (const { text } of readLines(path)) {
    const counts = [',', ';', '\t'].map((sign) => ({ sign, count: (text ?? '').split(sign).length }));
    return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
  }
  return ',';
}

/** Hands the lines over one by one, so that one of them with bad bytes can be named. Gives their texts by number, as far as they are not parsed yet. */
function feed(parser: ReturnType<typeof parse>, path: string, onBadLine: (number: number) => void): Map<number, string> {
  const texts = new Map<number, string>();
  const run = async () => {
    for (const { number, text } of readLines(path)) {
      if (text === null) onBadLine(number);
      if (parser.destroyed) return;
      texts.set(number, text ?? '');
      if (!parser.write(`${text ?? ''}\n`)) await drained(parser);
    }
    parser.end();
  };
  run().catch((error: Error) => parser.destroy(error));
  return texts;
}

/** When there is room again, or nobody reads on. Both listeners go, or a large file would gather thousands. */
async function drained(parser: ReturnType<typeof parse>): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      parser.off('drain', done).off('close', done);
      resolve();
    };
    parser.on('drain', done).on('close', done);
  });
}

function brokenQuotes(error: CsvError, file: string): Problem {
  const { lines } = error as CsvError & { lines?: number };
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return {
    code: 'answers-invalid',
    file,
    line: lines ?? null,
    column: null,
    message: open ? 'A quote is opened and never closed.' : 'The quotes of this row do not fit together.',
    remedy: open ? 'Close it, or double a quote that belongs to the text: "".' : 'Put the whole cell in quotes, and double the quotes inside of it: "".',
  };
}
