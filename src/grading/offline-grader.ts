import type { CriterionResult, Evaluation, Flag, GradedEvaluation, Span } from '../schemas/evaluation.ts';
import { bandOf } from './bands.ts';
import { checkEvaluation } from './evidence.ts';
import { giveFeedback } from './feedback.ts';
import type { Grader, GradingRequest } from './grader.ts';
import { judge, type Judgement } from './judgement.ts';
import { pointResult } from './key-points.ts';
import { MODEL_VERSION } from './model.ts';
import { criteriaFor } from './rubric.ts';

/**
 * Grades one answer from its words alone: no network, no embedder, no clock,
 * the same bytes on every machine. Numbers are rounded to four decimals.
 */
export function gradeOffline(request: GradingRequest): Evaluation {
  const judgement = judge(request);
  if (judgement.foreign) return ungraded(request, judgement.foreign, ['language']);
  return checkEvaluation(request.answer, graded(request, judgement));
}

/** The offline grader behind the port. */
export function createOfflineGrader(): Grader {
  return {
    name: `offline/${MODEL_VERSION}`,
    async grade(request, { signal } = {}) {
      signal?.throwIfAborted();
      return gradeOffline(request);
    },
  };
}

function graded(request: GradingRequest, judgement: Judgement): GradedEvaluation {
  const score = round(judgement.score);
  const band = bandOf(score);
  const { strengths, improvements, feedback } = giveFeedback(request, judgement, band);
  return {
    status: 'graded',
    score,
    band,
    completeness: round(judgement.completeness),
    relevance: round(judgement.relevance),
    similarity: round(judgement.similarity),
    sentiment: judgement.sentiment,
    confidence: round(judgement.confidence),
    spread: 0,
    criteria: criteriaOf(request, judgement, band),
    keyPoints: judgement.points.map(pointResult),
    strengths,
    improvements,
    feedback,
    ...(judgement.story && request.question.type === 'behavioral' ? { star: judgement.story.star } : {}),
    flags: judgement.flags,
    dropped: 0,
    gradedBy: gradedBy(request),
  };
}

function ungraded(request: GradingRequest, reason: string, flags: Flag[]): Evaluation {
  const numbers = { score: null, band: null, completeness: null, relevance: null, similarity: null, sentiment: null, confidence: null, spread: null };
  const nothing = { criteria: [], keyPoints: [], strengths: [], improvements: [], feedback: reason, dropped: 0 };
  return { status: 'ungraded', reason, ...numbers, ...nothing, flags, gradedBy: gradedBy(request) };
}

/** An answer that earns less shows no criterion. */
const NEXT_TO_NOTHING = 0.1;

/** The band of its side where a criterion can be told apart, else that of the whole. It needs words that show it; without any it is 1. */
function criteriaOf({ question }: GradingRequest, judgement: Judgement, band: GradedEvaluation['band']): CriterionResult[] {
  return criteriaFor(question.type, question.rubric).map(({ id }) => {
    const side = judgement.sides[id];
    const spans: Span[] = side?.spans ?? judgement.spans;
    const judged = judgement.score < NEXT_TO_NOTHING ? 1 : side ? bandOf(round(side.value)) : band;
    return judged === 1 || spans.length === 0 ? { id, band: 1, spans: [] } : { id, band: judged, spans };
  });
}

function gradedBy({ question }: GradingRequest): Evaluation['gradedBy'] {
  return { provider: 'offline', model: MODEL_VERSION, promptHash: null, packHash: question.packHash ?? null, temperature: null, seed: null, samples: 1 };
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1e4) / 1e4;
}
