import type { Flag } from '../schemas/evaluation.ts';
import { contentBySentence, isSaidBefore, stemsOnce } from './coverage.ts';
import { fluencyOf } from './fluency.ts';
import { onCurve } from './model.ts';
import { stemOf } from './stems.ts';
import { talkOnce } from './talk.ts';
import { isCommonStem } from './word-costs.ts';
import { cutWords, isNamesSideBySide, isNamingWords, isStringingWords, isWithoutGrammar } from './word-lists.ts';
import { isReferenceTakenApart } from './word-order.ts';
import type { Text, Word } from './words.ts';

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
  /** How many sentences say something to the rubric. */
  telling: number;
  /** Which they are. */
  serving: ReadonlySet<number>;
  /** The words that a grade rests on: padding cannot hide what they are. */
  told: readonly Word[];
  /** Share of the rubric's matter that is touched anywhere, words of the question included; 1 where a sentence tells. */
  touched: number;
  /** Share of the sentences to the point that turn a statement of the rubric round. */
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

/** Caps that several rules share: nothing, and what lies safely below band 2. */
const NONE = 0;
const LITTLE = 0.3;

/** The published floor: every rule that holds is told, and the lowest cap counts. */
const FLOOR_RULES: readonly FloorRule[] = [
  { flag: 'empty', cap: NONE, holds: isEmpty },
  { flag: 'dont_know', cap: NONE, holds: saysDontKnow },
  { flag: 'instruction', cap: 1, holds: ({ instructed }) => instructed },
  { flag: 'echo', cap: 0.02, holds: isEcho },
  { flag: 'too_short', cap: 0.05, holds: isTooShort },
  { flag: 'off_topic', cap: 0.1, holds: isOffTopic },
  { flag: 'keywords_only', cap: LITTLE, holds: isKeywordsOnly },
  { flag: 'shuffled', cap: 0.25, holds: isShuffled },
  { flag: 'negated', cap: LITTLE, holds: isNegated },
  // Told, not punished: neither adds anything to the score.
  { flag: 'repetition', cap: 1, holds: ({ answer }) => repeatsItself(answer) },
  { flag: 'padding', cap: 1, holds: ({ answer }) => isPadded(answer) },
];

/** The rules that hold, in the order above. Of an answer without a word only two can. */
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
  'know remember recall idea clue sure familiar certain learn study cover hear understand answer google guess mind bell knowledge experience read encounter explain look sorry afraid honest forget'.split(' ').map(stemOf),
);
const GIVING_UP = /^\W*(?:idk|dunno|pass|skip|n\/?a|not answered|no answer|no comment|unknown|\?+|-+)\b/i;
/** What else is said when somebody gives up. */
const GIVING_UP_TALK = new Set(
  'question topic subject next move moment now work come try ask thing bring one concept term word test exam stump clueless unsur rusti blank head tell say far bad much time day sorry pass skip idk dunno ring complet honest use beyond outsid got interview year'.split(' ').map(stemOf),
);

/** A short answer that denies knowledge and tells nothing else. */
function saysDontKnow({ answer, question, evidence, telling }: FloorCase): boolean {
  if (answer.words.length > 35 || telling > 0 || evidence > 0.25) return false;
  const asked = stemsOnce(question);
  const isTalk = (stem: string): boolean => KNOWING.has(stem) || GIVING_UP_TALK.has(stem);
  const rest = answer.content.filter(({ stem }) => !asked.has(stem) && !isTalk(stem));
  if (GIVING_UP.test(answer.source)) return rest.length <= 1;
  const knows = answer.words.some(({ stem }) => KNOWING.has(stem) && !asked.has(stem));
  const source = answer.source.replace(/[’`]/g, "'");
  return knows && (DENIAL.test(source) || /n't\b/i.test(source)) && rest.length <= 1;
}

/** Gives the question back and adds nothing. */
function isEcho({ answer, question, reference, evidence, serving }: FloorCase): boolean {
  if (answer.content.length === 0 || evidence > 0.5) return false;
  const asked = stemsOnce(question);
  const content = withoutAsides(answer, asked, serving);
  const added = content.filter(({ stem }) => !asked.has(stem));
  const said = new Set(content.map(({ stem }) => stem));
  const repeated = [...asked].filter((stem) => said.has(stem)).length / Math.max(1, asked.size);
  // Where the reference uses the words of the question, so may the answer.
  const needed = reference?.content.every(({ stem }) => asked.has(stem)) ? 0.9 : 0.6;
  const own = added.length / Math.max(1, content.length);
  const isLoose = asked.size >= LONG_QUESTION && evidence <= LITTLE;
  return repeated >= needed && own <= (isLoose ? OWN_WORDS.loose : OWN_WORDS.strict);
}

/** The matter of the sentences that serve or give back two words of the question, or its only one: what stands beside an echo does not make it an answer. */
function withoutAsides({ content, sentences }: Text, asked: ReadonlySet<string>, serving: ReadonlySet<number>): Word[] {
  const repeats = sentences.map(() => 0);
  for (const { sentence, stem } of content) if (asked.has(stem)) repeats[sentence] = (repeats[sentence] ?? 0) + 1;
  const enough = Math.min(2, asked.size);
  return content.filter(({ sentence }) => serving.has(sentence) || (repeats[sentence] ?? 0) >= enough);
}

/** The share of words that an echo may add: more where the question is long and little speaks for the answer. */
const OWN_WORDS = { strict: 0.15, loose: 0.25 } as const;
const LONG_QUESTION = 8;

/** A word or two of small talk: "fine", "yes", "it depends". A technical word is an answer, if a wrong one. */
function isTooShort({ answer, telling, touched }: FloorCase): boolean {
  return answer.words.length <= 2 && telling === 0 && touched === 0 && answer.words.every(({ text, stem }) => /^[a-z']+$/.test(text) && isCommonStem(stem));
}

/** Whole sentences, and no word of them has to do with the rubric or the question. */
function isOffTopic({ answer, question, telling, touched }: FloorCase): boolean {
  if (answer.words.length < 18 || telling > 0 || touched > 0.02) return false;
  const asked = new Set(question.content.flatMap(({ stem, text }) => [stem, text.slice(0, FAMILY)]));
  // A word of the family of one that was asked is to the point: `double` for "doubly".
  return !answer.content.some(({ stem, text }) => asked.has(stem) || asked.has(text.slice(0, FAMILY)));
}

/** Words of one family begin with as many letters in common. */
const FAMILY = 5;

/** The right words in a row, without a statement among them, where the reference has sentences. */
function isKeywordsOnly(answer: FloorCase): boolean {
  const { reference, told, question, answer: { source, words } } = answer;
  if (isBareReference(answer)) return true;
  if (reference === null) return false;
  const isList = isAskedForList(question.source);
  const least = isList ? LEAST_LISTED : LEAST_NAMED;
  const cut = cutWords(told, source);
  if (isNamingWords(reference, cut, least) || isStringingWords(reference, told)) return true;
  const all = told.length === words.length ? [cut] : [cut, cutWords(words, source)];
  return all.some((list) => isNamesSideBySide(reference, list, least) || (!isList && isWithoutGrammar(reference, list.words)));
}

/** Fewer words named one by one are a short answer; of who is asked for a list they may be a long one. */
const LEAST_NAMED = 5;
const LEAST_LISTED = 10;

/** Who is asked for a list may give one; who is asked what to do with it, too, has more to say. */
function isAskedForList(question: string): boolean {
  return ASKS_FOR_LIST.test(question) && !ASKS_FOR_MORE.test(question);
}

/**
 * Nearly all words of matter of the reference, and not one of its words of grammar. Of a short
 * reference they must stand apart: "variable holding an address" needs no article.
 */
function isBareReference({ told, reference }: FloorCase): boolean {
  if (!reference || reference.words.length < 6 || told.some(isGrammar) || grammarShare(reference.words) < 0.25) return false;
  const said = new Set(told.map(({ stem }) => stem));
  const wanted = new Set(reference.content.map(({ stem }) => stem));
  if (wanted.size < 6 && told.some((word, at) => word.start === (told[at - 1]?.end ?? -2) + 1)) return false;
  return wanted.size >= 3 && [...wanted].filter((stem) => said.has(stem)).length >= 0.75 * wanted.size;
}

const ASKS_FOR_MORE = /\band (?:how|why|when|where|what|explain|describe|compare)\b/i;
const ASKS_FOR_LIST = /(?:^|[.?!:,;]\s*|\bplease |\band )(?:name|list|state|give|enumerate|mention)\b|\b(?:what are|which \w+s\b|examples?|types?|kinds?|classes|categories|similarities|differences|structure|components|phases)\b/i;

/**
 * Words in an order in which nobody speaks: how grammar joins them and how far
 * they keep the order of the reference, read together. The fewer the pairs, the
 * lower the limit, so that one honest answer in a thousand lies below it at
 * most; notes, which have little grammar, are mostly left alone.
 */
function isShuffled({ told, order, reference, answer }: FloorCase): boolean {
  if (reference && (isReferenceTakenApart(reference, told) || (told.length < answer.words.length && isReferenceTakenApart(reference, answer.words)))) return true;
  const fluency = fluencyOf(told);
  return fluency !== undefined && fluency.mean + 0.3 * (order - 0.5) < onCurve(SHUFFLED_LIMITS, fluency.pairs);
}

/** The limit by the number of pairs, as the corners of a curve. */
const SHUFFLED_LIMITS = [[5, -0.7], [9, -0.45], [13, -0.38], [19, -0.28], [27, -0.2], [41, -0.15], [71, -0.1]] as const;

/** Says the opposite of what it repeats. */
function isNegated({ contradicted }: FloorCase): boolean {
  return contradicted >= 0.35;
}

/** Says a whole sentence twice. */
function repeatsItself(answer: Text): boolean {
  const stems = contentBySentence(answer);
  return stems.some(({ length }, sentence) => length >= LEAST_REPEATED && isSaidBefore(stems, sentence));
}

/** Shorter sentences come twice by chance. */
const LEAST_REPEATED = 8;

/** Three sentences or more, and two in five, are talk about the talk. */
function isPadded(answer: Text): boolean {
  const talk = talkOnce(answer).size;
  return talk >= 3 && talk >= 0.4 * answer.sentences.length;
}

function grammarShare(words: readonly Word[]): number {
  return words.filter(isGrammar).length / Math.max(1, words.length);
}

const isGrammar = ({ form, keyword }: Word): boolean => form.grammar && !keyword;
