import { bandOf } from '../grading/bands.ts';
import type { Band, Evaluation, GradedEvaluation } from '../schemas/evaluation.ts';
import type { Answer, AskedQuestion, InterviewState } from '../schemas/interview.ts';
import { hintsShownFor, isMain, lastAnswerTo } from './state.ts';

/** What a hint takes off the score of its question. */
export const HINT_COST = 0.1;

export interface Turn {
  question: AskedQuestion;
  /** The last attempt. */
  answer: Answer | undefined;
  evaluation: Evaluation | undefined;
}

/** A main question with its redirect and follow-ups, counted as one. */
export interface Thread {
  main: AskedQuestion;
  turns: Turn[];
  skipped: boolean;
  hintsUsed: number;
  /** 0 to 1, or null when nothing in the thread was graded. */
  score: number | null;
  band: Band | null;
}

export function threadsOf(state: InterviewState): Thread[] {
  return state.previousQuestions.filter(isMain).map((main) => threadOf(state, main));
}

export function threadOf(state: InterviewState, main: AskedQuestion): Thread {
  const turns = state.previousQuestions
    .filter((question) => question.id === main.id || question.parent === main.id)
    .map((question) => turnOf(state, question));
  const answers = turns.flatMap(({ answer }) => answer ?? []);
  const hintsUsed = hintsShownFor(state, main);
  const skipped = answers.length > 0 && answers.every((answer) => answer.skipped);
  const score = skipped && state.settings.mode === 'real' ? 0 : threadScore(turns, hintsUsed);
  return { main, turns, skipped, hintsUsed, score, band: score === null ? null : bandOf(score) };
}

function turnOf(state: InterviewState, question: AskedQuestion): Turn {
  const answer = lastAnswerTo(state, question.id);
  const evaluation = state.evaluationHistory.findLast((entry) => entry.answerId === answer?.id)?.evaluation;
  return { question, answer, evaluation };
}

/**
 * The published rule: the best answer to the question itself (asked once or
 * twice) counts; a follow-up wins back the weight of the key point that it asks
 * for, times its own score (half where the point was partly there); each hint
 * costs HINT_COST.
 */
function threadScore(turns: Turn[], hintsUsed: number): number | null {
  const graded = turns.flatMap(({ question, evaluation }) => (evaluation?.status === 'graded' ? [{ question, evaluation }] : []));
  const own = graded.filter(({ question }) => question.intent !== 'follow_up').map(({ evaluation }) => evaluation);
  if (own.length === 0) return null;

  const best = own.reduce((left, right) => (right.score > left.score ? right : left));
  const wonBack = graded
    .filter(({ question }) => question.intent === 'follow_up')
    .reduce((sum, { question, evaluation }) => sum + openShare(best, question.keyPoint) * evaluation.score, 0);
  const score = Math.min(1, best.score + wonBack) - hintsUsed * HINT_COST;
  return Number(Math.max(0, score).toFixed(4));
}

/** The part of the whole weight that a key point still has to give. */
function openShare({ keyPoints }: GradedEvaluation, id: string | null): number {
  const total = keyPoints.reduce((sum, { weight }) => sum + weight, 0);
  const point = keyPoints.find((one) => one.id === id);
  if (!point || total === 0 || point.state === 'covered') return 0;
  return (point.weight / total) * (point.state === 'partly' ? 0.5 : 1);
}
