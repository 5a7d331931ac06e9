import type { Llm } from '../llm/llm.ts';
import type { ModelChoice } from '../schemas/model-choice.ts';
import type { Grader } from './grader.ts';
import { createModelGrader } from './model-grader.ts';
import { createSecondedGrader } from './second-grader.ts';

export interface GraderChoice {
  /** The opened models; null where the offline grader was chosen, or nobody. */
  models: { grader: Llm | null; secondGrader: Llm | null };
  settings: { samples: number; secondGrader?: Pick<ModelChoice, 'kind'> | null };
  offline: Grader;
}

/**
 * The graders that were chosen, as one grader. The offline grader gives the
 * same each time: it is never second to itself.
 */
export function chosenGrader({ models, settings: { samples, secondGrader }, offline }: GraderChoice): Grader {
  const graderOf = (llm: Llm | null) => (llm ? createModelGrader({ llm, samples }) : offline);
  const first = graderOf(models.grader);
  const isSeconded = models.secondGrader !== null || (secondGrader?.kind === 'offline' && models.grader !== null);
  return isSeconded ? createSecondedGrader(first, graderOf(models.secondGrader)) : first;
}
