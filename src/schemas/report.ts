import { z } from 'zod';
import { Author } from './author.ts';
import { Band, Evaluation } from './evaluation.ts';
import { ClaimStatus } from './resume.ts';

export const Recommendation = z.enum(['strong yes', 'yes', 'leaning yes', 'no', 'strong no', 'insufficient evidence']);
export type Recommendation = z.infer<typeof Recommendation>;

/** A main question with its follow-ups, as the report counts it. */
export const ReportedQuestion = z.object({
  questionId: z.string(),
  text: z.string(),
  type: z.string(),
  domain: z.string(),
  difficulty: z.string(),
  skipped: z.boolean(),
  /** With what follow-ups won back and hints cost; null when nothing was graded. */
  score: z.number().min(0).max(1).nullable(),
  band: Band.nullable(),
  hintsUsed: z.number().int(),
  /** A strong answer, where the pack has one. */
  reference: z.string().nullable().default(null),
  claim: z.object({ id: z.string(), text: z.string(), page: z.number(), line: z.number() }).nullable(),
  /** Key points that some answer of the thread makes, or all of them together; left out in reports of earlier versions. */
  made: z.array(z.string()).optional(),
  /** What is still to be said after all that was said; left out in reports of earlier versions. */
  toWorkOn: z.array(z.string()).optional(),
  turns: z.array(
    z.object({
      questionId: z.string(),
      question: z.string(),
      answerId: z.string().nullable(),
      answer: z.string().nullable(),
      evaluation: Evaluation.nullable(),
    }),
  ),
});
export type ReportedQuestion = z.infer<typeof ReportedQuestion>;

export const Report = z.object({
  sessionId: z.string(),
  role: z.string(),
  mode: z.string(),
  /** Mean of the graded main questions, 0 to 1; null when nothing was graded. */
  overallScore: z.number().min(0).max(1).nullable(),
  domainScores: z.array(z.object({ domain: z.string(), score: z.number().min(0).max(1), questions: z.number().int() })),
  strengths: z.array(z.object({ text: z.string(), questionId: z.string(), quote: z.string() })),
  weaknesses: z.array(z.object({ text: z.string(), questionId: z.string() })),
  recommendations: z.array(z.string()),
  /** The model that wrote strengths, weaknesses and recommendations; left out where they were computed. */
  advisedBy: Author.optional(),
  hiringRecommendation: Recommendation,
  /** How the recommendation came about, in a sentence. */
  hiringReason: z.string(),
  graded: z.number().int(),
  ungraded: z.number().int(),
  skipped: z.number().int(),
  questions: z.array(ReportedQuestion),
  claims: z.array(z.object({ id: z.string(), text: z.string(), page: z.number(), line: z.number(), status: ClaimStatus })),
  disagreements: z.array(z.object({ questionId: z.string(), band: z.number().int(), comment: z.string() })),
  /** What the reader should know about how this report was made. */
  notes: z.array(z.string()),
});
export type Report = z.infer<typeof Report>;
