import { checkEvaluation } from '../grading/evidence.ts';
import type { Grader } from '../grading/grader.ts';
import type { Evaluation } from '../schemas/evaluation.ts';
import type { InterviewState } from '../schemas/interview.ts';
import { gradeUnlessStopped, gradingRequest } from './agents/evaluation.ts';
import { buildReport } from './agents/report.ts';
import { findQuestion } from './state.ts';

export interface Change {
  answerId: string;
  questionId: string;
  /** 0 to 1; null where it was not graded. */
  before: number | null;
  after: number | null;
  /** Why it is still not graded. */
  reason: string | null;
  /** What a second grader says about the same answer, and whether the two gave the same band; left out without one. */
  second?: Evaluation['second'];
  agreement?: Evaluation['agreement'];
  /** The grade is that of an earlier request, used again. */
  cached?: true;
}

/**
 * Grades answers of an interview again: those that are pending, or all. A
 * grader that fails, or that nobody waits for, leaves the earlier evaluation as
 * it was. A report that was written is written again from the new grades.
 */
export async function regrade(
  state: InterviewState,
  grader: Grader,
  { pendingOnly, signal }: { pendingOnly: boolean; signal?: AbortSignal },
): Promise<{ state: InterviewState; changes: Change[] }> {
  const changes: Change[] = [];
  const evaluationHistory = [];
  for (const entry of state.evaluationHistory) {
    const wanted = !pendingOnly || entry.evaluation.status === 'ungraded';
    const next = wanted ? await gradeAgain(state, entry, grader, signal) : entry;
    if (wanted) changes.push(changeOf(entry, next));
    evaluationHistory.push(isWorthMore(next.evaluation, entry.evaluation) ? next : entry);
  }
  const regraded = { ...state, evaluationHistory };
  return { state: state.report ? { ...regraded, report: buildReport(regraded) } : regraded, changes };
}

/** A grade goes before none; where there is none still, what a second grader says is not thrown away. */
function isWorthMore(next: Evaluation, before: Evaluation): boolean {
  return next.status === 'graded' || (before.status === 'ungraded' && next.second?.status === 'graded');
}

type Entry = InterviewState['evaluationHistory'][number];

async function gradeAgain(state: InterviewState, entry: Entry, grader: Grader, signal?: AbortSignal): Promise<Entry> {
  const question = findQuestion(state, entry.questionId);
  const answer = state.userAnswers.find(({ id }) => id === entry.answerId);
  if (!question || !answer) return entry;
  const evaluation = checkEvaluation(answer.text, await gradeUnlessStopped(grader, gradingRequest(question, answer.text), { signal }));
  return { ...entry, evaluation };
}

function changeOf(before: Entry, after: Entry): Change {
  const { answerId, questionId } = before;
  const { second, agreement, gradedBy: { cached } } = after.evaluation;
  const reason = after.evaluation.status === 'ungraded' ? after.evaluation.reason : null;
  const beside = { ...(second ? { second } : {}), ...(agreement ? { agreement } : {}), ...(cached ? { cached } : {}) };
  return { answerId, questionId, before: before.evaluation.score, after: after.evaluation.score, reason, ...beside };
}
