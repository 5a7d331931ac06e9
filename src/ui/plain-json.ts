import type { AskedQuestion } from '../schemas/interview.ts';
import type { InterviewEvent } from '../interview/session.ts';
import type { ModelUse } from '../schemas/network.ts';

/**
 * An event as scripts read it: the shapes of the published contract. `event`
 * names it; `type` says the same, but for a question, where it is the
 * question's own type. `use` is what models took so far, and goes with the
 * end.
 */
export function eventAsJson(event: InterviewEvent, use: ModelUse | null = null): object {
  return { event: event.type, ...payloadOf(event, use) };
}

function payloadOf(event: InterviewEvent, use: ModelUse | null): object {
  switch (event.type) {
    case 'question':
      return { ...questionAsJson(event.question), index: event.index, total: event.total };
    case 'evaluation': {
      const { type, answerId, questionId, previousScore, evaluation } = event;
      return { type, answerId, questionId, previousScore, ...evaluation };
    }
    case 'complete': {
      const { overallScore, questions, hiringRecommendation, graded, ungraded, skipped } = event.report;
      return { type: event.type, overallScore, totalQuestions: questions.length, recommendation: hiringRecommendation, graded, ungraded, skipped, use };
    }
    case 'phase':
    case 'message':
    case 'hint':
    case 'answer-saved':
      return event;
  }
}

function questionAsJson({ id, text, type, intent, difficulty, domain, claim, parent, source }: AskedQuestion): object {
  return {
    questionId: id,
    text,
    type: type === 'conversation' ? (intent === 'close' ? 'closing' : 'greeting') : type,
    intent,
    domain,
    difficulty,
    ...(parent ? { parent } : {}),
    ...(source ? { source: source.id } : {}),
    ...(claim ? { claim } : {}),
  };
}
