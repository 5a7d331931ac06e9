import { hash } from 'node:crypto';
import { checkEvaluation } from '../grading/evidence.ts';
import type { GradingRequest } from '../grading/grader.ts';
import type { Evaluation } from '../schemas/evaluation.ts';
import { isAsked, isUngradedAsExpected, judgeDemands } from './expectations.ts';
import type { PreparedCase } from './prepared-case.ts';
import type { ScoredCase } from './result.ts';

/** A case with its grade, held to its evidence and to what was asked of it. */
export function scoreCase({ id, source, request, expect }: PreparedCase, graded: Evaluation, minEach?: number): ScoredCase {
  const evaluation = checkEvaluation(request.answer, graded);
  const demands = { expect, minEach };
  const { missed, unsure } = judgeDemands(demands, evaluation);
  const asked = (evaluation.status === 'graded' && isAsked(demands)) || isUngradedAsExpected(expect ?? {}, evaluation);
  const inconclusive = asked && missed.length === 0 && unsure.length > 0;
  const { domain, type, text } = request.question;
  return {
    id,
    source,
    domain,
    type,
    question: text,
    answer: request.answer,
    rubric: rubricHash(request.question),
    ...(expect ? { expect } : {}),
    status: evaluation.status,
    score: evaluation.score,
    band: evaluation.band,
    passed: asked && !inconclusive ? missed.length === 0 : null,
    ...(inconclusive ? { inconclusive } : {}),
    reasons: [...missed, ...unsure],
    evaluation,
  };
}

function rubricHash({ text, type, rubric }: GradingRequest['question']): string {
  return hash('sha256', JSON.stringify([text, type, rubric]), 'hex').slice(0, 16);
}
