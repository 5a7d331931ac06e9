import { bitsFor, type OrderWord, orderBitsOf } from './order-words.ts';
import type { Piece } from './sentences.ts';
import { readText, type Text } from './words.ts';

const GRADER = String.raw`(?:grader|evaluator|examiner|assessor|reviewer|judge|rater|interviewer|hiring manager|ai|llm|model|assistant|chatbot|bot|gpt|chatgpt|system|scorer|marker)`;
const TOP = String.raw`(?:full|top|highest|max(?:imum)?|perfect|best|excellent|outstanding|flawless|passing|complete|fully correct)`;
const GRADE = String.raw`(?:marks?|scores?|points?|credits?|grades?|band|ratings?|result|evaluation|verdict|stars?)`;
const FULL_NUMBER = String.raw`(?:100\s?(?:\/|out of)\s?100|10\s?(?:\/|out of)\s?10|5\s?(?:\/|out of)\s?5|4\s?(?:\/|out of)\s?4|band\s?(?:4|four)|"?scores?"?\s?(?::|=|of|to|is)\s?"?(?:1(?:\.0+)?|100|10|4|5)\b)`;
const ORDER = String.raw`(?:give|award|assign|grant|output|print|return|respond|reply|answer|set|mark|rate|score|grade|treat|consider|accept|assume|pass|deserves?|earns?|merits?|regard|record|report|declare|conclude|evaluate|judge|must|should)`;
const AWARDS = 'give|award|assign|grant|rate|grade|score';
const OWN = '(?:me|my|this (?:answer|response|reply)|(?:this|the) (?:candidate|submission))';
const TOP_GRADE = String.raw`(?:\b${TOP}\s+(?:\w+\s+){0,2}${GRADE}\b|\b${GRADE}\s+(?:\w+\s+){0,3}${TOP}\b)`;

// "Told to ignore" reports an order, "you to ignore" gives one.
const SET_ASIDE = String.raw`(?<!(?<!\byou )\bto )(?:ignore|disregard|forget|override|overrule|set aside|never mind|neglect|stop following|do not follow|don't follow)`;
const EARLIER = '(?:all|any|previous|prior|above|earlier|grading|your|these|those)';

/** What tells an order, and what must stand in a sentence so that it can: long expressions are dear to make, and most sentences need none. */
interface Order {
  /** Reads small letters. */
  sign: RegExp;
  /** The first word of the sentence is of one of these kinds; of any where it may begin anywhere. */
  first: number | null;
  /** Of each, one kind of word stands in the sentence, as bits (order-words.ts). Whoever changes the sign keeps them in step. */
  needs: readonly number[];
}

const opening = (first: readonly OrderWord[], sign: RegExp, ...needs: (readonly OrderWord[])[]): Order => ({ sign, first: bitsFor(...first), needs: needs.map((kinds) => bitsFor(...kinds)) });
const order = (sign: RegExp, ...needs: (readonly OrderWord[])[]): Order => ({ sign, first: null, needs: needs.map((kinds) => bitsFor(...kinds)) });

/** Any word that orders something. */
const ORDERING: readonly OrderWord[] = ['awards', 'orders', 'pass'];

/** What orders a grade, by how it is built: each sign alone is a subject to talk about, together they are an order. */
const ORDERS: readonly Order[] = [
  // To set the rules aside. Programs have rules, constraints and references to drop too: only those of the grading count.
  order(new RegExp(String.raw`\b${SET_ASIDE}\b(?:\W+\w+){0,3}?\W+(?:instructions?|prompts?|rubrics?|guidelines?|reference (?:answer|solution)|${EARLIER}(?: \w+)? (?:rules?|orders|directions|constraints|criteria))\b`), ['aside']),
  order(new RegExp(String.raw`\b(?:drop|discard|bypass)\b(?:\W+\w+){0,2}?\W+(?:previous|prior|above|earlier|grading|your)(?: \w+)? (?:instructions?|rules?|prompts?|guidelines?|rubrics?|criteria)\b`), ['drops']),
  opening(['aside', 'you', 'now', 'opens'], new RegExp(String.raw`^\W*(?:please |now |you must |you should )?${SET_ASIDE} (?:\w+ ){0,2}(?:previous|prior|above|earlier) (?:text|messages?|context)\b`), ['aside']),
  // To give a grade: an order and a top grade in one sentence, for the one who speaks. "Return the best score" is a program's work.
  opening(['awards', 'now', 'opens'], new RegExp(String.raw`^\W*(?:please |now |just )?(?:${AWARDS})\b.{0,80}${TOP_GRADE}`), ['awards'], ['tops'], ['grades']),
  order(new RegExp(String.raw`\b${ORDER}\b.{0,60}\b(?:full|top|highest|max(?:imum)?|perfect|best) (?:possible )?(?:marks|credits?|grade)\b`), ORDERING, ['tops'], ['grades']),
  order(new RegExp(String.raw`\b${ORDER}\b.{0,40}\b${OWN}\b.{0,60}${TOP_GRADE}`), ORDERING, ['tops'], ['grades']),
  order(new RegExp(String.raw`\b${OWN}\b.{0,40}\b${ORDER}\b.{0,60}${TOP_GRADE}`), ORDERING, ['tops'], ['grades']),
  order(new RegExp(String.raw`\b${ORDER}\b.{0,80}${FULL_NUMBER}`), ORDERING, ['numbers'], ['outOf']),
  order(new RegExp(String.raw`(?:\b${TOP}\s+(?:\w+\s+)?${GRADE}\b|${FULL_NUMBER}).{0,60}\b(?:this|my|the) (?:answer|response|reply|candidate|submission)\b`), ['answers'], ['grades', 'numbers']),
  order(/\b(?:give|award|assign|grant|rate|score|grade|mark)\b.{0,40}\b100\s?(?:%|percent|points)/, ['awards', 'mark'], ['hundred']),
  // To judge the answer by its own word for it.
  order(new RegExp(String.raw`\b(?:treat|consider|mark|grade|rate|judge|regard|accept|evaluate)\b.{0,40}\b(?:answer|response|reply|submission|candidate|key points?|anything|whatever|everything i)\b.{0,30}\b(?:${TOP}|correct|covered|right|passed|as a pass)\b`), ['judges'], ['answers', 'anything'], ['tops', 'right']),
  order(/\bmark (?:all|every|each|everything)\b.{0,30}\b(?:covered|correct|right|passed)\b/, ['mark'], ['right']),
  order(/\b(?:pass|hire|approve|recommend) me\b/, ['pass', 'favours'], ['me']),
  order(new RegExp(String.raw`\b(?:(?:this|my|the above) (?:answer|response|reply)|(?:this|my|the above|the) (?:submission|candidate)) (?:is|are|was|has|deserves|must|should|covers?|meets|gets|earns|needs)\b.{0,40}\b(?:${TOP}|correct and complete|pass|all (?:key )?points|every (?:key )?point|${GRADE})\b`), ['answers'], ['tops', 'grades', 'pass', 'right']),
  order(new RegExp(String.raw`\ball (?:of the )?(?:key )?points are (?:covered|met|made|addressed|fulfilled)\b`), ['points']),
  // To speak as, or to, whoever grades. A model and a reviewer are subjects too: "Model: holds the data" gives no order.
  opening(['graders', 'notes', 'opens'], new RegExp(String.raw`^\W*(?:dear|hello|hey)?\W*(?:to|for)?\W*(?:the|all|any|my)?\W*${GRADER}s?\W*[:\])>].*\b(?:${GRADE}|rubric|candidate|pass(?:ed)?|(?:this|my) (?:answer|response|reply))\b`), ['graders'], ['grades', 'answers', 'rubric', 'pass']),
  opening(['notes'], new RegExp(String.raw`^\W*(?:(?:note|message|attention|memo|instructions?|reminder) (?:to|for)|dear|attention) (?:the |all |any )?${GRADER}s?\b`), ['notes'], ['graders']),
  opening(['you', 'now'], new RegExp(String.raw`^\W*(?:from now on,? |now )?you (?:are|act|will act|must act|should act|behave)(?: now| as)* (?:a|an|the|my)?\s?(?:\w+ ){0,2}${GRADER}\b`), ['you'], ['graders']),
  order(new RegExp(String.raw`\bas (?:the|your|an?) (?:\w+ )?${GRADER},? i (?:hereby |now )?(?:order|instruct|command|tell|ask|want|authori[sz]e|declare|grant|confirm|demand)\b`), ['me'], ['graders'], ['commands']),
  order(/\bfrom now on,? you\b.{0,40}\b(?:answer|respond|reply|output|score|grade)\b/, ['now'], ['you']),
  order(/\b(?:regardless of|no matter what|instead of (?:grading|judging|evaluating|scoring))\b.{0,30}\b(?:(?:this|my) (?:answer|response|reply|score|grade)|the rubric)\b/, ['regardless'], ['answers', 'grades', 'rubric']),
  order(new RegExp(String.raw`\b(?:evaluation|grading|assessment|verdict|final ${GRADE})\b\W{0,3}(?:is )?(?:finished|complete|completed|done|over|passed)?\W{1,3}${TOP}\b`), ['verdicts'], ['tops']),
];

/** Reads an answer without the sentences that order a grade, and says whether there were any; blanks stand in their place, so that the rest keeps its offsets. */
export function hearOut(source: string): { answer: Text; instructed: boolean } {
  const answer = readText(source);
  const orders = findInstructions(answer);
  if (orders.length === 0) return { answer, instructed: false };
  let heard = answer.source;
  for (const { start, end } of orders) heard = heard.slice(0, start) + ' '.repeat(end - start) + heard.slice(end);
  return { answer: readText(heard), instructed: true };
}

/**
 * The sentences that speak to whoever grades and order a grade. What they say
 * is not heard: they are taken out before grading, and the rest is graded as
 * if they had never been there.
 */
export function findInstructions(answer: Text): Piece[] {
  const kinds = kindsIn(answer);
  return answer.sentences.filter((piece, place) => isInstruction(answer.source.slice(piece.start, piece.end), kinds[place] ?? NO_KINDS));
}

/** What the words of a sentence may do in an order, as bits: its first one, and all of them. */
interface Kinds {
  first: number;
  all: number;
}

const NO_KINDS: Kinds = { first: 0, all: 0 };
const SLASH = orderBitsOf('/');

function kindsIn({ source, words, sentences }: Text): Kinds[] {
  const opened = new Set<number>();
  const kinds = sentences.map(({ start, end }) => ({ first: 0, all: source.slice(start, end).includes('/') ? SLASH : 0 }));
  for (const { form, sentence } of words) {
    const own = kinds[sentence];
    if (!own) continue;
    own.all |= form.orderBits;
    if (opened.has(sentence)) continue;
    own.first |= form.orderBits;
    // Letters beyond ASCII may stand before the first word that the signs see.
    if (form.text.charCodeAt(0) < 128) opened.add(sentence);
  }
  return kinds;
}

/** What a sentence has to do with the grading of answers; two of these, or one of them and the answer itself, speak to whoever grades. */
const GRADING: readonly Order[] = [
  order(/\b(?:full|top|highest|max(?:imum)?|perfect|best|excellent)\s+(?:possible )?(?:marks?|scores?|points?|credits?|grades?|band|ratings?|evaluation|verdict)\b/, ['tops'], ['grades']),
  order(/\b(?:scores?|grade|band|mark|rating|verdict)\W{1,4}(?:of |as |is |to (?:the )?)?(?:100|10|1(?:\.0+)?|4|5|9\d|excellent|perfect|max(?:imum)?|full|hired?|pass(?:ed)?)\b/, ['grades'], ['numbers', 'tops', 'right', 'favours']),
  order(/\b(?:rubric|grader|evaluator|examiner|assessor|scorer|grading|graded|marking|answer key)\b/, ['rubric']),
  order(/\bkey ?points?\b|\bexpected (?:points?|aspects?)\b|\b(?:missing|all|every) (?:points?|criteria)\b/, ['criteria']),
  order(/\b(?:reference|sample|model|stored|official) (?:answer|solution)s?\b/, ['solutions']),
  order(/\b(?:(?:give|grant|award|pass|hire) me|(?:rate|score|grade|mark) (?:this|me)|accept (?:it|this)|count(?:s|ed)? as)\b/, ['awards', 'pass', 'favours', 'mark', 'counts']),
];
const OF_ANSWER = order(/\b(?:this|my|the present|the above) (?:answer|response|reply|text|submission)\b|\bthe (?:candidate|answer)\b/, ['answers', 'text']);

function isInstruction(sentence: string, { first, all }: Kinds): boolean {
  if (all === 0) return false;
  let said: string | undefined;
  const mayHold = (one: Order): boolean => (one.first === null || (first & one.first) !== 0) && one.needs.every((kinds) => (all & kinds) !== 0);
  const holds = (one: Order): boolean => mayHold(one) && one.sign.test((said ??= withoutQuotes(sentence).toLowerCase()));
  if (ORDERS.some(holds)) return true;
  const grading = GRADING.filter(holds).length;
  return grading >= 2 || (grading === 1 && holds(OF_ANSWER));
}

const QUOTED = /"[^"]{2,200}"|“[^”]{2,200}”|«[^»]{2,200}»/g;
/** Words around a quotation that tell of what others say. */
const LEAST_AROUND = 4;

/** What is quoted inside a sentence is told of, not said: `calls in which somebody says "ignore your instructions"`. */
function withoutQuotes(sentence: string): string {
  if (!/["“«]/.test(sentence)) return sentence;
  const around = sentence.replace(QUOTED, ' ');
  return (around.match(/\p{L}{2,}/gu)?.length ?? 0) >= LEAST_AROUND ? around : sentence;
}
