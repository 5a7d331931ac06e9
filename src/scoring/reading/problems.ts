import { InputError } from '../../errors.ts';
import { printableLine } from '../../printable.ts';

/** One mistake in an answers file: where it stands, what is wrong, and what to do about it. */
export interface Problem {
  code: string;
  file: string;
  /** From 1; null where the whole file is meant. */
  line: number | null;
  column: number | null;
  message: string;
  remedy: string;
}

/** Every mistake in the input at once. Exit code 2. */
export class AnswersError extends InputError {
  constructor(readonly problems: readonly Problem[]) {
    const [first] = problems;
    const single = problems.length === 1 && first;
    super(
      single ? first.code : 'answers-invalid',
      single ? printableLine(`${placeOf(first)}: ${first.message}`) : [`The answers have ${problems.length} mistakes.`, ...problems.map(problemLine)].join('\n'),
      single ? printableLine(first.remedy) : 'Correct them and try again; hotseat score validate checks without grading.',
    );
  }
}

/** "answers.yaml:4:7", as editors and terminals link it. */
export function placeOf({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return [file, line, column].filter((part) => part !== null).join(':');
}

/** Place, mistake and remedy in one line. */
export function problemLine(problem: Problem): string {
  return printableLine(`${placeOf(problem)}: ${problem.message} ${problem.remedy}`);
}
