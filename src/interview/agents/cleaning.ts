import type { AskedQuestion, InterviewState } from '../../schemas/interview.ts';
import { withDerived } from '../state.ts';
import type { Agent } from './agent.ts';
import { flawOf } from './question-flaw.ts';
import { cleanQuestion, firstQuestion } from './tidy-question.ts';

/** Makes of the raw question one natural question, and asks it. */
export function createOfflineCleaningAgent(): Agent {
  return async (state) => askOffline(state);
}

export type QuestionResponse = NonNullable<InterviewState['questionAgentResponse']> & { question: AskedQuestion };

/** What the question agent handed over. */
export function responseOf({ questionAgentResponse: response }: InterviewState): QuestionResponse {
  const question = response?.question;
  if (!question) throw new Error(response?.error ?? 'There is no question to clean.');
  return { ...response, question };
}

/**
 * Asks in the model's words, tidied by rules, if they can be asked; else in the
 * question's own, and says why. `trouble` is why no model tidied them.
 */
export function askOffline(state: InterviewState, trouble?: string): Partial<InterviewState> {
  const { question, worded, error } = responseOf(state);
  if (!worded) return askInOwnWords(state, question, error);
  const text = firstQuestion(worded.text);
  const flaw = flawOf(text, question, state);
  if (flaw) return askInOwnWords(state, question, [trouble, `The model's words cannot be asked: ${flaw}.`].filter(Boolean).join(' '));
  return askAs(state, { ...question, text, wordedBy: worded.by }, trouble && `${trouble} The question was tidied on this machine.`);
}

function askInOwnWords(state: InterviewState, question: AskedQuestion, reason: string | null): Partial<InterviewState> {
  return askAs(state, { ...question, text: cleanQuestion(question.text) }, reason === null ? undefined : `${reason} The question stands as the pack has it.`);
}

/** Puts the note and the question into the interview; what the question agent handed over is used up. */
export function askAs(state: InterviewState, question: AskedQuestion, trouble?: string): Partial<InterviewState> {
  const noted = trouble === undefined ? state : { ...state, messages: [...state.messages, note(trouble)] };
  return { ...ask(noted, question), questionAgentResponse: null, questionContext: null };
}

/** What the interview says about itself. */
export function note(content: string): InterviewState['messages'][number] {
  return { role: 'system', content, questionId: null, answerId: null };
}

/** Puts the question into the interview, as said. */
export function ask(state: InterviewState, question: AskedQuestion): InterviewState {
  return withDerived({
    ...state,
    previousQuestions: [...state.previousQuestions, question],
    messages: [...state.messages, { role: 'interviewer', content: question.text, questionId: question.id, answerId: null }],
  });
}
