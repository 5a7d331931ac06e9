import { InputError } from '../errors.ts';
import { checkEvaluation } from '../grading/evidence.ts';
import type { Grader, GradingRequest } from '../grading/grader.ts';
import type { Evaluation } from '../schemas/evaluation.ts';
import type { KeyPoint, Question } from '../schemas/question.ts';
import type { CannedAnswer } from './read-answers.ts';

export interface ScoredCase {
  id: string;
  domain: string;
  status: Evaluation['status'];
  score: number | null;
  band: Evaluation['band'];
  /** Null where nothing was expected of the case. */
  passed: boolean | null;
  /** What was expected and did not come. */
  reasons: string[];
  evaluation: Evaluation;
}

export type FindQuestion = (id: string) => { question: Question; packHash: string } | undefined;

/** Grades one canned answer and compares it with what its author expects. */
export async function gradeCase(one: CannedAnswer, grader: Grader, findQuestion: FindQuestion): Promise<ScoredCase> {
  const request = requestFor(one, findQuestion);
  const evaluation = checkEvaluation(one.answer, await grader.grade(request));
  const reasons = unmet(one, evaluation);
  return {
    id: one.id,
    domain: request.question.domain,
    status: evaluation.status,
    score: evaluation.score,
    band: evaluation.band,
    passed: one.expect ? reasons.length === 0 : null,
    reasons,
    evaluation,
  };
}

/** What the grader sees. A pack question brings its rubric; what the case itself says takes its place. */
function requestFor(one: CannedAnswer, findQuestion: FindQuestion): GradingRequest {
  const found = one.questionId === undefined ? undefined : findQuestion(one.questionId);
  if (one.questionId !== undefined && !found) {
    throw new InputError('question-unknown', `The case "${one.id}" names the question ${one.questionId}, which no pack has.`, 'Correct the id, or give the question and its reference in the case.');
  }
  const base = found?.question;
  const reference = one.reference ?? base?.reference ?? null;
  const keyPoints = one.keyPoints?.map(namedKeyPoint) ?? base?.keyPoints ?? [];
  if (reference === null && keyPoints.length === 0) {
    throw new InputError('answers-invalid', `The case "${one.id}" has neither a reference nor key points.`, 'Say what a good answer holds: reference, keyPoints, or both.');
  }
  return {
    question: {
      text: one.question ?? base?.text ?? '',
      type: one.type ?? base?.type ?? 'technical',
      domain: one.domain ?? base?.domain ?? 'general',
      rubric: { reference, keyPoints, ...(base?.criteria ? { criteria: base.criteria } : {}) },
      ...(found ? { packHash: found.packHash } : {}),
    },
    answer: one.answer,
  };
}

function namedKeyPoint(point: NonNullable<CannedAnswer['keyPoints']>[number], index: number): KeyPoint {
  const given = typeof point === 'string' ? { text: point } : point;
  return { weight: 1, also: [], id: `k${index + 1}`, ...given };
}

/** In words, every expectation that the evaluation does not meet. */
function unmet({ expect }: CannedAnswer, evaluation: Evaluation): string[] {
  if (!expect) return [];
  if (evaluation.status === 'ungraded') return [`not graded: ${evaluation.reason}`];
  const { score, band, flags, keyPoints } = evaluation;
  const covered = new Set(keyPoints.filter(({ state }) => state === 'covered').flatMap(({ id, text }) => [id, text]));
  return [
    ...(expect.minScore !== undefined && score < expect.minScore ? [`score ${score} is below ${expect.minScore}`] : []),
    ...(expect.maxScore !== undefined && score > expect.maxScore ? [`score ${score} is above ${expect.maxScore}`] : []),
    ...(expect.band !== undefined && band !== expect.band ? [`band ${band} is not ${expect.band}`] : []),
    ...(expect.covers ?? []).filter((point) => !covered.has(point)).map((point) => `key point not covered: ${point}`),
    ...(expect.flags ?? []).filter((flag) => !flags.includes(flag)).map((flag) => `flag not raised: ${flag}`),
  ];
}
