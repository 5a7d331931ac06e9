import { checkEvaluation } from '../grading/evidence.ts';
import type { Grader } from '../grading/grader.ts';
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
    evaluationHistory.push(next.evaluation.status === 'ungraded' ? entry : next);
  }
  const regraded = { ...state, evaluationHistory };
  return { state: state.report ? { ...regraded, report: buildReport(regraded) } : regraded, changes };
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
  const reason = after.evaluation.status === 'ungraded' ? after.evaluation.reason : null;
  return { answerId, questionId, before: before.evaluation.score, after: after.evaluation.score, reason };
}
