import type { Band } from '../schemas/evaluation.ts';
import type { Recommendation } from '../schemas/report.ts';
import { BAND_NAMES } from './bands.ts';

/** Fewer graded answers than this say nothing about a person. */
const LEAST_ANSWERS = 3;

/**
 * The published rule, first line that holds, over the graded main questions:
 *
 *     fewer than 3 answers                                insufficient evidence
 *     mean band >= 3.5 and no band 1                      strong yes
 *     mean band >= 3.0 and at most one answer in ten poor yes
 *     mean band >= 2.5 and at most a quarter poor         leaning yes
 *     mean band <  1.5                                    strong no
 *     otherwise                                           no
 *
 * A behavioural side that is poor throughout (two answers or more, all band 1)
 * takes "strong yes" and "yes" down to "leaning yes": skill alone is no hire.
 */
export function recommendHiring(questions: { band: Band; type: string }[]): { recommendation: Recommendation; reason: string } {
  if (questions.length < LEAST_ANSWERS) {
    const answers = questions.length === 1 ? '1 graded answer' : `${questions.length} graded answers`;
    return { recommendation: 'insufficient evidence', reason: `There ${questions.length === 1 ? 'is' : 'are'} ${answers}; the rule needs ${LEAST_ANSWERS}.` };
  }
  const recommendation = byBands(questions);
  const held = (recommendation === 'strong yes' || recommendation === 'yes') && isBehaviourPoor(questions);
  return {
    recommendation: held ? 'leaning yes' : recommendation,
    reason: describe(questions) + (held ? ' All behavioural answers are poor, which holds a yes down to leaning yes.' : ''),
  };
}

function byBands(questions: { band: Band }[]): Recommendation {
  const average = meanBand(questions);
  const poor = questions.filter(({ band }) => band === 1).length / questions.length;
  if (average >= 3.5 && poor === 0) return 'strong yes';
  if (average >= 3 && poor <= 0.1) return 'yes';
  if (average >= 2.5 && poor <= 0.25) return 'leaning yes';
  return average < 1.5 ? 'strong no' : 'no';
}

function isBehaviourPoor(questions: { band: Band; type: string }[]): boolean {
  const behavioural = questions.filter(({ type }) => type === 'behavioral');
  return behavioural.length >= 2 && behavioural.every(({ band }) => band === 1);
}

function meanBand(questions: { band: Band }[]): number {
  return questions.reduce((sum, { band }) => sum + band, 0) / questions.length;
}

function describe(questions: { band: Band }[]): string {
  const counts = ([4, 3, 2, 1] as const)
    .map((band) => ({ band, count: questions.filter((question) => question.band === band).length }))
    .filter(({ count }) => count > 0)
    .map(({ band, count }) => `${count} ${BAND_NAMES[band]}`);
  return `The mean band of ${questions.length} graded answers is ${meanBand(questions).toFixed(1)} of 4 (${counts.join(', ')}).`;
}
