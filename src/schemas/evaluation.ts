import { z } from 'zod';

/** Bands of the published scale: 1 poor, 2 mixed, 3 good, 4 excellent. */
export const Band = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Band = z.infer<typeof Band>;

const Unit = z.number().min(0).max(1);

/** A verbatim piece of the answer; offsets are UTF-16 units of the answer as stored. */
export const Span = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
});
export type Span = z.infer<typeof Span>;

export const CriterionResult = z.object({ id: z.string(), band: Band, spans: z.array(Span) });
export type CriterionResult = z.infer<typeof CriterionResult>;

export const KeyPointResult = z.object({
  id: z.string(),
  text: z.string(),
  weight: z.number().positive(),
  state: z.enum(['covered', 'partly', 'missed']),
  span: Span.optional(),
});
export type KeyPointResult = z.infer<typeof KeyPointResult>;

/** What a behavioural answer holds, found by its structure; spans show where. */
export const Star = z.object({
  situation: Span.nullable(),
  task: Span.nullable(),
  action: Span.nullable(),
  result: Span.nullable(),
  learning: Span.nullable(),
  /** Who acted, by the words of the answer. */
  ownership: z.enum(['i', 'we', 'mixed', 'unclear']),
  /** The result has a number. */
  quantified: z.boolean(),
});
export type Star = z.infer<typeof Star>;

/** Why an answer was held down, in words that a script can test. */
export const Flag = z.enum([
  'empty',
  'dont_know',
  'too_short',
  'echo',
  'off_topic',
  'other_answer',
  'instruction',
  'keywords_only',
  'shuffled',
  'negated',
  'padding',
  'repetition',
  'language',
  'skipped',
]);
export type Flag = z.infer<typeof Flag>;

/** Who graded, exactly enough to grade again. Offline, model is the version of the trained coefficients. */
export const GradedBy = z.object({
  provider: z.string(),
  model: z.string(),
  promptHash: z.string().nullable(),
  packHash: z.string().nullable(),
  temperature: z.number().nullable(),
  seed: z.number().int().nullable(),
  samples: z.number().int().positive(),
  /** The reply was kept from an earlier run and used again: nobody was asked this time. */
  cached: z.literal(true).optional(),
});
export type GradedBy = z.infer<typeof GradedBy>;

/**
 * What a second grader made of the same answer, alone. It stands beside the
 * grade for comparison and never takes its place.
 */
export const SecondGrade = z.discriminatedUnion('status', [
  z.object({ status: z.literal('graded'), score: Unit, band: Band, gradedBy: GradedBy }),
  // The code is that of the error, where the reason has one.
  z.object({ status: z.literal('ungraded'), reason: z.string().min(1), code: z.string().optional(), score: z.null(), band: z.null(), gradedBy: GradedBy }),
]);
export type SecondGrade = z.infer<typeof SecondGrade>;

/** Two graders agree on an answer where both give it the same band; where the bands differ they are split. */
export const Agreement = z.enum(['agreed', 'split']);
export type Agreement = z.infer<typeof Agreement>;

const Shared = {
  criteria: z.array(CriterionResult),
  keyPoints: z.array(KeyPointResult),
  strengths: z.array(z.object({ text: z.string(), span: Span })),
  improvements: z.array(z.object({ text: z.string(), keyPoint: z.string().optional() })),
  feedback: z.string(),
  star: Star.optional(),
  flags: z.array(Flag),
  /** Claims of a grader that code could not find in the answer, and dropped. */
  dropped: z.number().int().min(0),
  gradedBy: GradedBy,
  /** Left out where nobody asked for a second grader. */
  second: SecondGrade.optional(),
  /** Left out unless both have graded. */
  agreement: Agreement.optional(),
};

export const GradedEvaluation = z.object({
  status: z.literal('graded'),
  score: Unit,
  band: Band,
  completeness: Unit,
  relevance: Unit,
  similarity: Unit,
  /** -1 unsure or negative in tone, 0 neutral, 1 assured. Never part of the score. */
  sentiment: z.number().min(-1).max(1),
  /**
   * How clear-cut the grade is; no probability. Offline by the distance from
   * the next edge of a band, with a model by how little its samples differ: 1
   * for a single sample, of which nothing was measured.
   */
  confidence: Unit,
  /** Half the distance between the lowest and the highest sample; 0 for one sample, and offline. */
  spread: z.number().min(0).max(1),
  /** The scores of the samples, where there are several: their mean is the score, and the one nearest to it speaks. */
  samples: z.array(Unit).min(2).optional(),
  ...Shared,
});
export type GradedEvaluation = z.infer<typeof GradedEvaluation>;

/** A state, never a default number: left out of averages, shown, gradable later. */
export const UngradedEvaluation = z.object({
  status: z.literal('ungraded'),
  reason: z.string().min(1),
  /** The reason as a word for scripts, in kebab-case, where it has one: that of the error. */
  code: z.string().optional(),
  score: z.null(),
  band: z.null(),
  completeness: z.null(),
  relevance: z.null(),
  similarity: z.null(),
  sentiment: z.null(),
  confidence: z.null(),
  spread: z.null(),
  ...Shared,
});
export type UngradedEvaluation = z.infer<typeof UngradedEvaluation>;

/** One shape for every grader. */
export const Evaluation = z.discriminatedUnion('status', [GradedEvaluation, UngradedEvaluation]);
export type Evaluation = z.infer<typeof Evaluation>;
