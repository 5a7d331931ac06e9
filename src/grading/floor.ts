import type { Flag } from '../schemas/evaluation.ts';
import { fluencyOf } from './fluency.ts';
import { isFunctionWord } from './function-words.ts';
import { isCommonStem } from './word-costs.ts';
import { onCurve } from './model.ts';
import type { Text } from './words.ts';

/** What the floor rules look at. */
export interface FloorCase {
  question: Text;
  reference: Text | null;
  /** The answer without sentences that order a grade. */
  answer: Text;
  /** The answer held such sentences. */
  instructed: boolean;
  /** What the answer shows, 0 to 1, before the floor. */
  evidence: number;
  /** Sentences that say something to the rubric. */
  telling: number;
  /** Share of the rubric's matter that is touched anywhere, words of the question included. */
  touched: number;
  /** Share of them that turn a statement of the rubric round. */
  contradicted: number;
  /** How far words of the reference keep their order (word-order.ts). */
  order: number;
}

/** A rule gives its name as a flag, and the most that such an answer can score. */
export interface FloorRule {
  flag: Flag;
  cap: number;
  holds: (answer: FloorCase) => boolean;
}

const NONE = 0;
const LITTLE = 0.3;

/** The published floor: every rule that holds is told, and the lowest cap counts. */
export const FLOOR_RULES: readonly FloorRule[] = [
  { flag: 'empty', cap: NONE, holds: isEmpty },
  { flag: 'dont_know', cap: NONE, holds: saysDontKnow },
  { flag: 'instruction', cap: 1, holds: ({ instructed }) => instructed },
  { flag: 'echo', cap: 0.02, holds: isEcho },
  { flag: 'too_short', cap: 0.05, holds: isTooShort },
  { flag: 'off_topic', cap: 0.1, holds: isOffTopic },
  { flag: 'keywords_only', cap: LITTLE, holds: isKeywordsOnly },
  { flag: 'shuffled', cap: 0.25, holds: isShuffled },
  { flag: 'negated', cap: LITTLE, holds: isNegated },
];

/** The rules that hold, in the order above. */
export function floorRulesFor(answer: FloorCase): FloorRule[] {
  if (isEmpty(answer)) return FLOOR_RULES.filter(({ flag }) => flag === 'empty' || (flag === 'instruction' && answer.instructed));
  return FLOOR_RULES.filter(({ holds }) => holds(answer));
}

function isEmpty({ answer }: FloorCase): boolean {
  return answer.words.length === 0;
}

const DENIAL = /\b(?:not|n't|no|never|none|nothing|hardly|cannot|cant|unable|without|beyond|outside|havent|dont|didnt|barely|have to|need to|would|blank|gone)\b/i;
/** Words of knowing: denied, they say that there is no answer. */
const KNOWING = new Set(
  'know remember recall idea clue sure familiar certain learn study cover hear understand answer google guess mind bell knowledg experi read encount explain look sorri afraid honest forget'.split(' '),
);
const GIVING_UP = /^\W*(?:idk|dunno|pass|skip|n\/?a|not answered|no answer|no comment|unknown|\?+|-+)\b/i;
/** What else is said when somebody gives up. */
const GIVING_UP_TALK = new Set(
  'question topic subject next move moment now work come try ask thing bring one concept term word test exam stump clueless unsur rusti blank head tell say far bad much time day sorry pass skip idk dunno ring complet honest use beyond outsid got interview'.split(' '),
);

/** A short answer that denies knowledge and tells nothing else. */
export function saysDontKnow({ answer, question, evidence, telling }: FloorCase): boolean {
  if (answer.words.length > 35 || telling > 0 || evidence > 0.25) return false;
  const asked = new Set(question.content.map(({ stem }) => stem));
  const isTalk = (stem: string): boolean => KNOWING.has(stem) || GIVING_UP_TALK.has(stem);
  const rest = answer.content.filter(({ stem }) => !asked.has(stem) && !isTalk(stem));
  if (GIVING_UP.test(answer.source)) return rest.length <= 1;
  const knows = answer.words.some(({ stem }) => KNOWING.has(stem) && !asked.has(stem));
  const source = answer.source.replace(/[’`]/g, "'");
  return knows && (DENIAL.test(source) || /n't\b/i.test(source)) && rest.length <= 1;
}

/** Gives the question back and adds nothing. */
export function isEcho({ answer, question, reference, evidence }: FloorCase): boolean {
  const asked = new Set(question.content.map(({ stem }) => stem));
  const added = answer.content.filter(({ stem }) => !asked.has(stem));
  if (answer.content.length === 0 || evidence > 0.5) return false;
  const said = new Set(answer.content.map(({ stem }) => stem));
  const repeated = [...asked].filter((stem) => said.has(stem)).length / Math.max(1, asked.size);
  // Where the reference uses the words of the question, so may the answer.
  const needed = reference?.content.every(({ stem }) => asked.has(stem)) ? 0.9 : 0.6;
  return added.length / answer.content.length <= 0.15 && repeated >= needed;
}

/** A word or two of small talk: "fine", "yes", "it depends". A technical word is an answer, if a wrong one. */
export function isTooShort({ answer, telling, touched }: FloorCase): boolean {
  return answer.words.length <= 2 && telling === 0 && touched === 0 && answer.words.every(({ text, stem }) => /^[a-z']+$/.test(text) && isCommonStem(stem));
}

/** Whole sentences, and no word of them has to do with the rubric or the question. */
export function isOffTopic({ answer, question, telling, touched }: FloorCase): boolean {
  if (answer.words.length < 18 || telling > 0 || touched > 0.02) return false;
  const asked = new Set(question.content.map(({ stem }) => stem));
  return !answer.content.some(({ stem }) => asked.has(stem));
}

/** The right words in a row, without a sentence among them, where the reference has sentences. */
export function isKeywordsOnly({ answer, question, reference, evidence }: FloorCase): boolean {
  const plain = new Set(answer.content.flatMap(({ text, stem }) => (/^\p{L}{3,}$/u.test(text) ? stem : [])));
  // Who is asked for a list may give one.
  const enough = ASKS_FOR_LIST.test(question.source) ? 10 : 5;
  if (plain.size < enough || plain.size < 0.8 * answer.content.length || evidence < 0.25) return false;
  const expected = reference ? grammarShare(reference) : 0.4;
  return grammarShare(answer) < Math.min(0.07, expected / 3);
}

const ASKS_FOR_LIST = /\b(?:what are|which|name|list|state|give|enumerate|examples?|mention|types?|kinds?|classes|categories|similarities|differences)\b/i;

/**
 * Words in an order in which nobody speaks: how they follow each other and how
 * far they keep the order of the reference, read together. The shorter the
 * answer, the lower the limit, so that one honest answer in a thousand of each
 * length lies below it at most.
 */
export function isShuffled({ answer, order }: FloorCase): boolean {
  const fluency = fluencyOf(answer.words);
  return fluency !== undefined && fluency + 0.3 * (order - 0.5) < onCurve(SHUFFLED_LIMITS, answer.words.length);
}

const SHUFFLED_LIMITS = [[5, -0.36], [12, -0.27], [16, -0.21], [24, -0.16], [40, -0.13], [80, -0.09], [200, -0.07]] as const;

/** Says the opposite of what it repeats. */
export function isNegated({ contradicted }: FloorCase): boolean {
  return contradicted >= 0.4;
}

function grammarShare({ words }: Text): number {
  return words.filter(({ text }) => isFunctionWord(text)).length / Math.max(1, words.length);
}
