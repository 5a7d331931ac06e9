import type { InterviewState } from '../schemas/interview.ts';
import { findQuestion } from './state.ts';

/**
 * The answers whose grade the candidate disagreed with, each with the band they
 * think right: gold for `hotseat calibrate --gold`. Their own comment goes along.
 */
export function goldOf(state: InterviewState): object[] {
  return state.disagreements.flatMap(({ answerId, band, comment }) => {
    const answer = state.userAnswers.find(({ id }) => id === answerId);
    const question = answer && findQuestion(state, answer.questionId);
    if (!answer || !question) return [];
    const { text, type, domain, rubric } = question;
    return [
      {
        id: `${state.sessionId}/${answerId}`,
        question: text,
        type,
        domain,
        ...(rubric.reference === null ? {} : { reference: rubric.reference }),
        keyPoints: rubric.keyPoints,
        answer: answer.text,
        band,
        ...(comment === '' ? {} : { comment }),
      },
    ];
  });
}
