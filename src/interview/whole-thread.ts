import { gradeOffline } from '../grading/offline-grader.ts';
import type { Evaluation, Flag, GradedEvaluation } from '../schemas/evaluation.ts';
import type { AskedQuestion } from '../schemas/interview.ts';
import { gradingRequest } from './agents/evaluation.ts';
import type { Turn } from './threads.ts';

/** Flags of answers that said nothing, or nothing to this question. */
const NON_ANSWERS: ReadonlySet<Flag> = new Set(['empty', 'dont_know', 'too_short', 'echo', 'off_topic', 'other_answer', 'instruction']);

export function isNonAnswer({ flags }: Pick<Evaluation, 'flags'>): boolean {
  return flags.some((flag) => NON_ANSWERS.has(flag));
}

/**
 * All that was said to a question and its follow-ups, graded as one answer to
 * the question itself; non-answers are left out. Null without an answered
 * follow-up, and where another grader gave the grades: a model is not paid a
 * second time, and grades of two graders do not mix.
 */
export function gradeWhole(main: AskedQuestion, turns: Turn[]): GradedEvaluation | null {
  const graded = turns.filter(({ evaluation }) => evaluation?.status === 'graded');
  if (!graded.some(({ question }) => question.intent === 'follow_up') || graded.length < 2) return null;
  const said = saidIn(graded);
  const whole = said === '' ? undefined : gradeSaid(main, said);
  if (whole?.status !== 'graded') return null;
  return graded.every(({ evaluation }) => isBySame(evaluation, whole)) ? whole : null;
}

/** All that was said in the turns, without non-answers. */
export function saidIn(turns: Turn[]): string {
  return turns.flatMap(({ answer, evaluation }) => (answer && evaluation && !isNonAnswer(evaluation) ? [answer.text] : [])).join('\n');
}

function isBySame(evaluation: Evaluation | undefined, { gradedBy: { provider, model } }: Evaluation): boolean {
  return evaluation?.gradedBy.provider === provider && evaluation.gradedBy.model === model;
}

/** The offline grader says the same each time, and a thread is looked at again and again. */
const known = new WeakMap<AskedQuestion, { said: string; evaluation: Evaluation }>();

function gradeSaid(main: AskedQuestion, said: string): Evaluation {
  const before = known.get(main);
  if (before?.said === said) return before.evaluation;
  const evaluation = gradeOffline(gradingRequest(main, said));
  known.set(main, { said, evaluation });
  return evaluation;
}
