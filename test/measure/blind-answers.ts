import { z } from 'zod';
import { requestFor } from '../../src/grading/gold.ts';
import type { GradingRequest } from '../../src/grading/grader.ts';
import { packagePath } from '../../src/package-root.ts';
import { Band } from '../../src/schemas/evaluation.ts';
import type { Question } from '../../src/schemas/question.ts';
import { readJsonLines } from './json-lines.ts';
import { readPackQuestions } from './pack-questions.ts';

/** An answer to a question of a pack, by somebody who had seen the question and nothing else of the pack. */
const BlindAnswer = z.strictObject({
  /** The id of the question. */
  question: z.string().min(1),
  /** What was to be written: a brief answer of an expert, a confident wrong one, the same with padding. */
  kind: z.string().min(1),
  band: Band,
  answer: z.string().min(1),
  /** Nothing in the grader is set by what this answer gets. */
  heldOut: z.boolean().default(false),
});

/** The same with the question itself, and the request in which it is graded. */
export interface BlindAnswer extends Omit<z.infer<typeof BlindAnswer>, 'question'> {
  question: Question;
  request: GradingRequest;
}

/** The blind answers whose questions the packs still have. Throws on a line that is no blind answer. */
export function readBlindAnswers(): BlindAnswer[] {
  const questions = new Map(readPackQuestions().map((question) => [question.id, question]));
  return readJsonLines(packagePath('fixtures', 'gold', 'blind-answers.jsonl')).flatMap((line) => {
    const one = BlindAnswer.parse(line);
    const question = questions.get(one.question);
    return question ? [{ ...one, question, request: requestFor(question, one.answer) }] : [];
  });
}
