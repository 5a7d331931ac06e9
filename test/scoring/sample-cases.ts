import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evaluation, GradedEvaluation, SecondGrade, UngradedEvaluation } from '../../src/schemas/evaluation.ts';
import { bandOf } from '../../src/grading/bands.ts';
import type { Grader } from '../../src/grading/grader.ts';
import type { AnswerCase } from '../../src/schemas/answers-file.ts';

const REFERENCE = 'An index lets the database find the matching rows quickly without scanning the whole table; every write must also update it.';
const GOOD = 'An index lets the database find the matching rows quickly, without scanning the whole table, but every write must also update it.';
const HALF = 'An index lets the database find rows.';

/** Cases of two domains, good and bad ones in turn. */
export function sampleCases(count: number, change: (place: number) => Partial<AnswerCase> = () => ({})): AnswerCase[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `case-${place + 1}`,
    domain: place % 3 === 0 ? 'tables' : 'sql',
    question: `What is a database index for? (${place + 1})`,
    reference: REFERENCE,
    answer: [GOOD, HALF, '', "I don't know."][place % 4],
    ...change(place),
  }));
}

export function jsonLinesOf(cases: readonly AnswerCase[]): string {
  return cases.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** A folder of its own with these files. */
export function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-score-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const GRADED_BY = { provider: 'scripted', model: 'one', promptHash: 'p', packHash: null, temperature: 0.3, seed: null, samples: 1 };
const SHARED = { criteria: [], keyPoints: [], strengths: [], improvements: [], feedback: '', flags: [], dropped: 0, gradedBy: GRADED_BY };

export function gradedWith(score: number, more: Partial<GradedEvaluation> = {}): GradedEvaluation {
  return { status: 'graded', score, band: bandOf(score), completeness: 0, relevance: 0, similarity: 0, sentiment: 0, confidence: 1, spread: 0, ...SHARED, ...more };
}

/** The same with a second grader's score beside it. */
export function secondedWith(score: number, second: number, more: Partial<GradedEvaluation> = {}): GradedEvaluation {
  const beside: SecondGrade = { status: 'graded', score: second, band: bandOf(second), gradedBy: { ...GRADED_BY, model: 'two' } };
  return gradedWith(score, { second: beside, agreement: bandOf(score) === bandOf(second) ? 'agreed' : 'split', ...more });
}

export const failedSecond: SecondGrade = { status: 'ungraded', reason: 'the second provider could not be reached', score: null, band: null, gradedBy: { ...GRADED_BY, model: 'two' } };

export const failedCall: UngradedEvaluation = {
  status: 'ungraded',
  reason: 'the provider could not be reached',
  ...{ score: null, band: null, completeness: null, relevance: null, similarity: null, sentiment: null, confidence: null, spread: null },
  ...SHARED,
};

/** An answer in a language that the grader does not know. */
export const foreignAnswer: UngradedEvaluation = { ...failedCall, reason: 'The answer is not in English.', flags: ['language'] };

/** A grader behind the port that answers by the words of the answer, and counts. */
export function scriptedGrader(grade: (answer: string) => Evaluation): Grader & { calls: string[] } {
  const calls: string[] = [];
  return {
    name: 'scripted/one',
    calls,
    async grade({ answer }, { signal } = {}) {
      signal?.throwIfAborted();
      calls.push(answer);
      return grade(answer);
    },
  };
}
