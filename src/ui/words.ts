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

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
