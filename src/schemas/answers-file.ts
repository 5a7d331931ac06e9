import { z } from 'zod';
import { Band, Flag } from './evaluation.ts';
import { KeyPoint, QuestionType } from './question.ts';

/** What the author of a case says must come out. */
export const Expectation = z.strictObject({
  minScore: z.number().min(0).max(1).optional(),
  maxScore: z.number().min(0).max(1).optional(),
  band: Band.optional(),
  /** Ids or texts of key points that must be covered. */
  covers: z.array(z.string()).optional(),
  flags: z.array(Flag).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const Common = {
  id: z.string().min(1),
  type: QuestionType.optional(),
  domain: z.string().min(1).optional(),
  reference: z.string().min(1).optional(),
  keyPoints: z.array(z.union([z.string().min(1), KeyPoint.partial({ id: true })])).optional(),
  expect: Expectation.optional(),
};

/** A canned answer: its question (text, or a pack id), and the answer (inline or in a file). */
export const AnswerCase = z
  .strictObject({
    ...Common,
    question: z.string().min(1).optional(),
    questionId: z.string().min(1).optional(),
    answer: z.string().optional(),
    answerFile: z.string().min(1).optional(),
  })
  .refine((one) => (one.question === undefined) !== (one.questionId === undefined), {
    message: 'give either question or questionId',
    path: ['question'],
  })
  .refine((one) => (one.answer === undefined) !== (one.answerFile === undefined), {
    message: 'give either answer or answerFile',
    path: ['answer'],
  });
export type AnswerCase = z.infer<typeof AnswerCase>;

export const AnswersFile = z.strictObject({ $schema: z.string().optional(), cases: z.array(AnswerCase) });
export type AnswersFile = z.infer<typeof AnswersFile>;
