import { bandOf } from '../grading/bands.ts';
import type { Band, Evaluation, GradedEvaluation } from '../schemas/evaluation.ts';
import type { Answer, AskedQuestion, InterviewState } from '../schemas/interview.ts';
import { hintsShownFor, isMain, lastAnswerTo } from './state.ts';
import { gradeWhole } from './whole-thread.ts';

/** What a hint takes off the score of its question. */
export const HINT_COST = 0.1;
/** What had to be asked for a second time counts for this much of its score. */
export const PROMPTED_WORTH = 0.95;

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
  /** All that was said, graded against the question itself; null without a follow-up, and where a model graded. */
  whole: GradedEvaluation | null;
  /** The key points that some answer of the thread makes, or all of them together. */
  made: ReadonlySet<string>;
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
  const whole = gradeWhole(main, turns);
  const score = skipped && state.settings.mode === 'real' ? 0 : threadScore(turns, whole, hintsUsed);
  return { main, turns, skipped, hintsUsed, whole, made: pointsMade(turns, whole), score, band: score === null ? null : bandOf(score) };
}

function turnOf(state: InterviewState, question: AskedQuestion): Turn {
  const answer = lastAnswerTo(state, question.id);
  const evaluation = state.evaluationHistory.findLast((entry) => entry.answerId === answer?.id)?.evaluation;
  return { question, answer, evaluation };
}

function pointsMade(turns: Turn[], whole: GradedEvaluation | null): Set<string> {
  const evaluations = [...turns.flatMap(({ evaluation }) => evaluation ?? []), ...(whole ? [whole] : [])];
  return new Set(evaluations.flatMap(({ keyPoints }) => keyPoints.filter(({ state }) => state === 'covered').map(({ id }) => id)));
}

/**
 * The published rule: the best answer to the question itself (asked once or
 * twice) counts; a follow-up wins back the weight of the key point that it asks
 * for, times its own score (half where the point was partly there). Where all
 * that was said in the thread, graded against the question itself, is worth
 * more than that, it counts instead, times PROMPTED_WORTH. Each hint costs
 * HINT_COST.
 */
function threadScore(turns: Turn[], whole: GradedEvaluation | null, hintsUsed: number): number | null {
  const graded = turns.flatMap(({ question, evaluation }) => (evaluation?.status === 'graded' ? [{ question, evaluation }] : []));
  const own = graded.filter(({ question }) => question.intent !== 'follow_up').map(({ evaluation }) => evaluation);
  if (own.length === 0) return null;

  const best = own.reduce((left, right) => (right.score > left.score ? right : left));
  const wonBack = graded
    .filter(({ question }) => question.intent === 'follow_up')
    .reduce((sum, { question, evaluation }) => sum + openShare(best, question.keyPoint) * evaluation.score, 0);
  const together = (whole?.score ?? 0) * PROMPTED_WORTH;
  const score = Math.min(1, Math.max(best.score + wonBack, together)) - hintsUsed * HINT_COST;
  return Number(Math.max(0, score).toFixed(4));
}

/** The part of the whole weight that a key point still has to give. */
function openShare({ keyPoints }: GradedEvaluation, id: string | null): number {
  const total = keyPoints.reduce((sum, { weight }) => sum + weight, 0);
  const point = keyPoints.find((one) => one.id === id);
  if (!point || total === 0 || point.state === 'covered') return 0;
  return (point.weight / total) * (point.state === 'partly' ? 0.5 : 1);
}
