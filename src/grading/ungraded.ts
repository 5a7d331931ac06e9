import type { Evaluation, GradedBy } from '../schemas/evaluation.ts';

/** What stands in place of a grade that could not be given: the reason, and no number. */
export function ungradedEvaluation(reason: string, gradedBy: GradedBy, code?: string): Evaluation {
  const nothing = { score: null, band: null, completeness: null, relevance: null, similarity: null, sentiment: null, confidence: null, spread: null };
  return { status: 'ungraded', reason, ...(code === undefined ? {} : { code }), ...nothing, criteria: [], keyPoints: [], strengths: [], improvements: [], feedback: '', flags: [], dropped: 0, gradedBy };
}

/** As much as is known of a grader that was not heard out: its name is `provider/model`. */
export function unheard(graderName: string): GradedBy {
  const [provider = '', ...model] = graderName.split('/');
  return { provider, model: model.join('/'), promptHash: null, packHash: null, temperature: null, seed: null, samples: 1 };
}
