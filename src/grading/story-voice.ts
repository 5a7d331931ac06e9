import { isPast } from './verbs.ts';
import type { Word } from './words.ts';

/**
 * What the way a sentence is built says for or against its being part of a story, in logs of odds: a story
 * tells of what was, counts, goes on about what it spoke of, and speaks of others. Talk is
 * in the present, about who talks, and to who listens. Learnt from sentences of gold and told answers
 * and from fillers (fixtures/gold/blind-padding.jsonl), the held-out ones of all left out.
 */
const CUES = { nothing: -0.7, past: 0.4, counted: 2, bound: 0.9, others: 0.4, speakerNow: -0.9, listener: -1, here: -1.9 } as const;

/** What speaks for or against a sentence beside its matter; `bound` says whether it shares matter with the question or with another sentence. */
export function cuesOf(words: readonly Word[], bound: boolean): number {
  const holds = (expression: RegExp): boolean => words.some(({ text }) => expression.test(text));
  return (
    CUES.nothing +
    (tellsOfPast(words) ? CUES.past : 0) +
    (holds(/\d/) ? CUES.counted : 0) +
    (bound ? CUES.bound : 0) +
    (holds(OTHERS) ? CUES.others : 0) +
    (speaksOfSelfNow(words) ? CUES.speakerNow : 0) +
    (holds(LISTENER) ? CUES.listener : 0) +
    (holds(HERE) ? CUES.here : 0)
  );
}

const OTHERS = /^(?:he|she|him|her|his|they|them|their)$/;
const LISTENER = /^you(?:'|r|rs|$)/;
const HERE = /^(?:this|here|now|today)$/;
const WAS = /^(?:was|were|wasn't|weren't|had|did|didn't|felt|knew|couldn't)$/;
const PLANS = /^(?:would|will|could|can|should|might)$/;
/** A verb stands in so many words after its pronoun. */
const REACH = 3;

function tellsOfPast(words: readonly Word[]): boolean {
  return words.some(({ text }) => WAS.test(text) || isPast(text));
}

/** The first "I" does nothing that is past, and plans nothing. */
function speaksOfSelfNow(words: readonly Word[]): boolean {
  const at = words.findIndex(({ text }) => /^i(?:'m|'ve)?$/.test(text));
  if (at < 0) return false;
  const after = words.slice(at + 1, at + 1 + REACH);
  return !tellsOfPast(after) && !PLANS.test(after[0]?.text ?? '');
}
