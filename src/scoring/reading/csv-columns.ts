import { AnswerCase, Expectation } from '../../schemas/answers-file.ts';
import { nearestWord, suggestion } from './nearest-word.ts';
import type { Place } from './raw-case.ts';
import type { Problem } from './problems.ts';

/** What is expected: its columns stand with or without their "expect.". */
export const EXPECTED = Object.keys(Expectation.shape);
const NAMES = [...Object.keys(AnswerCase.shape), ...EXPECTED];

/** Of these each case needs one, so a file without any of them holds no case. */
const NEEDED = [['id'], ['question', 'questionId'], ['answer', 'answerFile']];

/** The columns of a CSV file. */
export interface Columns {
  count: number;
  /** What each column is called in a case: of a misspelt one what it probably means, undefined for one that means nothing. */
  keys: (string | undefined)[];
  problems: Problem[];
  /** Without them no row can hold a case. */
  complete: boolean;
}

/** Reads the first row. What is wrong with a column is said here, once, and not again in each row. */
export function columnsOf(names: readonly string[], file: string, placeOf: (column: number) => Place): Columns {
  const problems: Problem[] = [];
  const problem = (index: number, message: string, remedy: string) => problems.push({ code: 'answers-invalid', file, ...placeOf(index), message, remedy });
  const given = names.map((name) => (isKnown(name) ? keyOf(name) : undefined));
  const keys = names.map((name, index) => given[index] ?? meantBy(name, given));
  for (const [index, name] of names.entries()) {
    if (given[index] === undefined) problem(index, name === '' ? 'A column has no name.' : `There is no column "${name}".`, suggestion(name, NAMES));
    else if (given.indexOf(given[index]) < index) problem(index, `The column "${name}" stands twice.`, 'Take one of the two away.');
  }
  const missing = NEEDED.filter((some) => !some.some((key) => keys.includes(key)));
  for (const some of missing) problem(0, `No column is called ${some.join(' or ')}.`, 'Name the columns in the first row: id, question, reference, answer.');
  return { count: names.length, keys, problems, complete: missing.length === 0 };
}

function meantBy(name: string, given: readonly (string | undefined)[]): string | undefined {
  const meant = nearestWord(name, NAMES);
  return meant !== undefined && !given.includes(meant) ? meant : undefined;
}

function keyOf(column: string): string {
  return column.replace(/^expect\./u, '');
}

function isKnown(column: string): boolean {
  return NAMES.includes(column) || (column.startsWith('expect.') && EXPECTED.includes(keyOf(column)));
}
