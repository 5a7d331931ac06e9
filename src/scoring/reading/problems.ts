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
  constructor(
    readonly problems: readonly Problem[],
    more = false,
  ) {
    const [first] = problems;
    const single = problems.length === 1 && first;
    super(
      single ? first.code : 'answers-invalid',
      single ? printableLine(`${placeOf(first)}: ${first.message}`) : [`The answers have ${mistakesWords(problems.length, more)}.`, ...problems.map(problemLine)].join('\n'),
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

/** "12 mistakes"; where there are `more` than are listed: "more than 1000 mistakes, of which 1000 are listed". */
export function mistakesWords(count: number, more: boolean): string {
  const mistakes = `${count} ${count === 1 ? 'mistake' : 'mistakes'}`;
  return more ? `more than ${mistakes}, of which ${count} are listed` : mistakes;
}
