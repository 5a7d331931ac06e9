import type { AskedQuestion, InterviewState } from '../schemas/interview.ts';
import { nextProbe, pointsHeldBack, pointsReleased } from './gate.ts';
import type { InterviewEvent, Shown } from './session.ts';
import { totalQuestions } from './plan.ts';
import { findQuestion, isMain } from './state.ts';
import { improvementsOf } from './thread-findings.ts';
import { threadOf } from './threads.ts';

/** What an audience is told when the interview went from one state to the next. */
export function eventsBetween(before: InterviewState, after: InterviewState): InterviewEvent[] {
  const questions = after.previousQuestions.slice(before.previousQuestions.length);
  return [
    ...evaluationsBetween(before, after),
    ...troublesBetween(before, after),
    ...notesBetween(before, after),
    ...phaseBetween(before, after),
    ...questions.map((question) => questionEvent(after, question)),
    ...(after.report && !before.report ? [{ type: 'complete', report: after.report } as const] : []),
  ];
}

/** `index` counts main questions from 1; probes keep the index of their main question, conversation has 0. */
export function questionEvent(state: InterviewState, question: AskedQuestion): InterviewEvent {
  const main = state.previousQuestions.filter(isMain);
  const place = main.findIndex(({ id }) => id === (question.parent ?? question.id));
  return { type: 'question', question, index: place + 1, total: totalQuestions(state.plan) };
}

/** What went wrong on the way, said once. */
export function notesBetween(before: InterviewState, after: InterviewState): InterviewEvent[] {
  return after.messages
    .slice(before.messages.length)
    .flatMap(({ role, content }): InterviewEvent[] => (role === 'system' ? [{ type: 'message', role, text: content }] : []));
}

function phaseBetween(before: InterviewState, after: InterviewState): InterviewEvent[] {
  const { conversationPhase: phase, currentRound: round } = after;
  return phase === before.conversationPhase && round === before.currentRound ? [] : [{ type: 'phase', phase, round }];
}

/** Feedback after each answer is coaching; in the other modes it waits for the report. */
function evaluationsBetween(before: InterviewState, after: InterviewState): InterviewEvent[] {
  if (after.settings.mode !== 'coach') return [];
  return after.evaluationHistory.slice(before.evaluationHistory.length).map(({ answerId, questionId, evaluation }) => {
    const earlier = before.evaluationHistory.findLast((entry) => entry.questionId === questionId)?.evaluation;
    return { type: 'evaluation', answerId, questionId, evaluation, previousScore: earlier?.score ?? null, ...shownOf(after, questionId) };
  });
}

/** Feedback must not print the answer to the question that follows it, nor ask for what was said before. */
function shownOf(state: InterviewState, questionId: string): { shown?: Shown } {
  const question = findQuestion(state, questionId);
  const main = question?.parent ? findQuestion(state, question.parent) : question;
  const [heldBack, released] = [pointsHeldBack(state), pointsReleased(state)];
  const thread = main && question?.intent === 'follow_up' ? threadOf(state, main) : undefined;
  if (!main || (heldBack.length + released.length === 0 && !thread)) return {};
  const texts = new Map(main.rubric.keyPoints.map(({ id, text }) => [id, text]));
  return {
    shown: {
      heldBack,
      released: released.flatMap((id) => texts.get(id) ?? []),
      ...(thread ? { toWorkOn: improvementsOf(thread) } : {}),
      next: nextProbe(state)?.kind ?? null,
    },
  };
}

/** Grades that came later than their answers, each behind the question that it is about. */
export function regradedEvents(before: InterviewState, after: InterviewState): InterviewEvent[] {
  if (after.settings.mode !== 'coach') return [];
  const earlier = new Map(before.evaluationHistory.map(({ answerId, evaluation }) => [answerId, evaluation]));
  return after.evaluationHistory
    .filter(({ answerId, evaluation }) => evaluation !== earlier.get(answerId))
    .flatMap(({ answerId, questionId, evaluation }) => [
      { type: 'message', role: 'system', text: `Graded now: ${findQuestion(after, questionId)?.text ?? questionId}` },
      { type: 'evaluation', answerId, questionId, evaluation, previousScore: earlier.get(answerId)?.score ?? null },
    ]);
}

/** A model that gave no grade: said in every mode, for something can be done about it. In coach mode the evaluation beside it has said why. */
function troublesBetween(before: InterviewState, after: InterviewState): InterviewEvent[] {
  return after.evaluationHistory
    .slice(before.evaluationHistory.length)
    .flatMap(({ evaluation }) => (evaluation.status === 'ungraded' && evaluation.gradedBy.provider !== 'offline' ? [evaluation.reason] : []))
    .slice(0, 1)
    .map((reason) => ({ type: 'message', role: 'system', text: `${after.settings.mode === 'coach' ? 'This answer is saved.' : notGraded(reason)} ${WAYS_ON}` }));
}

/** What happened to so many answers, and the three ways on. */
export function troubleText(reason: string, answers = 1): string {
  return `${notGraded(reason, answers)} ${WAYS_ON}`;
}

const WAYS_ON = 'Go on, and /regrade it when you like; or /offline, to go on without models; or /pause.';

function notGraded(reason: string, answers = 1): string {
  return `${answers === 1 ? 'This answer is' : `${answers} answers are`} saved and not graded. ${reason}`;
}
