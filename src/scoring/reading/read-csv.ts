import { CsvError, parse } from 'csv-parse';
import { AnswerCase, Expectation } from '../../schemas/answers-file.ts';
import { readLines } from './byte-lines.ts';
import { suggestion } from './nearest-word.ts';
import type { Problem } from './problems.ts';
import type { RawCase, Reading } from './raw-case.ts';
import { encodingProblem } from './text-file.ts';

const EXPECTED = Object.keys(Expectation.shape);
const NAMES = [...Object.keys(AnswerCase.shape), ...EXPECTED];
const NUMBERS = ['minScore', 'maxScore', 'band'];
const LISTS = ['keyPoints', 'covers', 'flags'];

/**
 * A CSV file with the names of a case as columns: what is expected stands in
 * `minScore` or `expect.minScore` and so on. Lists are separated by semicolons
 * or line breaks, or written as JSON. Commas, semicolons or tabs separate the
 * columns, whichever the first line uses.
 */
export async function* readCsv(path: string, file: string): AsyncGenerator<Reading> {
  const parser = parse({ delimiter: separatorOf(path), info: true, skip_empty_lines: true, relax_column_count: true });
  const badLines: number[] = [];
  feed(parser, path, (number) => badLines.push(number));
  let names: string[] | undefined;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (names) yield rowOf(record, names, file, line);
      else {
        names = record.map((name) => name.trim());
        yield* wrongColumns(names, file);
      }
      // The parser counts the lines that are behind it.
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { problem: brokenQuotes(error, file) };
  }
  for (const number of badLines) yield { problem: encodingProblem(file, number) };
}

function* wrongColumns(names: readonly string[], file: string): Generator<Reading> {
  const keys = names.map(keyOf);
  for (const [index, name] of names.entries()) {
    const problem = (message: string, remedy: string): Reading => ({ problem: { code: 'answers-invalid', file, line: 1, column: index + 1, message, remedy } });
    if (!isKnown(name)) yield problem(name === '' ? 'A column has no name.' : `There is no column "${name}".`, suggestion(name, NAMES));
    else if (keys.indexOf(keyOf(name)) < index) yield problem(`The column "${name}" stands twice.`, 'Take one of the two away.');
  }
}

/** What a column is called in a case: what is expected may stand with or without its "expect.". */
function keyOf(column: string): string {
  return column.replace(/^expect\./u, '');
}

function rowOf(cells: readonly string[], names: readonly string[], file: string, line: number): Reading {
  if (cells.length !== names.length) {
    const message = `The row has ${cells.length} cells, and there are ${names.length} columns.`;
    return { problem: { code: 'answers-invalid', file, line, column: null, message, remedy: 'Fill it up, or quote a cell that holds the separator.' } };
  }
  const raw: RawCase = {
    value: caseOfRow(names.map((name, index) => [name, cells[index] ?? ''])),
    file,
    line,
    locate: (path) => {
      const key = path.find((step) => typeof step === 'string' && step !== 'expect') ?? path[0];
      const column = names.findIndex((name) => keyOf(name) === key);
      return { line, column: column < 0 ? null : column + 1 };
    },
  };
  return { raw };
}

/** An empty cell says nothing; an empty answer is an answer, unless a file holds it. */
function caseOfRow(cells: readonly (readonly [string, string])[]): Record<string, unknown> {
  const one: Record<string, unknown> = {};
  const expect: Record<string, unknown> = {};
  for (const [column, cell] of cells) {
    const name = keyOf(column);
    if (cell.trim() === '' || !isKnown(column)) continue;
    if (name === 'expect') Object.assign(expect, jsonCell(cell) ?? { expect: cell });
    else (EXPECTED.includes(name) ? expect : one)[name] = valueOf(name, cell);
  }
  if (one.answer === undefined && one.answerFile === undefined && cells.some(([name]) => name === 'answer')) one.answer = '';
  return Object.keys(expect).length > 0 ? { ...one, expect } : one;
}

function isKnown(column: string): boolean {
  return NAMES.includes(column) || (column.startsWith('expect.') && EXPECTED.includes(column.slice('expect.'.length)));
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

/** Hands the lines over one by one, so that one of them with bad bytes can be named. */
function feed(parser: ReturnType<typeof parse>, path: string, onBadLine: (number: number) => void): void {
  const run = async () => {
    for (const { number, text } of readLines(path)) {
      if (text === null) onBadLine(number);
      if (parser.destroyed) return;
      if (!parser.write(`${text ?? ''}\n`)) await new Promise((resolve) => parser.once('drain', resolve).once('close', resolve));
    }
    parser.end();
  };
  run().catch((error: Error) => parser.destroy(error));
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
