import type { Flag, Span } from '../schemas/evaluation.ts';
import type { KeyPoint } from '../schemas/question.ts';

/** One of several ways to say it, the same one for the same answer. */
export function choose(ways: readonly string[], key: string): string {
  let hash = 7;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) >>> 0;
  return ways[hash % ways.length] ?? '';
}

/** A long sentence is cut before such a word; a quotation begins after it. */
const JOINT = /^(?:and then|and so|and|but|so|then|because)\s+/i;

/** The first words of a span, in quotes: enough to know it again. */
export function quote({ text }: Span): string {
  const words = text.replace(JOINT, '').replace(/\s+/g, ' ').replace(/[“”"]/g, "'").split(' ');
  const short = words.length <= 12 ? words.join(' ') : `${words.slice(0, 10).join(' ')}…`;
  return `“${short.replace(/[.,;:]+$/, '')}”`;
}

/** The text of a key point inside a sentence, after a colon. */
export function point({ text }: Pick<KeyPoint, 'text'>): string {
  const said = text.trim();
  return said.endsWith('.') ? said.replace(/[.\s]+$/, '') : said;
}

/** 0 to 9 as words. */
export function count(number: number): string {
  return ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][number] ?? String(number);
}

/** What an interviewer says to an answer that a floor rule holds down. */
export const FLOOR_WORDS: Partial<Record<Flag, readonly string[]>> = {
  empty: [
    'There is no answer here. Even a first thought would give us something to work with.',
    'You left this one open. Say at least how you would go about it; that often earns more than silence.',
  ],
  dont_know: [
    'It is fair to say that you do not know. In an interview, go one step further: say what you would guess, and how you would find out.',
    'Being open about a gap is right. Follow it with the nearest thing that you do know, so that the talk can go on from there.',
  ],
  too_short: [
    'A word is not enough to judge what you know. Say what you mean in two or three sentences.',
    'That is too short to show anything. Give a reason and an example.',
  ],
  echo: [
    'That gives the question back in its own words. What is wanted is what you would add to it.',
    'You repeat what was asked. Start with your first claim instead, as if the question had not been said.',
  ],
  instruction: ['What is said to the grader does not count; only the answer does.'],
  off_topic: [
    'I found no word in this that belongs to the question. If you answered it in your own words, name the terms of the field; if not, read it once more and start with the thing that it asks about.',
    'I cannot connect this to what was asked. Take the main noun of the question and say what it is, and why it matters; where you paraphrase, name the usual terms too.',
  ],
  keywords_only: [
    'The words are the right ones, but a list does not show that you know how they hang together. Put them into sentences: what causes what, and when.',
    'You name the terms without saying anything about them. Explain the most important one in a sentence, then connect the others to it.',
  ],
  shuffled: ['The words are there, but in an order that says nothing. Say it in sentences, one thought after the other.'],
  negated: [
    'You say the opposite of what holds. Check the direction of your main statements before anything else.',
    'The right things come up, turned round. Go through them one by one and ask which way it really is.',
  ],
};
