import type { InterviewEvent } from '../interview/session.ts';
import { withoutOpenPoints } from '../reports/held-back.ts';
import type { Evaluation } from '../schemas/evaluation.ts';

const NEXT = 'One more point: see the next question.';

/** An evaluation as people see it at this moment: without what would answer the next question or was said before, and with what needs holding back no longer. */
export function shownEvaluation({ evaluation, shown }: Extract<InterviewEvent, { type: 'evaluation' }>): Evaluation {
  if (!shown) return evaluation;
  const held = withoutOpenPoints(evaluation, new Set(shown.heldBack), shown.toWorkOn);
  const isHeld = held.keyPoints.length < evaluation.keyPoints.length && shown.next === 'follow_up';
  return {
    ...held,
    improvements: [...shown.released.map((text) => ({ text: `Still open: ${text}` })), ...held.improvements],
    feedback: isHeld ? `${held.feedback} ${NEXT}`.trim() : held.feedback,
  };
}
