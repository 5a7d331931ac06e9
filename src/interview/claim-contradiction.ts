import { stemOf } from '../grading/stems.ts';
import type { Claim } from '../schemas/resume.ts';
import { amountsIn, isNear, type Amount } from './claim-numbers.ts';

/** What an answer takes back, in its own words. */
export interface Contradiction {
  kind: 'denied' | 'other-number';
  /** The sentence of the answer, verbatim. */
  quote: string;
}

/**
 * The sentence of an answer that contradicts the claim it was asked about, or
 * null.
 *
 * Made to be right rather than complete: an answer full of other numbers is
 * the rule in an honest telling. A number contradicts only when the answer
 * says nowhere the number of the claim, and gives another one of the same unit
 * for the very thing that the claim speaks of; a denial only when it takes
 * back the claim as a whole, its number, or the use of its technology.
 */
export function findContradiction({ text, skills }: Pick<Claim, 'text' | 'skills'>, answer: string): Contradiction | null {
  const sentences = sentencesOf(answer);
  const denial = sentences.find((sentence) => denies(sentence, skills));
  if (denial !== undefined) return { kind: 'denied', quote: denial };
  const correction = otherNumber(text, answer, sentences);
  return correction === undefined ? null : { kind: 'other-number', quote: correction };
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/u).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

const LEAD = String.raw`^(?:(?:well|so|hm+|uh+|um+|no|yes|sorry|look|ok(?:ay)?|honestly|actually|frankly|i mean|i think|i guess|in fact|in truth|in reality|truthfully|to be (?:honest|fair|frank)|i (?:have to|must|should|need to) (?:admit|say|confess)(?: that)?|the truth is(?: that)?|but|and)[\s,.:;-]+)*`;
const SOFT = String.raw`(?:\s(?:really|actually|quite|even|honestly|personally|strictly|entirely|exactly))*`;
/** Nothing follows that would narrow what was said. */
const ENDS = String.raw`\s*(?:[.!?,;:-]|$|(?:but|because|though|so)\b)`;
const CLAIM = String.raw`(?:that|this|it|the (?:number|figure|percentage|claim|line|statement|bullet|point|resume|cv|wording)|that (?:number|figure|percentage|claim|line|statement|bullet|point|part))`;

const DENIALS: readonly RegExp[] = [
  // "That number is wrong", "The figure on my resume is exaggerated"
  new RegExp(`${LEAD}${CLAIM}(?: (?:on|in|of|from) (?:my|the) (?:resume|cv))?(?:'s| is| was|s)${SOFT}(?: (?:a bit|a little|somewhat|just|probably|simply|completely))?(?: not| n't)?${SOFT} (?:wrong|incorrect|false|untrue|made up|invented|exaggerated|overstated|inflated|embellished|a lie|a mistake|a typo|an error|an exaggeration)${ENDS}`, 'iu'),
  new RegExp(`${LEAD}${CLAIM}(?: (?:on|in|of|from) (?:my|the) (?:resume|cv))?(?:'s not| isn't| is not| wasn't| was not)${SOFT} (?:true|right|correct|accurate|what happened|what i did|my work|my doing|me|mine)${ENDS}`, 'iu'),
  // "I made that up", "I exaggerated"
  new RegExp(`${LEAD}i (?:just |kind of |sort of |basically |may have |might have )?(?:made|make) (?:that|it|this|the number|the figure|that number|that figure|this one|that one)(?: up| number up| figure up)${ENDS}`, 'iu'),
  new RegExp(`${LEAD}i (?:just |kind of |sort of |basically |may have |might have )?(?:made up (?:that|it|the|this)|exaggerated|overstated|inflated|embellished|invented)(?: (?:that|it|this|a bit|a little|the (?:number|figure|claim)|that (?:number|figure|claim)| there|on (?:my|the) (?:resume|cv)))*${ENDS}`, 'iu'),
  // "I didn't actually do that", "I never worked on it"
  new RegExp(`${LEAD}i (?:did not|didn't|never|have never|'ve never|haven't)${SOFT} (?:do|did|done|lead|led|build|built|write|wrote|written|work on|worked on|own|owned|measure|measured|achieve|achieved|reach|reached)${SOFT} (?:that|this|it|any of (?:that|this|it))(?: myself| at all| project| work)?${ENDS}`, 'iu'),
  // "That was a colleague's work, not mine", "Somebody else did that"
  new RegExp(`${LEAD}(?:that|this|it) was (?:all |really |actually |mostly )?(?:done by |built by |written by |led by )?(?:a colleague|my colleague|my (?:manager|boss|lead|team ?mate)|someone else|somebody else|another team|another person|a contractor)(?:'s (?:work|doing|idea))?,? not (?:me|mine|us)\\b`, 'iu'),
  new RegExp(`${LEAD}(?:a colleague|my colleague|someone else|somebody else|another team) (?:actually |really )?(?:did|built|wrote|led) (?:that|it|this|all of (?:that|it|this)),? not (?:me|us)\\b`, 'iu'),
];

/** "before", "until then": what was new at the time was learnt for the claim. */
const BACK_THEN = /\b(?:before|until|till|prior|previously|back then|at (?:that|the) time|at first|initially|by then|yet|again|since|outside|elsewhere|except|alone|only)\b/iu;

function denies(sentence: string, skills: string[]): boolean {
  const plain = sentence.replace(/[’‘]/gu, "'");
  if (plain.endsWith('?')) return false;
  return DENIALS.some((denial) => denial.test(plain)) || deniesSkill(plain, skills);
}

function deniesSkill(sentence: string, skills: string[]): boolean {
  if (BACK_THEN.test(sentence)) return false;
  return skills.some((skill) => {
    const name = skill.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    return new RegExp(`${LEAD}(?:i|we) (?:have |'ve )?(?:never|did not|didn't|haven't|have not)${SOFT} (?:use|used|touch|touched|work with|worked with|write|wrote|written|learn|learnt|learned|know)(?: any)? ${name}(?: at all| myself| in that project| there| for (?:that|this|it))?${ENDS}`, 'iu').test(sentence);
  });
}

/** Of a step on the way, a part, or another thing. */
const OTHER_THING = /\b(?:first|initially|at the start|to begin with|in the beginning|then|later|next|after that|another|further|additional|extra|each|every|per|from|before|until|started|start|grew|began|target|goal|hoped|expected|wanted|aimed|estimate[ds]?|predicted|promised|if|would|could|should|at least|up to|one of|some of|half of|of them|of those|of these|for example|for instance|alone|part of|by the end of the first|in the first)\b/iu;
const CORRECTING = String.raw`(?:really|actually|in reality|in truth|in fact|honestly|truthfully|to be (?:honest|fair|frank)|more like|closer to|nearer to|rather|only|just|not even)`;

function otherNumber(claim: string, answer: string, sentences: string[]): string | undefined {
  const claimed = amountsIn(claim).filter(({ unit, noun, value }) => (unit !== '' || noun !== '') && !isYear(value, unit));
  const said = amountsIn(answer);
  const denied = sentences.find((sentence) => claimed.some((amount) => deniesNumber(sentence, amount)));
  if (denied !== undefined) return denied;
  // Somebody who says the number of the claim stands by it; the other numbers tell how.
  const open = claimed.filter((amount) => !said.some((one) => isNear(one.value, amount.value)) && !answer.includes(String(amount.value)));
  if (open.length !== claimed.length || open.length === 0) return undefined;
  return sentences.find((sentence, index) => open.some((amount) => corrects(sentence, { amount, claim, open, before: sentences[index - 1] })));
}

function isYear(value: number, unit: string): boolean {
  return unit === '' && value >= 1950 && value <= 2100;
}

/** "It was not 40%, more like 15%", "15%, not 40%" */
function deniesNumber(sentence: string, amount: Amount): boolean {
  const amounts = amountsIn(sentence);
  const own = amounts.find((one) => one.value === amount.value && one.unit === amount.unit);
  const other = amounts.some((one) => one.unit === amount.unit && !isNear(one.value, amount.value));
  if (!own || !other || OTHER_THING.test(sentence)) return false;
  return /(?:\b(?:not|wasn't|isn't|weren't|never)(?: (?:really|actually|quite|exactly))?\s*)$/iu.test(sentence.slice(0, own.start).replace(/[’‘]/gu, "'"));
}

interface Correction {
  amount: Amount;
  claim: string;
  open: Amount[];
  before: string | undefined;
}

function corrects(sentence: string, { amount, claim, before }: Correction): boolean {
  if (sentence.endsWith('?') || OTHER_THING.test(sentence)) return false;
  const amounts = amountsIn(sentence);
  const [other] = amounts;
  if (!other || amounts.length !== 1 || isNear(other.value, amount.value) || !isSameKind(amount, other)) return false;
  const head = sentence.slice(0, other.start).replace(/[’‘]/gu, "'").trimEnd();
  const tail = withoutCounted(sentence.slice(other.end), claim.slice(amount.end));
  if (!/^\s*(?:[.!,;:]|$|(?:in the end|overall|in total|in reality|at most|at best|or so|really|actually)\b)/iu.test(tail)) return false;
  return correctsByPronoun(head, before, claim) || saysTheSame(head, claim, amount);
}

/** Percent and percent, weeks and weeks; numbers without a unit count the same things. */
function isSameKind(one: Amount, other: Amount): boolean {
  return one.unit === other.unit && (one.unit !== '' || (one.noun !== '' && one.noun === other.noun));
}

/** "5,000 monthly users." after "60,000 monthly users": what is counted narrows nothing. */
function withoutCounted(tail: string, counted: string): string {
  const words = (counted.match(/\p{L}+/gu) ?? []).slice(0, 3).map((word) => stemOf(word.toLowerCase()));
  const next = /^\s+(\p{L}+)/u.exec(tail);
  return next && words.includes(stemOf(next[1]?.toLowerCase() ?? '')) ? withoutCounted(tail.slice(next[0].length), counted) : tail;
}

const ROUGHLY = String.raw`(?:\s(?:about|around|roughly|approximately|maybe|perhaps|probably|some|something like|like|by|at|${CORRECTING}))*`;
const SUBJECT = String.raw`(?:it|that|the (?:real |actual |true |exact )?(?:number|figure|percentage|improvement|reduction|saving|increase|gain|drop|result|effect))`;
const PRONOUN = new RegExp(`${LEAD}${SUBJECT}(?: really| actually)?(?:'s| was| is| were| came to| ended up(?: being)?(?: at)?| turned out(?: to be)?)${ROUGHLY}$`, 'iu');
const MARKED = new RegExp(String.raw`\b${CORRECTING}\b`, 'iu');

/**
 * "It was about 15%." speaks of the claim when it opens the answer, when it
 * corrects ("actually", "more like"), or right after a sentence on the claim.
 */
function correctsByPronoun(head: string, before: string | undefined, claim: string): boolean {
  if (!PRONOUN.test(head)) return false;
  return before === undefined || MARKED.test(head) || shared(before, claim).length >= 2;
}

/** The claim's own verb and object again, with another number right behind them: "We cut the bill by 15%." */
function saysTheSame(head: string, claim: string, { start }: Amount): boolean {
  const object = contentStems(claim.slice(0, start)).slice(-3);
  const said = contentStems(head).slice(-4);
  const verb = contentStems(claim)[0];
  const repeated = object.filter((stem) => said.includes(stem));
  return verb !== undefined && said.includes(verb) && repeated.filter((stem) => stem !== verb).length > 0 && said.every((stem) => contentStems(claim).includes(stem));
}

function shared(one: string, other: string): string[] {
  const stems = contentStems(other);
  return contentStems(one).filter((stem) => stems.includes(stem));
}

const SMALL = new Set('the and for with our their this that was were has have had from into about over under by of in on at to it its my we us you they them an is are be been also only just really actually honestly around roughly maybe like more closer some than then'.split(' '));

function contentStems(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => !SMALL.has(word)).map((word) => stemOf(word));
}
