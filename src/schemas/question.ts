import { z } from 'zod';
import { Band } from './evaluation.ts';

export const Difficulty = z.enum(['easy', 'medium', 'hard']);
export type Difficulty = z.infer<typeof Difficulty>;

export const QuestionType = z.enum(['technical', 'behavioral', 'situational']);
export type QuestionType = z.infer<typeof QuestionType>;

const Id = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'use small letters, digits, hyphens and dots');

/**
 * Something that a good answer says. In a behavioural question, where no two
 * stories share their words, `shownBy` names the part of a story that shows
 * the point; without it the words of `text` are looked for.
 */
export const KeyPoint = z.strictObject({
  id: Id,
  text: z.string().min(1),
  weight: z.number().positive().default(1),
  /** Other words for the same point, as candidates really say it. */
  also: z.array(z.string().min(1)).default([]),
  shownBy: z.enum(['situation', 'task', 'action', 'result', 'learning', 'ownership', 'number']).optional(),
});
export type KeyPoint = z.infer<typeof KeyPoint>;

/** One side of an answer that is judged by itself, with a written anchor for each band. */
export const Criterion = z.strictObject({
  id: Id,
  name: z.string().min(1),
  anchors: z.strictObject({ 1: z.string(), 2: z.string(), 3: z.string(), 4: z.string() }),
});
export type Criterion = z.infer<typeof Criterion>;

/** What an answer is graded against. Answers to questions about the resume have no reference. */
export const Rubric = z.strictObject({
  reference: z.string().nullable(),
  keyPoints: z.array(KeyPoint),
  /** Left out: the default criteria of the question's type (grading/rubric.ts). */
  criteria: z.array(Criterion).optional(),
});
export type Rubric = z.infer<typeof Rubric>;

export const FollowUp = z.strictObject({ keyPoint: Id, text: z.string().min(1) });
export type FollowUp = z.infer<typeof FollowUp>;

/** An answer with the band that a fair grader must give it. */
export const GoldAnswer = z.strictObject({ band: Band, answer: z.string().min(1) });
export type GoldAnswer = z.infer<typeof GoldAnswer>;

export const Question = z.strictObject({
  id: Id,
  version: z.number().int().positive().default(1),
  text: z.string().min(1),
  type: QuestionType,
  /** Filled from the pack where the file leaves it out. */
  domain: z.string().min(1),
  skills: z.array(z.string().min(1)).default([]),
  tags: z.array(z.string().min(1)).default([]),
  difficulty: Difficulty,
  reference: z.string().min(1),
  keyPoints: z.array(KeyPoint).min(1),
  criteria: z.array(Criterion).optional(),
  followUps: z.array(FollowUp).default([]),
  hints: z.array(z.string().min(1)).default([]),
  gold: z.array(GoldAnswer).default([]),
});
export type Question = z.infer<typeof Question>;
