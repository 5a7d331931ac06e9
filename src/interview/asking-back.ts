import type { AskedQuestion, InterviewState } from '../schemas/interview.ts';

/** Longer than this, there is something in it that can be graded. */
const MOST_WORDS = 14;

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
const OPENING = /^(?:(?:sorry|pardon(?: me)?|excuse me|hm+|uh+m?|um+|er+m?|well|wait|oh|ok(?:ay)?|hey|but|and|so)[\s,.!…-]+)+(?=\S)/u;

/**
 * Somebody who asks what is meant has not answered yet. Only a reply that does
 * nothing else counts: where there is more in it, it is an answer.
 */
export function asksBack(reply: string): boolean {
  const text = reply.toLowerCase().replace(/[’`]/gu, "'").replace(/\s+/gu, ' ').trim();
  if (text.split(' ').length > MOST_WORDS) return false;
  return [text, text.replace(OPENING, '')].some((words) => ASKS.some((pattern) => pattern.test(words)));
}

/** A question is put in other words once; after that, what is typed is an answer. */
export function wasPutOtherwise({ messages }: InterviewState, { id }: AskedQuestion): boolean {
  return messages.some(({ role, questionId, answerId }) => role === 'candidate' && questionId === id && answerId === null);
}
