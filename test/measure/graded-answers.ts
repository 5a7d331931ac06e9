import { foreignLanguage } from '../../src/grading/language.ts';
import { readText } from '../../src/grading/words.ts';
import { readJsonLines } from './json-lines.ts';

/** One answer that people graded, 0 to 1; `kind` names made answers of a floor file. */
export interface GradedAnswer {
  question_id?: string;
  dataset?: string;
  question: string;
  reference: string;
  answer: string;
  score: number;
  kind?: string;
}

/** The answers of a file; a line that says what the file holds is none. */
export function readGradedAnswers(file: string): GradedAnswer[] {
  return (readJsonLines(file) as (GradedAnswer | { about: string })[]).flatMap((line) => ('about' in line ? [] : line));
}

/** What the answer belongs to: rows of one question never stand on both sides of a split. */
export function questionOf(answer: GradedAnswer): string {
  return answer.question_id ?? answer.question;
}

/** The grader reads English: nothing is learnt from an answer in another language. */
export function isEnglish({ question, reference, answer }: GradedAnswer): boolean {
  const subject = new Set([question, reference].flatMap((text) => readText(text).content.map(({ stem }) => stem)));
  return foreignLanguage(readText(answer), () => subject) === undefined;
}
