import type { Evaluation } from '../schemas/evaluation.ts';
import type { AskedQuestion, InterviewState } from '../schemas/interview.ts';
import type { FollowUp } from '../schemas/question.ts';
import { findQuestion } from './state.ts';
import { isStory, partsLacking, pointsFor, type StoryPart } from './story-parts.ts';
import { threadOf, type Thread } from './threads.ts';
import { isNonAnswer } from './whole-thread.ts';

export const FOLLOW_UPS_PER_QUESTION = 2;
export const REDIRECTS_PER_QUESTION = 1;

/** How much an answer gives an interviewer to go on. */
export type Evidence = 'none' | 'partial' | 'sufficient';

export type Probe =
  | { kind: 'redirect'; main: AskedQuestion }
  /** In the words of the question's own follow-up, or for a part that its story lacks. */
  | { kind: 'follow_up'; main: AskedQuestion; keyPoint: string; ask: { text: string } | { lacking: StoryPart } };

export function evidenceOf(evaluation: Evaluation): Evidence {
  if (evaluation.status === 'ungraded') return 'sufficient';
  if (isNonAnswer(evaluation)) return 'none';
  return evaluation.band >= 3 ? 'sufficient' : 'partial';
}

/**
 * What to ask before moving on: the question once more after a non-answer, or
 * a follow-up for a point that is still open. "I don't know" is an answer of
 * its own kind: nobody is asked twice what they said they do not know. A story
 * without an own act, or without a result, is asked for it however good it is.
 */
export function nextProbe(state: InterviewState): Probe | undefined {
  const last = state.previousQuestions.at(-1);
  if (!last || last.type === 'conversation') return undefined;
  const main = last.parent ? findQuestion(state, last.parent) : last;
  if (!main) return undefined;

  const thread = threadOf(state, main);
  const latest = thread.turns.find(({ question }) => question.id === last.id);
  if (!latest?.answer || latest.answer.skipped || !latest.evaluation) return undefined;

  switch (evidenceOf(latest.evaluation)) {
    case 'sufficient':
      return latest.evaluation.status === 'graded' ? storyFollowUpFor(thread) : undefined;
    case 'none':
      return latest.evaluation.flags.includes('dont_know') ? undefined : redirectFor(thread);
    case 'partial':
      return storyFollowUpFor(thread) ?? followUpFor(thread);
  }
}

function redirectFor({ main, turns }: Thread): Probe | undefined {
  const redirects = turns.filter(({ question }) => question.intent === 'redirect').length;
  const followUps = turns.filter(({ question }) => question.intent === 'follow_up').length;
  return redirects < REDIRECTS_PER_QUESTION && followUps === 0 ? { kind: 'redirect', main } : undefined;
}

function followUpFor(thread: Thread): Probe | undefined {
  const [followUp] = followUpsLeft(thread);
  return followUp && { kind: 'follow_up', main: thread.main, keyPoint: followUp.keyPoint, ask: { text: followUp.text } };
}

/** The part that the story of the thread lacks, once each: who acted first, then what came of it. */
function storyFollowUpFor(thread: Thread): Probe | undefined {
  const asked = askedFurther(thread);
  if (asked.length >= FOLLOW_UPS_PER_QUESTION) return undefined;
  const lacking = partsLacking(thread).find((part) => pointsFor(part, thread).every((id) => !asked.includes(id)));
  const [keyPoint] = lacking ? pointsFor(lacking, thread) : [];
  return lacking && keyPoint !== undefined ? { kind: 'follow_up', main: thread.main, keyPoint, ask: { lacking } } : undefined;
}

function askedFurther({ turns }: Thread): string[] {
  return turns.flatMap(({ question }) => (question.intent === 'follow_up' && question.keyPoint !== null ? [question.keyPoint] : []));
}

/** What may still be asked further, in the order of asking, as far as the budget goes. */
function followUpsLeft(thread: Thread): FollowUp[] {
  const { main, turns, made } = thread;
  const asked = askedFurther(thread);
  const open = openKeyPoints(turns, made);
  return main.followUps
    .filter(({ keyPoint }) => open.has(keyPoint) && !asked.includes(keyPoint))
    .sort((left, right) => (open.get(right.keyPoint) ?? 0) - (open.get(left.keyPoint) ?? 0))
    .slice(0, Math.max(0, FOLLOW_UPS_PER_QUESTION - asked.length));
}

/**
 * The key points that feedback keeps to itself for now, because their text
 * would answer what is asked next, or may be asked after that: those of the
 * follow-ups that are left, and all of a question that is asked once more.
 */
export function pointsHeldBack(state: InterviewState): string[] {
  const probe = nextProbe(state);
  if (!probe) return [];
  if (probe.kind === 'redirect') return probe.main.rubric.keyPoints.map(({ id }) => id);
  return [...new Set([probe.keyPoint, ...followUpsLeft(threadOf(state, probe.main)).map(({ keyPoint }) => keyPoint)])];
}

/** The key points that were held back before this follow-up, are still open, and will not be asked for after all. Of a story, feedback names each open part anyway. */
export function pointsReleased(state: InterviewState): string[] {
  const last = state.previousQuestions.at(-1);
  const main = last?.parent ? findQuestion(state, last.parent) : undefined;
  if (!main || last?.intent !== 'follow_up' || isStory(main)) return [];
  const { made } = threadOf(state, main);
  const [before, now] = [pointsHeldBack({ ...state, previousQuestions: state.previousQuestions.slice(0, -1) }), pointsHeldBack(state)];
  return before.filter((id) => !made.has(id) && !now.includes(id) && id !== last.keyPoint);
}

/** Key points that nothing in the thread makes, with their weights. */
function openKeyPoints(turns: Thread['turns'], made: Thread['made']): Map<string, number> {
  const own = turns.filter(({ question }) => question.intent !== 'follow_up').flatMap(({ evaluation }) => evaluation ?? []);
  return new Map(own.flatMap(({ keyPoints }) => keyPoints).filter(({ id }) => !made.has(id)).map(({ id, weight }) => [id, weight]));
}
