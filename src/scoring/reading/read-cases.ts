import { extname } from 'node:path';
import { readLines, startBytes } from './byte-lines.ts';
import type { Problem } from './problems.ts';
import type { Reading } from './raw-case.ts';
import { readJsonLine, readJsonText } from './read-json.ts';
import { encodingProblem, isWide, readTextFile, unreadable } from './text-file.ts';
import { casesOf, type WholeFile } from './whole-file.ts';

export type Format = 'yaml' | 'json' | 'jsonl' | 'csv';

/** A file of answers: where its bytes are, what it is called, and how it is written. */
export interface AnswersInput {
  path: string;
  /** As the command line names it. */
  file: string;
  format: Format;
}

const FORMATS: Record<string, Format> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json', '.jsonl': 'jsonl', '.ndjson': 'jsonl', '.csv': 'csv', '.tsv': 'csv' };

/** By the ending of the name. */
export function formatOf(file: string): Format | undefined {
  return FORMATS[extname(file).toLowerCase()];
}

/** By the first words of a text without a name, such as standard input. */
export function sniffFormat(text: string): Format {
  const start = text.replace(/^\uFEFF/u, '').trimStart();
  if (start.startsWith('{')) {
    const [line = ''] = start.split('\n');
    return isJson(line) && !/^\{\s*"(?:cases|\$schema)"/u.test(line) ? 'jsonl' : 'json';
  }
  if (start.startsWith('[')) return 'json';
  return isHeading(start.split('\n', 1)[0] ?? '') ? 'csv' : 'yaml';
}

/** A line of names, one of them the id that every case has. */
function isHeading(line: string): boolean {
  const names = line.split(/[,;\t]/u).map((name) => name.trim().replace(/^"(.*)"$/u, '$1'));
  return names.length > 1 && names.includes('id');
}

/**
 * The cases of a file, in its order. JSONL and CSV are read a piece at a time;
 * a YAML or JSON file is parsed as a whole, once.
 */
export function createReader(input: AnswersInput): () => AsyncIterable<Reading> {
  const { path, file, format } = input;
  if (format === 'jsonl') return () => inLines(input, readJsonLines(path, file));
  if (format === 'csv') return () => inLines(input, readCsvLines(path, file));
  let whole: WholeFile | { problem: Problem } | undefined;
  return async function* () {
    whole ??= await readWhole(input);
    if ('problem' in whole) yield whole;
    else yield* casesOf(whole, file);
  };
}

async function* readJsonLines(path: string, file: string): AsyncGenerator<Reading> {
  for (const { number, text } of readLines(path)) {
    if (text === null) yield { problem: encodingProblem(file, number) };
    else if (text.trim() !== '') yield readJsonLine(text, file, number);
  }
}

async function* readCsvLines(path: string, file: string): AsyncGenerator<Reading> {
  const { readCsv } = await import('./read-csv.ts');
  yield* readCsv(path, file);
}

async function readWhole({ path, file, format }: AnswersInput): Promise<WholeFile | { problem: Problem }> {
  const read = readTextFile(path, file);
  if ('problem' in read) return read;
  if (format === 'json') return readJsonText(read.text, file);
  const { readYamlText } = await import('./read-yaml.ts');
  return readYamlText(read.text, file);
}

/** What is no text of bytes at all is named once, not line by line. */
async function* inLines({ path, file }: AnswersInput, readings: AsyncIterable<Reading>): AsyncGenerator<Reading> {
  try {
    if (isWide(startBytes(path, 2))) yield { problem: encodingProblem(file, null) };
    else yield* readings;
  } catch (error) {
    yield { problem: unreadable(file, error) };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
