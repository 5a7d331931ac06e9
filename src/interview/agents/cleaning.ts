import type { AskedQuestion, InterviewState } from '../../schemas/interview.ts';
import { withDerived } from '../state.ts';
import type { Agent } from './agent.ts';

/** Makes of the raw question one natural question, and asks it. */
export function createOfflineCleaningAgent(): Agent {
  return async (state) => {
    const raw = state.questionAgentResponse?.question;
    if (!raw) throw new Error(state.questionAgentResponse?.error ?? 'There is no question to clean.');
    const failure = state.questionAgentResponse?.error;
    const noted = failure ? { ...state, messages: [...state.messages, note(`${failure} The question stands as the pack has it.`)] } : state;
    return { ...ask(noted, { ...raw, text: cleanQuestion(raw.text) }), questionAgentResponse: null, questionContext: null };
  };
}

/** White space folded, no numbering, labels or quotes around the whole. What is inside is left as it is. */
export function cleanQuestion(raw: string): string {
  const text = raw.replace(/\s+/gu, ' ').trim();
  const bare = text.replace(/^(?:\d+[.)]\s+|(?:question|q|interviewer)\s*\d*\s*[:.)]\s+|[-*•]\s+)/iu, '');
  const quoted = /^"([^"]+)"$/u.exec(bare) ?? /^“([^”]+)”$/u.exec(bare);
  return quoted?.[1] ?? bare;
}

/** What the interview says about itself. */
function note(content: string): InterviewState['messages'][number] {
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
