import type { Answer, AskedQuestion, InterviewState } from '../schemas/interview.ts';
import { note } from './agents/cleaning.ts';
import { findQuestion, hintsShownFor, lastAnswerTo, lastGraded, waitingQuestion, withDerived } from './state.ts';

/** What the candidate does to the interview. Pure: the caller saves. */

/** Writes down an answer to the waiting question; a retry counts up the attempt. */
export function recordAnswer(state: InterviewState, text: string): InterviewState {
  return record(state, { text, skipped: false });
}

/** Writes down something that the interview says about itself, once. */
export function recordNote(state: InterviewState, content: string): InterviewState {
  const isSaid = state.messages.some((message) => message.role === 'system' && message.content === content);
  return isSaid ? state : { ...state, messages: [...state.messages, note(content)] };
}

/** Writes down a question back and what the interviewer says to it. The question goes on waiting. */
export function recordClarification(state: InterviewState, text: string, reply: string): InterviewState {
  const questionId = waitingQuestion(state)?.id ?? null;
  return {
    ...state,
    messages: [...state.messages, { role: 'candidate', content: text, questionId, answerId: null }, { role: 'interviewer', content: reply, questionId, answerId: null }],
  };
}

export function recordSkip(state: InterviewState): InterviewState {
  return record(state, { text: '', skipped: true });
}

export function recordHint(state: InterviewState): InterviewState {
  const waiting = waitingQuestion(state);
  if (!waiting) return state;
  return { ...state, hintsShown: { ...state.hintsShown, [waiting.parent ?? waiting.id]: hintsShownFor(state, waiting) + 1 } };
}

/** Makes the last graded question the waiting one. */
export function recordRetry(state: InterviewState): InterviewState {
  const last = lastGraded(state);
  return last ? { ...state, retrying: last.question.id } : state;
}

export function recordEnd(state: InterviewState): InterviewState {
  return { ...state, endRequested: true, retrying: null };
}

export function recordDisagreement(state: InterviewState, band: 1 | 2 | 3 | 4, comment: string): InterviewState {
  const last = lastGraded(state);
  if (!last) return state;
  const others = state.disagreements.filter(({ answerId }) => answerId !== last.answer.id);
  return { ...state, disagreements: [...others, { answerId: last.answer.id, band, comment }] };
}

function record(state: InterviewState, { text, skipped }: Pick<Answer, 'text' | 'skipped'>): InterviewState {
  const question = waitingQuestion(state);
  if (!question) throw new Error('No question waits for an answer.');

  // A candidate who gives up a retry keeps the answer that was there.
  if (skipped && state.retrying) return { ...state, retrying: null };

  const attempt = state.userAnswers.filter(({ questionId }) => questionId === question.id).length + 1;
  const answer: Answer = {
    id: `a${state.userAnswers.length + 1}`,
    questionId: question.id,
    text,
    skipped,
    attempt,
    hintsUsed: hintsShownFor(state, question),
    mode: 'text',
  };
  return withDerived({
    ...state,
    retrying: null,
    previousQuestions: withoutPendingProbe(state, question),
    userAnswers: [...state.userAnswers, answer],
    messages: [
      ...state.messages,
      { role: 'candidate', content: skipped ? '(skipped)' : text, questionId: question.id, answerId: answer.id },
    ],
  });
}

/** A new attempt may leave nothing to probe: the probe that waited is taken back, and asked again if it is still due. */
function withoutPendingProbe(state: InterviewState, { id, parent }: AskedQuestion): AskedQuestion[] {
  const last = state.previousQuestions.at(-1);
  const isPending = state.retrying !== null && last?.parent === (parent ?? id) && !lastAnswerTo(state, last.id);
  return isPending ? state.previousQuestions.slice(0, -1) : state.previousQuestions;
}

/** Hints for the waiting question, those that were shown and those that were not yet. A probe has those of its main question. */
export function hintsFor(state: InterviewState): { shown: string[]; left: string[] } {
  const waiting = waitingQuestion(state);
  const question = waiting?.parent ? (findQuestion(state, waiting.parent) ?? waiting) : waiting;
  if (!question) return { shown: [], left: [] };
  const shown = hintsShownFor(state, question);
  return { shown: question.hints.slice(0, shown), left: question.hints.slice(shown) };
}
