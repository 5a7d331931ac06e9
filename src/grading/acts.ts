import { clausesOf } from './clauses.ts';
import type { Text, Word } from './words.ts';
import { goesWithAnything, isNeutral } from './work-words.ts';

/** From here on a word makes what is done to it work. */
const OF_WORK = 0.5;
/** From here on a verb is of work by itself, beside an object that could be of anything. */
const VERB_OF_WORK = 1;
/** What was spoken of before, or is said next: "I rewrote it", "I asked what was missing". */
const REFERS = /^(?:it|them|him|her|this|that|these|those|both|each|all|they|he|she|what|which|how|why|whether|if)$/;
const REACH = 3;

/**
 * Whether a verb of the answer tells an act of work: its object is of work or
 * was spoken of before, or it has no object and is a verb of work itself.
 */
export function actsOfWork(answer: Text): (verb: Word) => boolean {
  return (verb) => {
    if (refersBack(answer, verb)) return true;
    const objects = objectsOf(answer, verb);
    const object = Math.max(...objects.map(({ form }) => form.workWeight));
    const isOfWork = verb.form.workWeight >= VERB_OF_WORK && !goesWithAnything(verb.text);
    return object >= OF_WORK || ((objects.length === 0 || object >= 0) && isOfWork);
  };
}

function refersBack({ words }: Text, verb: Word): boolean {
  const at = words.indexOf(verb);
  return words.slice(at + 1, at + 1 + REACH).some(({ text, sentence }) => sentence === verb.sentence && REFERS.test(text));
}

/** The words of matter behind a verb, up to the next joint. */
function objectsOf(answer: Text, verb: Word): Word[] {
  const clause = clausesOf(answer).find(({ words }) => words.includes(verb));
  return clause?.words.filter(({ start, text }) => start > verb.start && !isNeutral(text)) ?? [];
}
