import { z } from 'zod';
import { Band, Flag } from './evaluation.ts';
import { KeyPoint, QuestionType } from './question.ts';

const Unit = z.number().min(0).max(1);

/** Words, not white space alone. */
const Words = z.string().regex(/\S/u);

/** What the author of a case says must come out. */
export const Expectation = z
  .strictObject({
    minScore: Unit.optional().describe('The score, 0 to 1, that the answer must reach.'),
    maxScore: Unit.optional().describe('The score, 0 to 1, that the answer must not exceed.'),
    band: Band.optional().describe('The band it must land in: 1 poor, 2 mixed, 3 good, 4 excellent.'),
    covers: z.array(z.string().min(1)).optional().describe('Ids or texts of key points that must be covered; an empty list asks for nothing.'),
    flags: z.array(Flag).optional().describe('Flags that must be raised; an empty list asks for nothing. A case that expects only flags which an ungraded answer carries, such as language, has met that: it passes, and is in no mean.'),
  })
  .refine(({ minScore, maxScore }) => minScore === undefined || maxScore === undefined || minScore <= maxScore, {
    message: 'The minScore is above the maxScore',
    path: ['minScore'],
  });
export type Expectation = z.infer<typeof Expectation>;

/** A key point of a case: its text, or the text with a weight and other wordings. */
export const CaseKeyPoint = z.union([z.string().min(1), KeyPoint.partial({ id: true })]);
export type CaseKeyPoint = z.infer<typeof CaseKeyPoint>;

const Common = {
  id: Words.describe('A name of its own for the case; results and baselines are kept under it.'),
  type: QuestionType.optional().describe('technical where it is left out.'),
  domain: Words.optional().describe('Groups cases: --min-domain sql=0.6.'),
  reference: Words.optional().describe('What a very good answer says.'),
  keyPoints: z.array(CaseKeyPoint).optional().describe('The points that a good answer makes.'),
  expect: Expectation.optional().describe('What must come out, or the case fails.'),
};

/** Both keys of a pair are looked for beside other mistakes, but a key that is misspelt is named only once. */
function areKeysKnown({ value, issues }: z.core.ParsePayload): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !issues.some(({ code }) => code === 'unrecognized_keys');
}

/** A canned answer: its question (text, or a pack id), and the answer (inline or in a file). */
export const AnswerCase = z
  .strictObject({
    ...Common,
    question: Words.optional().describe('The question in full.'),
    questionId: z.string().min(1).optional().describe('The id of a question of a pack, in place of question.'),
    answer: z.string().optional().describe('The answer to grade.'),
    answerFile: z.string().min(1).optional().describe('A text file with the answer, beside this file or below its folder.'),
  })
  .refine((one) => (one.question === undefined) !== (one.questionId === undefined), {
    message: 'give either question or questionId',
    path: ['question'],
    when: areKeysKnown,
  })
  .refine((one) => (one.answer === undefined) !== (one.answerFile === undefined), {
    message: 'give either answer or answerFile',
    path: ['answer'],
    when: areKeysKnown,
  });
export type AnswerCase = z.infer<typeof AnswerCase>;

/** Beside these keys a file may have some that begin with x-, for what its author wants to share between cases. */
export const AnswersFile = z.strictObject({
  $schema: z.string().optional().describe('Where this schema lies, for editors.'),
  cases: z.array(AnswerCase).min(1),
});
export type AnswersFile = z.infer<typeof AnswersFile>;
