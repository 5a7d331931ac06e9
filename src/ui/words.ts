import { type Band } from '../schemas/evaluation.ts';
import { type Mode } from '../schemas/interview.ts';
import { type Difficulty } from '../schemas/question.ts';
import { type Tone } from './theme.ts';

/** What the screens call the values of the schemas. */

export const BAND_TONES: Readonly<Record<Band, Tone>> = { 1: 'poor', 2: 'fair', 3: 'good', 4: 'good' };

export const MODES: readonly Mode[] = ['coach', 'real', 'practice'];
export const MODE_WORDS: Readonly<Record<Mode, string>> = {
  coach: 'feedback after each answer, hints and retries',
  real: 'like the day itself: all feedback at the end',
  practice: 'just talk: nothing is graded',
};

export const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** What to do about an answer that the offline grader leaves ungraded: it knows English alone. What to do about a model that failed is said by the interview itself. */
export const UNGRADED_ADVICE = 'It is left out of the score. Answer again in English with /retry, or let a model grade it later: hotseat regrade --pending --grader <model>';

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
