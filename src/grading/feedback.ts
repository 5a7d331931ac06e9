import type { Band, GradedEvaluation } from '../schemas/evaluation.ts';
import { choose, count, FLOOR_WORDS, point, quote } from './feedback-words.ts';
import type { GradingRequest } from './grader.ts';
import { isTold, type Judgement } from './judgement.ts';
import { type PointMatch, POINT_STARTS } from './key-points.ts';
import { storyFeedback } from './story-feedback.ts';

export type Feedback = Pick<GradedEvaluation, 'strengths' | 'improvements' | 'feedback'>;

/**
 * Strengths with the words that show them, what was missed by name, and a few
 * sentences as a thoughtful interviewer would say them. What is said follows
 * from what happened in the answer; the same answer is always told the same.
 */
export function giveFeedback(request: GradingRequest, judgement: Judgement, band: Band): Feedback {
  const held = judgement.flags.find((flag) => FLOOR_WORDS[flag] && (flag !== 'instruction' || judgement.score < 0.1));
  const spoken = isTold(request.question.type) ? storyFeedback(request, judgement, band) : knowledgeFeedback(judgement, band);
  if (!held) return withNote(spoken, judgement);
  const words = choose(FLOOR_WORDS[held] ?? [], request.question.text);
  const strengths = judgement.score < 0.1 || held === 'keywords_only' || held === 'shuffled' || held === 'negated' ? [] : spoken.strengths;
  return { strengths, improvements: spoken.improvements, feedback: words };
}

function withNote(feedback: Feedback, { flags }: Judgement): Feedback {
  const [note] = flags.includes('instruction') ? (FLOOR_WORDS.instruction ?? []) : [];
  return note ? { ...feedback, feedback: `${feedback.feedback} ${note}` } : feedback;
}

function knowledgeFeedback(judgement: Judgement, band: Band): Feedback {
  const ranked = [...judgement.points].sort((a, b) => b.point.weight - a.point.weight);
  const covered = ranked.filter(({ value }) => value >= POINT_STARTS.covered);
  const open = ranked.filter(({ value }) => value < POINT_STARTS.covered);
  return {
    strengths: band === 1 ? [] : covered.flatMap((match) => strengthOf(match)),
    improvements: open.map((match, index) => improvementOf(match, index === 0 && match.point.weight > 1)),
    feedback: [opening(judgement, band, covered), middle(judgement, band, covered, open), manner(judgement, band)].filter((part) => part !== '').join(' '),
  };
}

function strengthOf({ point: { text }, span }: PointMatch): Feedback['strengths'] {
  const ways = ['You say what matters here: ', 'You make this point: ', 'This comes across: '];
  return span ? [{ text: choose(ways, text) + point({ text }), span }] : [];
}

function improvementOf({ point: { id, text }, value }: PointMatch, first: boolean): Feedback['improvements'][number] {
  const touched = value >= POINT_STARTS.partly;
  const ways = touched
    ? ['You come near this; say it in full: ', 'This is only hinted at, spell it out: ']
    : first
      ? ['Say this before anything else: ', 'The main thing that is missing: ']
      : ['Add this: ', 'This was not mentioned: ', 'Also worth saying: '];
  return { text: choose(ways, text) + point({ text }), keyPoint: id };
}

function opening({ answer, points }: Judgement, band: Band, covered: readonly PointMatch[]): string {
  const key = answer.source;
  const share = covered.length < points.length && covered.length >= (2 / 3) * points.length ? `${count(covered.length)} of ${count(points.length)} points` : '';
  switch (band) {
    case 4:
      return share
        ? choose([`That is a strong answer, with ${share} in it.`, `Very good: you know this well, and it shows in ${share}.`], key)
        : covered.length === points.length
          ? choose(['That is a full answer; I would have nothing to ask back.', 'Very good, nothing that matters is missing.'], key)
          : choose(['That is a strong answer.', 'Very good: you know this well.'], key);
    case 3:
      return choose(['A good answer: the substance is right.', 'Good. You clearly know what this is about.', 'That is solid.'], key);
    case 2:
      return choose(['You are on the right track, but stop too early.', 'There is something right in this, and more that is still open.', 'This is a start.'], key);
    case 1:
      return covered.length > 0
        ? choose(['There is one right thought in this, but it does not yet answer the question.', 'One thing is right; the rest of the question is still open.'], key)
        : choose(['This does not yet answer the question.', 'I do not see the answer in this yet.', 'The main thing that the question asks about is not there.'], key);
  }
}

function middle({ answer }: Judgement, band: Band, covered: readonly PointMatch[], open: readonly PointMatch[]): string {
  const [best] = covered;
  const [gap, second] = open;
  const praise = best?.span && band > 1 ? `${choose(['What carries it is', 'I would hold on to', 'The best part is'], answer.source)} ${quote(best.span)}.` : '';
  if (!gap) return praise;
  const missing = `${leadTo(gap, band)}: ${point(gap.point)}.`;
  const also = band <= 2 && second ? ` And after that: ${point(second.point)}.` : '';
  return `${praise} ${missing}${also}`.trim();
}

function leadTo({ value }: PointMatch, band: Band): string {
  const touched = value >= POINT_STARTS.partly;
  if (band === 4) return touched ? 'One thing could be said more fully' : 'You could still add one thing';
  return touched ? 'I would have liked to hear more on this' : 'What I missed most';
}

/** How it was said: told only where it got in the way, or clearly helped. */
function manner({ answer, relevance, sentiment }: Judgement, band: Band): string {
  const words = answer.words.length;
  if (words > 90 && relevance < 0.5) return 'Much of it goes past the question; lead with the point and leave the rest for when you are asked.';
  if (band >= 3 && sentiment < -0.25) return 'You sound less sure than you need to be: you are right, so say it straight.';
  if (band === 4 && words < 45) return 'And short, which is welcome.';
  if (band >= 2 && band < 4 && words < 25) return 'Two more sentences would have carried it further.';
  return '';
}
