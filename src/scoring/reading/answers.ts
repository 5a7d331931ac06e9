import { rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { InputError } from '../../errors.ts';
import type { PreparedCase } from '../prepared-case.ts';
import { realPlace } from '../../real-place.ts';
import { folderOf } from './answer-beside.ts';
import { findInputs, STANDARD_INPUT, statOf } from './find-inputs.ts';
import { keepInput, keepNamedPipe } from './kept-input.ts';
import { prepareCase, type Bank, type PrepareOptions } from './prepare-case.ts';
import type { Problem } from './problems.ts';
import { createReader, formatOf, type AnswersInput } from './read-cases.ts';
import type { Reading } from './raw-case.ts';

export interface AnswersOptions {
  bank: Bank;
  standardInput: Readable;
  /** Files that the run writes or compares with: never taken for answers in a folder, nor for an answer beside. */
  except?: readonly string[];
}

/** What is known of the answers before the first one is graded. */
export interface Check {
  files: string[];
  cases: number;
  /** Every mistake, at most `MOST_PROBLEMS`. */
  problems: Problem[];
  /** There are more mistakes than these; how many was not looked for. */
  more: boolean;
  /** Results and baselines of hotseat that lie in a folder of answers. */
  passedOver: string[];
}

export const MOST_PROBLEMS = 1_000;

/** Of so few characters the checked cases are kept: they need not be read again. */
const MOST_KEPT = 1_000_000;

/**
 * The answers that a command line names. They are read twice, so that a
 * mistake in the last line is known before the first case is graded: once by
 * `check`, once by `cases`. Only few are kept between; the rest is never held
 * in memory as a whole.
 */
export interface Answers {
  check(): Promise<Check>;
  /** The cases in the order of files and lines. Only for answers that `check` finds right. */
  cases(): AsyncIterable<PreparedCase>;
  close(): void;
}

export async function openAnswers(words: readonly string[], { bank, standardInput, except }: AnswersOptions): Promise<Answers> {
  const { files, problems, passedOver } = await findInputs(words, { except });
  const kept: string[] = [];
  const sources: Source[] = [];
  const written = new Set(except?.map(realPlace));
  let checked: readonly PreparedCase[] | undefined;
  for (const file of files) {
    const input = file === STANDARD_INPUT ? await keepInput(standardInput, 'standard input', kept) : ((await keepNamedPipe(file, kept)) ?? namedInput(file));
    if ('problem' in input) problems.push(input.problem);
    else sources.push({ file: input.file, read: createReader(input), options: { bank, written, folder: file === STANDARD_INPUT ? '.' : folderOf(file) } });
  }

  return {
    async check() {
      const { check, cases } = await checkAll(sources, problems);
      checked = cases;
      return { ...check, passedOver };
    },
    async *cases() {
      if (checked) return yield* checked;
      for (const { read, options } of sources) {
        for await (const reading of read()) {
          const result = 'raw' in reading ? await prepareCase(reading.raw, options) : reading;
          if ('prepared' in result) yield result.prepared;
          else throw new InputError('answers-changed', 'The answers were changed while they were read.', 'Start again when nothing writes to them any more.');
        }
      }
    },
    close: () => kept.forEach((folder) => rmSync(folder, { recursive: true, force: true })),
  };
}

interface Source {
  file: string;
  options: PrepareOptions;
  read(): AsyncIterable<Reading>;
}

/** What is known of the cases, and the cases themselves where they are few. */
async function checkAll(sources: Source[], before: readonly Problem[]): Promise<{ check: Omit<Check, 'passedOver'>; cases?: PreparedCase[] }> {
  const problems = [...before];
  const kept = keepFew();
  const places = new Map<string, { file: string; line: number }>();
  for (const { file, read, options } of sources) {
    let empty = true;
    for await (const reading of read()) {
      empty = false;
      if ('problem' in reading) problems.push(reading.problem);
      else {
        const result = await prepareCase(reading.raw, options);
        if ('problems' in result) problems.push(...result.problems);
        else kept.add(result.prepared);
        problems.push(...doubleId(reading.raw, places));
      }
      // A file that is something else altogether: nobody reads on.
      if (problems.length > MOST_PROBLEMS) break;
    }
    if (empty) problems.push({ code: 'answers-invalid', file, line: null, column: null, message: 'The file holds no cases.', remedy: 'Add a case: an id, a question and an answer.' });
  }
  const order = [...new Set([...before.map(({ file }) => file), ...sources.map(({ file }) => file)])];
  const inOrder = problems.sort((left, right) => order.indexOf(left.file) - order.indexOf(right.file) || (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0));
  return { check: { files: sources.map(({ file }) => file), cases: places.size, problems: inOrder.slice(0, MOST_PROBLEMS), more: inOrder.length > MOST_PROBLEMS }, cases: kept.all() };
}

/** Keeps cases as long as they are few; then it lets go of all of them. */
function keepFew(): { add(one: PreparedCase): void; all(): PreparedCase[] | undefined } {
  let cases: PreparedCase[] | undefined = [];
  let characters = 0;
  return {
    add(one) {
      const { answer, question } = one.request;
      characters += answer.length + question.text.length + (question.rubric.reference?.length ?? 0);
      if (characters > MOST_KEPT) cases = undefined;
      cases?.push(one);
    },
    all: () => cases,
  };
}

/** Results, reports and baselines know a case by its id, so it may stand only once in all files. */
function doubleId(raw: Extract<Reading, { raw: unknown }>['raw'], places: Map<string, { file: string; line: number }>): Problem[] {
  const id = typeof raw.value === 'object' && raw.value !== null && 'id' in raw.value ? raw.value.id : undefined;
  if (typeof id !== 'string') return [];
  const first = places.get(id);
  if (!first) {
    places.set(id, { file: raw.file, line: raw.line });
    return [];
  }
  const message = `The id "${id}" stands twice: first at ${first.file}:${first.line}.`;
  return [{ code: 'answers-invalid', file: raw.file, ...raw.locate(['id']), message, remedy: 'Give each case an id of its own, across all files.' }];
}

function namedInput(file: string): AnswersInput | { problem: Problem } {
  const format = formatOf(file);
  if (format) return { path: file, file, format };
  if (!statOf(file)) return { problem: { code: 'answers-unreadable', file, line: null, column: null, message: 'There is no such file or folder.', remedy: 'Check the name, and the folder that it is looked for in.' } };
  const message = 'The ending says no format that is known.';
  return { problem: { code: 'answers-unreadable', file, line: null, column: null, message, remedy: 'Name it .yaml, .json, .jsonl or .csv, or give it on standard input: hotseat score - < file.' } };
}
