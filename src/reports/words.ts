import { BAND_NAMES } from '../grading/bands.ts';
import type { Evaluation, Flag } from '../schemas/evaluation.ts';

/** The scale's own words for its bands. */
export { BAND_NAMES as BAND_WORDS } from '../grading/bands.ts';

/** What a flag means to the person whose answer has it. */
export const FLAG_WORDS: Record<Flag, string> = {
  empty: 'There was no answer.',
  dont_know: 'You said that you do not know. Say what you do know, and how you would find out.',
  too_short: 'Too short to show what you know.',
  echo: 'This repeats the question.',
  off_topic: 'This does not speak about the question.',
  other_answer: 'This answers another question.',
  instruction: 'Instructions to the grader are ignored.',
  keywords_only: 'Words without sentences: say how they belong together.',
  shuffled: 'The words are there, but they make no sentences.',
  negated: 'This says the opposite of what is right.',
  padding: 'Filler was left out of account.',
  repetition: 'Saying it again adds nothing.',
  language: 'The grader does not know this language.',
  skipped: 'Skipped.',
};

/** 0 to 1, as people see it. */
export function outOfHundred(score: number): number {
  return Math.round(score * 100);
}

/** "72 of 100 (good)", or why there is no score. */
export function scoreWords(evaluation: Evaluation): string {
  if (evaluation.status === 'ungraded') return `not graded: ${evaluation.reason}`;
  const spread = evaluation.spread > 0 ? ` ± ${outOfHundred(evaluation.spread)}` : '';
  return `${outOfHundred(evaluation.score)}${spread} of 100 (${BAND_NAMES[evaluation.band]})`;
}
