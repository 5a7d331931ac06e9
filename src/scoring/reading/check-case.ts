import { AnswerCase } from '../../schemas/answers-file.ts';
import { explainIssue, type CaseMistake } from './explain-issue.ts';

/** What the schema makes of a case, or every mistake that it finds. */
export function checkCase(value: unknown): { one: AnswerCase } | { mistakes: CaseMistake[] } {
  const checked = AnswerCase.safeParse(value);
  return checked.success ? { one: checked.data } : { mistakes: checked.error.issues.flatMap((issue) => explainIssue(issue, value)) };
}
