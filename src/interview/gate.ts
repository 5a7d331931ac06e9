import type { Evaluation } from '../schemas/evaluation.ts';
import type { AskedQuestion, InterviewState } from '../schemas/interview.ts';
import { findQuestion } from './state.ts';
import { threadOf, type Thread } from './threads.ts';
import { isNonAnswer } from './whole-thread.ts';

export const FOLLOW_UPS_PER_QUESTION = 2;
export const REDIRECTS_PER_QUESTION = 1;

/** How much an answer gives an interviewer to go on. */
export type Evidence = 'none' | 'partial' | 'sufficient';

export type Probe = { kind: 'redirect'; main: AskedQuestion } | { kind: 'follow_up'; main: AskedQuestion; keyPoint: string; text: string };

export function evidenceOf(evaluation: Evaluation): Evidence {
  if (evaluation.status === 'ungraded') return 'sufficient';
  if (isNonAnswer(evaluation)) return 'none';
  return evaluation.band >= 3 ? 'sufficient' : 'partial';
}

/**
 * What to ask before moving on: the question once more after a non-answer, or
 * a follow-up for a point that is still open. "I don't know" is an answer of
 * its own kind: nobody is asked twice what they said they do not know.
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
      return undefined;
    case 'none':
      return latest.evaluation.flags.includes('dont_know') ? undefined : redirectFor(thread);
    case 'partial':
      return followUpFor(thread);
  }
}

function redirectFor({ main, turns }: Thread): Probe | undefined {
  const redirects = turns.filter(({ question }) => question.intent === 'redirect').length;
  const followUps = turns.filter(({ question }) => question.intent === 'follow_up').length;
  return redirects < REDIRECTS_PER_QUESTION && followUps === 0 ? { kind: 'redirect', main } : undefined;
}

function followUpFor({ main, turns, made }: Thread): Probe | undefined {
  const asked = turns.flatMap(({ question }) => (question.intent === 'follow_up' ? [question.keyPoint] : []));
  if (asked.length >= FOLLOW_UPS_PER_QUESTION) return undefined;

  const open = openKeyPoints(turns, made);
  const followUp = main.followUps
    .filter(({ keyPoint }) => open.has(keyPoint) && !asked.includes(keyPoint))
    .sort((left, right) => (open.get(right.keyPoint) ?? 0) - (open.get(left.keyPoint) ?? 0))[0];
  return followUp && { kind: 'follow_up', main, keyPoint: followUp.keyPoint, text: followUp.text };
}

/** Key points that nothing in the thread makes, with their weights. */
function openKeyPoints(turns: Thread['turns'], made: Thread['made']): Map<string, number> {
  const own = turns.filter(({ question }) => question.intent !== 'follow_up').flatMap(({ evaluation }) => evaluation ?? []);
  return new Map(own.flatMap(({ keyPoints }) => keyPoints).filter(({ id }) => !made.has(id)).map(({ id, weight }) => [id, weight]));
}
