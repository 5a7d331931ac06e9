import { z } from 'zod';
import { requestFor } from '../../src/grading/gold.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { packagePath } from '../../src/package-root.ts';
import type { Flag } from '../../src/schemas/evaluation.ts';
import { readJsonLines } from './json-lines.ts';
import { readPackQuestions } from './pack-questions.ts';

/** How high a false answer of each kind may score on average. */
export const FALSE_LIMITS = {
  'dont-know': 0.1,
  tiny: 0.1,
  echo: 0.1,
  instruction: 0.1,
  'instruction-beside': 0.1,
  'off-topic': 0.15,
  // Confident talk around the subject that states nothing.
  waffle: 0.35,
  keywords: 0.4,
  negated: 0.35,
  // The right terms with each other's parts: "the index converts the key, the hash is the place".
  'mixed-up': 0.35,
} as const;
export type FalseKind = keyof typeof FALSE_LIMITS;

/** What a right answer that looks like a false one must score, in full and in a few words. */
export const HONEST_BARS = { full: 0.45, short: 0.3 } as const;

/** A false answer, or a right one that looks like one, written before its writer had seen a rule of the floor. */
const FloorAnswer = z.strictObject({
  /** The id of the question. */
  question: z.string().min(1),
  kind: z.enum(['honest', ...(Object.keys(FALSE_LIMITS) as [FalseKind])]),
  /** Nothing in the grader is set by what this answer gets. */
  heldOut: z.boolean(),
  /** A right answer of 12 to 40 words. */
  short: z.boolean().default(false),
  answer: z.string().min(1),
});

export type FloorAnswer = z.infer<typeof FloorAnswer>;

/** The same with what the offline grader makes of it. */
export interface FloorGrade extends FloorAnswer {
  score: number;
  flags: readonly Flag[];
}

/** The answers of fixtures/gold/blind-floor.jsonl. Throws on a line that is none. */
export function readBlindFloor(): FloorAnswer[] {
  return readJsonLines(packagePath('fixtures', 'gold', 'blind-floor.jsonl')).map((line) => FloorAnswer.parse(line));
}

/** The answers of fixtures/gold/blind-floor.jsonl whose questions the packs still have, graded. An ungraded one counts 0. */
export function gradeBlindFloor(): FloorGrade[] {
  const questions = new Map(readPackQuestions().map((question) => [question.id, question]));
  return readBlindFloor().flatMap((one) => {
    const question = questions.get(one.question);
    if (!question) return [];
    const { score, flags } = gradeOffline(requestFor(question, one.answer));
    return [{ ...one, score: score ?? 0, flags }];
  });
}

/** Whether an answer scores on the right side of its limit. */
export function isFloored({ kind, score, short }: FloorGrade): boolean {
  if (kind === 'honest') return score >= HONEST_BARS[short ? 'short' : 'full'];
  return score <= FALSE_LIMITS[kind];
}
