import { readFileSync } from 'node:fs';
import { InputError } from '../errors.ts';
import { readLines } from './reading/byte-lines.ts';
import { RunSummary, ScoredCase } from './result.ts';

/** A results file: its summary at once, its cases one by one. */
export interface ResultFile {
  path: string;
  summary: RunSummary;
  cases(): AsyncIterable<{ line: string; scored: ScoredCase }>;
}

const CASES_BEGIN = ',"cases":[';

/** Opens what `--output results.json` wrote, without holding it in memory. Reformatted files are read as a whole. Rejects anything else with an InputError. */
export async function openResultFile(path: string): Promise<ResultFile> {
  const first = firstLine(path);
  if (!first.endsWith(CASES_BEGIN)) return readWhole(path);
  const summary = checkedSummary(path, parse(path, `${first.slice(0, -CASES_BEGIN.length)}}`));
  return { path, summary, cases: () => caseLines(path) };
}

async function* caseLines(path: string): AsyncGenerator<{ line: string; scored: ScoredCase }> {
  let closed = false;
  for (const { number, text } of readLines(path)) {
    if (number === 1) continue;
    if (text === ']}') closed = true;
    else {
      const line = (text ?? '').replace(/,$/u, '');
      yield { line, scored: checkedCase(path, parse(path, line)) };
    }
  }
  if (!closed) throw broken(path);
}

function readWhole(path: string): ResultFile {
  const value = parse(path, readFileSync(path, 'utf8'));
  const summary = checkedSummary(path, value);
  const cases = typeof value === 'object' && value !== null && 'cases' in value && Array.isArray(value.cases) ? (value.cases as unknown[]) : [];
  return {
    path,
    summary,
    async *cases() {
      for (const one of cases) yield { line: JSON.stringify(one), scored: checkedCase(path, one) };
    },
  };
}

function firstLine(path: string): string {
  try {
    for (const { text } of readLines(path)) return text ?? '';
    return '';
  } catch (error) {
    throw new InputError('result-unreadable', `The results ${path} cannot be read.`, 'Check the name; hotseat score --output results.json writes them.', { cause: error });
  }
}

function checkedSummary(path: string, value: unknown): RunSummary {
  const result = RunSummary.safeParse(value);
  if (result.success) return result.data;
  throw broken(path);
}

function checkedCase(path: string, value: unknown): ScoredCase {
  const result = ScoredCase.safeParse(value);
  if (result.success) return result.data;
  throw broken(path);
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw broken(path);
  }
}

function broken(path: string): InputError {
  return new InputError('result-invalid', `${path} holds no results of this version of hotseat, or not all of them.`, 'Write them again: hotseat score ... --output results.json');
}
