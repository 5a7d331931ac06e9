import type { Band, GradedEvaluation } from '../schemas/evaluation.ts';
import type { GradingRequest } from './grader.ts';
import type { Judgement } from './judgement.ts';
import { POINT_STARTS } from './key-points.ts';

type Words = Pick<GradedEvaluation, 'strengths' | 'improvements' | 'feedback'>;

export function giveFeedback(_request: GradingRequest, judgement: Judgement, band: Band): Words {
  const strengths = judgement.points.flatMap(({ point, value, span }) =>
    value >= POINT_STARTS.covered && span && band > 1 ? [{ text: `You made the point: ${point.text}`, span }] : [],
  );
  const improvements = judgement.points
    .filter(({ value }) => value < POINT_STARTS.covered)
    .map(({ point }) => ({ text: `Say this too: ${point.text}`, keyPoint: point.id }));
  return { strengths, improvements, feedback: band === 4 ? 'A full answer.' : 'Some points are missing.' };
}
