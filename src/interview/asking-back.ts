import { readText } from '../grading/words.ts';
import type { AskedQuestion, InterviewState } from '../schemas/interview.ts';

/** What somebody asks for who has not answered yet: other words for the question, or what is given in the case. */
export type AskedBack = 'meaning' | 'requirements';

/** Longer than this, there is something in it that can be graded: in a statement that nothing was understood, and in questions. */
const MOST_WORDS = { statement: 14, questions: 25 };
const MOST_SENTENCES = 2;

const ASKS = [
  /^what (?:exactly )?(?:do|did) you mean\b/u,
  /^what (?:does|is) (?:that|this|it|the question)(?: \w+)? (?:mean|supposed to mean|about)\b/u,
  /^what (?:exactly )?(?:are you|is it you are|you are) (?:asking|after|looking for)\b/u,
  /^how do you mean\b/u,
  /^(?:(?:can|could|would) you (?:please )?|please )(?:repeat|rephrase|reword|clarify|explain|elaborate on|say|ask|put)\b(?=.*\b(?:that|this|it|the question|your question|question|again|differently|other words)\b|\W*$)/u,
  /^i(?:'m| am) (?:not sure (?:i|what you)|not following|confused by (?:the|your|this) question|lost by (?:the|your) question)\b.*(?:understand|mean|ask|question|following)/u,
  /^i (?:do not|don't|did not|didn't|can't|cannot) (?:quite |really |fully |even )?(?:understand|get|follow|catch|hear) (?:the|your|this|that|what (?:the|you)|you\b)/u,
  /^i (?:do not|don't) know what you (?:mean|are asking|want to hear)\b/u,
  /^(?:the|your|this) question (?:is|was) (?:not (?:quite |really |very )?clear|unclear|confusing|ambiguous)\b/u,
  /^(?:come again|say (?:that |it )?again|once more|pardon(?: me)?|excuse me|sorry|what)\?*$/u,
];
/** What people say before they ask. */
const OPENING = /^(?:(?:sorry|pardon(?: me)?|excuse me|hm+|uh+m?|um+|er+m?|well|wait|oh|ok(?:ay)?|hey|but|and|so|just to be (?:sure|clear)|before i (?:answer|start|begin)|(?:a |one )?(?:good|interesting|quick|short) question)[\s,.:!…-]+)+(?=\S)/u;

/** Asks for something that is open, and says nothing of it itself. */
const OPEN = /^(?:(?:in|for|on|at|of|with|from|to|by|about) )?(?:what|which|how|who|whom|whose|where|when|why)\b(?! (?:about|if|not)\b)/u;
/** Speaks to the interviewer about the question. */
const TO_ASKER = /^(?:do|did|are|were|can|could|would|will|have) you\b|^(?:you mean|shall i|is (?:that|this|it) (?:a|the|your) question)\b/u;
/** Can be answered by yes or no, and may hold a guess. */
const YES_OR_NO = /^(?:is|are|was|were|do|does|did|has|have|can|could|may|should|will|would) \p{L}/u;
/** A guess at the answer, put as a question. */
const GUESS =
  /\b\p{L}+n't\b|\bnot\b(?<!or not)|\b(?:because|due to|maybe|perhaps|probably|i (?:think|guess|believe|suppose|would)|i'd)\b|^(?:could|can|may|might|would|will) (?:it|that|this) be\b|,? (?:right|correct|no|yes|ok(?:ay)?)\?+$|, (?:or|is it|does it|do they|are they)\?+$/u;

const OF_MEANING = /\b(?:mean|meant|ask|asked|asking|want|wanted|looking for|after|hear|example|examples|question|rephrase|clarify|explain|repeat|answer|detail|interested in|define|which (?:one|part|of)|first\b.*\bsecond)\b/u;
const OF_REQUIREMENTS =
  /^(?:(?:in|for|on|at|of|with|from|to|by|about) )?(?:how (?:much|many|often|big|large|long|fast|busy|old|critical|important)|which|who|whose|where|what (?:kind|sort|type|version|size|scale|load|traffic|volume|amount|number|database|language|framework|platform|system|stack|hardware|budget|team)|do|does|did|are (?!you)|is|was|were|has|have|can i|can we|may i|should|could i|could we|will)\b/u;

/**
 * What a reply asks back instead of answering; null for an answer.
 *
 * Only a reply that does nothing else counts: one that says that the question
 * was not understood, or one or two questions that state nothing. A guess at
 * the answer, put as a question, is an answer: a negative or a tag question, a
 * piece of a sentence ("An index?"), or a yes-or-no question with words that
 * the rubric has and the question has not.
 */
export function readAskingBack(reply: string, question: Pick<AskedQuestion, 'text' | 'type' | 'rubric'>): AskedBack | null {
  const text = reply.toLowerCase().replace(/[’`]/gu, "'").replace(/\s+/gu, ' ').trim();
  const words = text.split(' ').length;
  if (words <= MOST_WORDS.statement && [text, text.replace(OPENING, '')].some((said) => ASKS.some((pattern) => pattern.test(said)))) return 'meaning';
  // Where questions are asked for, they are the answer.
  if (words > MOST_WORDS.questions || /\bquestions\b|\byou ask\b/iu.test(question.text)) return null;

  const sentences = text.replace(OPENING, '').split(/(?<=[.!?…])\s+/u).map((sentence) => sentence.replace(OPENING, ''));
  if (sentences.length > MOST_SENTENCES || !sentences.every((sentence) => isQuestionBack(sentence, question))) return null;
  const isTold = question.type !== 'technical' && question.type !== 'situational';
  return isTold || !sentences.some((sentence) => OF_REQUIREMENTS.test(sentence) && !OF_MEANING.test(sentence)) ? 'meaning' : 'requirements';
}

function isQuestionBack(sentence: string, question: Pick<AskedQuestion, 'text' | 'rubric'>): boolean {
  if (!/\p{L}.*\?+$/u.test(sentence) || GUESS.test(sentence)) return false;
  return OPEN.test(sentence) || TO_ASKER.test(sentence) || (YES_OR_NO.test(sentence) && !saysOfRubric(sentence, question));
}

/** A word that tells little, as "several", states nothing by itself. */
const STATES = 1;

/** Uses words that stand in the rubric and not in the question, and that tell something. */
function saysOfRubric(sentence: string, { text, rubric }: Pick<AskedQuestion, 'text' | 'rubric'>): boolean {
  const given = meaningsOf(text);
  const wanted = meaningsOf([rubric.reference ?? '', ...rubric.keyPoints.flatMap((point) => [point.text, ...point.also])].join('. '));
  const said = readText(sentence).content.filter(({ stem, concepts }) => [stem, ...concepts].some((one) => wanted.has(one)) && ![stem, ...concepts].some((one) => given.has(one)));
  return said.reduce((sum, { cost }) => sum + cost, 0) >= STATES;
}

function meaningsOf(text: string): Set<string | number> {
  return new Set(readText(text).content.flatMap(({ stem, concepts }) => [stem, ...concepts]));
}

/** A question is put in other words once, and the same question back is heard once; after that, what is typed is an answer. */
export function wasHeardOut({ messages }: InterviewState, { id }: AskedQuestion, reply: string, words: string): boolean {
  const exchanged = messages.filter(({ questionId, answerId }) => questionId === id && answerId === null);
  return exchanged.some(({ role, content }) => (role === 'candidate' ? content.trim() === reply.trim() : content === words));
}
