import type { Word } from './words.ts';

const IRREGULAR_PAST = new Set(
  `ran wrote chose built sent kept held made took gave went came saw found thought brought broke spoke lost led met left told said spent grew
  threw caught taught sought began drew drove froze put set cut let read split shut hit quit rebuilt rewrote rolled dug got fought stood sat
  understood shipped laid sold won hid bound became rose fell`.split(/\s+/),
);

// To be, to have, to feel: a state is no step taken.
const STATES = new Set(
  `was were had felt thought knew wanted needed liked loved hated believed seemed became understood said got saw heard worked used lived
  graduated studied majored tried agreed hoped wished learned learnt realised meant wondered realized noticed supposed preferred enjoyed happened`.split(/\s+/),
);

/** Ends like a past tense, or is one. */
export function isPast(word: string): boolean {
  return IRREGULAR_PAST.has(word) || (/[a-z]{2,}ed$/.test(word) && !NOT_PAST.has(word));
}

const NOT_PAST = new Set('need speed feed seed indeed embed proceed exceed succeed hundred red bed shared based'.split(' '));

/** A past tense that tells of a step taken, not of a state. */
export function isStep(word: string): boolean {
  return isPast(word) && !STATES.has(word);
}

const NO_DOING = new Set('being having doing working looking trying hoping thinking living studying learning going getting feeling wondering talking saying using seeking interested coming planning dreaming wishing wanting liking loving enjoying'.split(' '));

/** The verb of work that is still going on: `I'm moving the jobs`, `I've been building it`. */
export function isOngoing(word: string): boolean {
  return /[a-z]{2,}ing$/.test(word) && !NO_DOING.has(word);
}

/** `made sure` and `took care` tell of a will, not of a step. */
const WILL = new Set('sure care part charge responsibility ownership pride note interest'.split(' '));

/** Whether a verb and the word after it name a step in no more than a phrase. */
export function isPhrase(verb: string, next: string): boolean {
  return /^(?:made|took|taken|make|take)$/.test(verb) && WILL.has(next);
}

const SKIPPED = new Set('then also first just immediately actually quickly finally personally simply really even next later still already always basically'.split(' '));

/** The words after a pronoun that may hold its verb, adverbs left out. */
export function afterPronoun(words: readonly Word[], at: number): Word[] {
  const rest = words.slice(at + 1, at + 6);
  return rest.filter(({ text }) => !SKIPPED.has(text) && !text.endsWith('ly'));
}
