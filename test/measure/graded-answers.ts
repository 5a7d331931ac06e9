import { readFileSync } from 'node:fs';

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

export function readGradedAnswers(file: string): GradedAnswer[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as GradedAnswer);
}

/** What the answer belongs to: rows of one question never stand on both sides of a split. */
export function questionOf(answer: GradedAnswer): string {
  return answer.question_id ?? answer.question;
}
