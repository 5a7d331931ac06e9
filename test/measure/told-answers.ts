import { z } from 'zod';
import type { GradingRequest } from '../../src/grading/grader.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { readWording } from '../../src/interview/wording.ts';
import { packagePath } from '../../src/package-root.ts';
import { Band, type Flag } from '../../src/schemas/evaluation.ts';
import { readJsonLines } from './json-lines.ts';

/** An answer to a question about a person's work, with the band that a reader gave it before any grader did. */
const ToldAnswer = z.strictObject({
  kind: z.enum(['intro', 'resume']),
  question: z.string().min(1),
  /** The line of the resume that the question cites. */
  claim: z.string().min(1).optional(),
  answer: z.string().min(1),
  band: Band,
  /** Why this band. */
  note: z.string().min(1),
  /** Nothing in the grader is set by what this answer gets. */
  heldOut: z.boolean().default(false),
});
export type ToldAnswer = z.infer<typeof ToldAnswer>;

export interface ToldGrade extends ToldAnswer {
  given: Band | null;
  score: number | null;
  flags: Flag[];
}

export function readToldAnswers(): ToldAnswer[] {
  return readJsonLines(packagePath('fixtures', 'gold', 'told-experience.jsonl')).map((line) => ToldAnswer.parse(line));
}

/** The request in which an interview has such an answer graded: with the interviewer's own rubric. */
export function toldRequest({ kind, question, claim, answer }: ToldAnswer, wording = readWording()): GradingRequest {
  const { keyPoints } = wording.rubrics[kind];
  return { question: { text: question, type: kind, domain: kind, rubric: { reference: null, keyPoints } }, answer, ...(claim ? { resumeLines: [claim] } : {}) };
}

export function gradeTold(answers: readonly ToldAnswer[]): ToldGrade[] {
  const wording = readWording();
  return answers.map((answer) => {
    const { band, score, flags } = gradeOffline(toldRequest(answer, wording));
    return { ...answer, given: band, score, flags };
  });
}

/** How many got their band, its neighbour, or neither. */
export function toldAgreement(grades: readonly ToldGrade[]): { exact: number; adjacent: number; off: number } {
  const apart = grades.map(({ given, band }) => (given === null ? 3 : Math.abs(given - band)));
  const count = (holds: (distance: number) => boolean): number => apart.filter(holds).length;
  return { exact: count((distance) => distance === 0), adjacent: count((distance) => distance === 1), off: count((distance) => distance > 1) };
}
