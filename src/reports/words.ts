import type { Band, Evaluation, Flag } from '../schemas/evaluation.ts';

/** The scale's own words for its bands. */
export const BAND_WORDS: Record<Band, string> = { 1: 'poor', 2: 'mixed', 3: 'good', 4: 'excellent' };

/** What a flag means to the person whose answer has it. */
export const FLAG_WORDS: Record<Flag, string> = {
  empty: 'there was no answer',
  dont_know: 'you said that you do not know',
  too_short: 'too short to show anything',
  echo: 'mostly repeats the question',
  off_topic: 'not about the question',
  other_answer: 'answers another question',
  instruction: 'speaks to the grader instead of answering',
  keywords_only: 'names terms without saying anything about them',
  shuffled: 'the words make no sentences',
  negated: 'says the opposite of what is right',
  padding: 'filler was left out of the grade',
  repetition: 'repeated points count once',
  language: 'in a language that this grader does not know',
  skipped: 'skipped',
};

/** 0 to 1, as people see it. */
export function outOfHundred(score: number): number {
  return Math.round(score * 100);
}

/** "72 of 100 (good)", or why there is no score. */
export function scoreWords(evaluation: Evaluation): string {
  if (evaluation.status === 'ungraded') return `not graded: ${evaluation.reason}`;
  const spread = evaluation.spread > 0 ? ` ± ${outOfHundred(evaluation.spread)}` : '';
  return `${outOfHundred(evaluation.score)}${spread} of 100 (${BAND_WORDS[evaluation.band]})`;
}
