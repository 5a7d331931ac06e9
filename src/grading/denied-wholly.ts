import type { Word } from './words.ts';

/** The part of a sentence that the rest of it denies, by its offsets in the sentence. */
export interface Denied {
  start: number;
  end: number;
}

const CLAIM = '(?:say|saying|said|claim|claiming|think|thinking|believe|believing|assume|assuming|suppose|state|argue|suggest|hold|holds|agree)';
const TRUTH = '(?:true|right|correct|accurate|case|fact)';
const NOT = "(?:not|never|[a-z]+n't|cannot|no|nobody|hardly|scarcely|rarely|far from)";
const FALSE = '(?:wrong|false|untrue|incorrect|inaccurate|mistaken|misleading|nonsense|impossible)';
const LINK = '(?:a|an|the|be|it|to|at|all|any|really|quite|exactly|strictly|simply|even|ever|often|would|could|can|will|should|anybody|anyone|me|of)';

/**
 * Words that deny what follows "that": of the truth or of the claim itself, and of nothing else.
 * "I don't write it, because that...", "an error that..." and "what goes wrong: an object that..."
 * deny no statement.
 */
const DENIALS_BEFORE = [
  `${NOT}(?: ${LINK}){0,4} (?:${TRUTH}|${CLAIM})`,
  `${FALSE}(?:(?: ${LINK}){0,2} ${CLAIM}| (?:idea|belief|notion|claim|assumption))?`,
  `(?:mistake|error|wrong)(?: is)? to ${CLAIM}`,
  `(?:myth|misconception|fallacy|lie)(?: is)?`,
  `(?<!(?:not|never|n't|cannot) )(?:deny|doubt|dispute|refute|disagree|reject)(?: the (?:idea|claim|notion|view))?`,
];
const BEFORE = new RegExp(String.raw`\b(?:${DENIALS_BEFORE.join('|')}),? $`);
/** So many words may stand before it; what comes later denies something else. */
const MOST_BEFORE = 9;

/** A result may be wrong, and what is said of it right: only "which" and "that" take up the statement itself. */
const NOT_SO = String.raw`(?:(?:simply |just |plainly |clearly |completely )?(?:wrong|untrue|incorrect|nonsense|a myth|a misconception|not (?:true|so|right|correct|the case))|never (?:true|the case))`;
const OPPOSITE = String.raw`(?:in (?:fact|truth),? |really |actually )?the (?:opposite|contrary|reverse)(?: holds| is (?:true|right|correct|the case))?`;
const AFTER = new RegExp(
  String.raw`[\s,;–—-]+(?:which (?:is|was) ${NOT_SO}|(?:but|yet|however|and),? (?:that|this)(?: is|'s| was) ${NOT_SO}|(?:but|yet|however|while|whereas),? ${OPPOSITE})\W*$`,
);

/** The last word of what comes after. */
const LAST = new Set('wrong untrue incorrect nonsense myth misconception true so right correct case opposite contrary reverse holds'.split(' '));

/** The words of a sentence leave room for such a denial: most have no "that" and end otherwise, and need not be read for one. */
export function mayDenyWholly(words: readonly Word[]): boolean {
  return LAST.has(words.at(-1)?.text ?? '') || words.some(({ text }) => text.startsWith('that'));
}

/** Finds what a sentence denies as a whole, before it is said ("It is not true that...") or after ("..., but the opposite holds"). */
export function deniedWholly(sentence: string): Denied | undefined {
  const small = sentence.toLowerCase();
  // A letter that becomes two would move what comes after it.
  const straight = (small.length === sentence.length ? small : sentence).replace(/[’`]/g, "'");
  const head = endOfDenial(straight);
  if (head !== undefined) return { start: head, end: sentence.length };
  const tail = AFTER.exec(straight)?.index;
  return tail === undefined ? undefined : { start: 0, end: tail };
}

/** Where "that" ends, where a denial stands before the first one. */
function endOfDenial(sentence: string): number | undefined {
  const that = /\bthat\b/.exec(sentence);
  const denial = that && BEFORE.exec(sentence.slice(0, that.index));
  if (!that || !denial) return undefined;
  const before = sentence.slice(0, denial.index).match(/[\w']+/g) ?? [];
  return before.length <= MOST_BEFORE ? that.index + 'that'.length : undefined;
}
