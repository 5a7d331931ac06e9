import type { Path, Place, RawCase, Reading } from './raw-case.ts';
import type { Problem } from './problems.ts';

/** A YAML or JSON file, parsed as a whole. */
export interface WholeFile {
  value: unknown;
  /** The line of the case at this place of the list. */
  lineOf(index: number): number;
  locate(path: Path): Place;
}

/** What begins with x- is its author's: a place for what several cases share. */
function isBesideCases(key: string): boolean {
  return key === '$schema' || key === 'cases' || key.startsWith('x-');
}

/** The cases of a whole file, and what is wrong around them. */
export function* casesOf({ value, lineOf, locate }: WholeFile, file: string): Generator<Reading> {
  const problem = (path: Path, message: string, remedy: string): { problem: Problem } => ({
    problem: { code: 'answers-invalid', file, ...locate(path), message, remedy },
  });
  if (!isRecord(value)) {
    yield problem([], Array.isArray(value) ? 'The file is a bare list.' : 'The file holds no cases.', 'Put the list of cases under the key cases:');
    return;
  }
  for (const key of Object.keys(value)) {
    if (!isBesideCases(key)) yield problem([key], `There is no key "${key}" beside cases.`, 'Take it away, move it into a case, or begin it with x- where it is there to be shared.');
  }
  const { cases } = value;
  if (!Array.isArray(cases)) {
    yield problem(['cases'], 'There is no list of cases.', 'Give one under the key cases: (hotseat score init writes an example).');
    return;
  }
  if (cases.length === 0) yield problem(['cases'], 'The list of cases is empty.', 'Add a case: an id, a question and an answer.');
  for (const [index, one] of (cases as unknown[]).entries()) {
    const raw: RawCase = { value: one, file, line: lineOf(index), locate: (path) => locate(['cases', index, ...path]) };
    yield { raw };
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
