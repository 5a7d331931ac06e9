import type { Llm } from '../llm/llm.ts';
import type { Grader } from './grader.ts';
import { createModelGrader } from './model-grader.ts';

export interface GraderChoice {
  /** The model that grades; null for the offline grader. */
  model: Llm | null;
  samples: number;
  offline: Grader;
}

/** The grader that was chosen, as one grader. */
export function chosenGrader({ model, samples, offline }: GraderChoice): Grader {
  return model ? createModelGrader({ llm: model, samples }) : offline;
}
