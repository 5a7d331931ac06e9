import type { Band, Span } from '../schemas/evaluation.ts';
import type { KeyPoint } from '../schemas/question.ts';
import type { Feedback } from './feedback.ts';
import { choose, point, quote } from './feedback-words.ts';
import type { GradingRequest } from './grader.ts';
import type { Judgement } from './judgement.ts';
import { type PointMatch, POINT_STARTS } from './key-points.ts';
import type { Story } from './star.ts';

/** What to do about a part of a story that is missing, in the candidate's terms. */
const ASK_FOR: Record<NonNullable<KeyPoint['shownBy']>, string> = {
  situation: 'Set the scene in one sentence: when and where it was, and what was at stake.',
  task: 'Say what you had to reach, and what made it hard.',
  action: 'Tell the steps that you took, in order, and why you took them.',
  result: 'Tell how it ended: what was different afterwards, and for whom.',
  learning: 'End with what you have done differently since.',
  ownership: 'Say “I” where it was you: it is your part that is being judged, not the team’s.',
  number: 'Put a number on the result: time, money, users, errors, anything that was counted.',
};

const NO_BLAME = 'Say what the other person did and what you did about it, without a judgement of the person: who listens hears how you will speak of the next team';
const HEAR = 'It would help to hear this too';

/** Feedback on a told experience: what its parts show, and which part to add. */
export function storyFeedback({ question }: GradingRequest, judgement: Judgement, band: Band): Feedback {
  const { story, points } = judgement;
  if (!story) return { strengths: [], improvements: [], feedback: '' };
  const gaps = gapsOf(story, points, question.type === 'intro');
  return {
    strengths: band === 1 ? [] : strengthsOf(story),
    improvements: gaps,
    feedback: [question.type === 'intro' ? introOpening(story, band) : openingOf(story, band, judgement.answer.source), mannerOf(story, band, question.type === 'intro'), adviceOf(gaps, band)].filter((part) => part !== '').join(' '),
  };
}

function strengthsOf({ star, steps, reasons }: Story): Feedback['strengths'] {
  const told = (span: Span | null, when: boolean, text: string): Feedback['strengths'] => (span && when ? [{ text, span }] : []);
  return [
    ...told(star.action, steps.length >= 2 && star.ownership !== 'we', 'You say plainly what you did yourself.'),
    ...told(star.action, steps.length >= 2 && reasons >= 2 && star.ownership === 'we', 'The steps come with their reasons.'),
    ...told(star.result, star.quantified, 'Your story ends with a result that can be measured.'),
    ...told(star.result, !star.quantified, 'Your story has an end, and one can see what came of it.'),
    ...told(star.learning, true, 'You say what you took from it.'),
    ...told(star.situation, star.task !== null, 'One understands at once where you were and what was wanted.'),
  ];
}

function gapsOf(story: Story, points: readonly PointMatch[], intro: boolean): Feedback['improvements'] {
  const open = points.filter(({ value }) => value < POINT_STARTS.covered).sort((a, b) => b.point.weight - a.point.weight);
  const named = open.map(({ point: missed }) => ({
    text: missed.shownBy ? ASK_FOR[missed.shownBy] : `${HEAR}: ${point(missed)}`,
    keyPoint: missed.id,
  }));
  const asked = new Set(open.map(({ point: { shownBy } }) => shownBy));
  const extra = intro ? introGaps(story) : partsMissing(story).filter((part) => !asked.has(part) && !points.some(({ point: { shownBy } }) => shownBy === part));
  const said = story.blame ? [{ text: `${NO_BLAME} (${quote(story.blame)})` }] : [];
  return [...said, ...named, ...extra.map((part) => ({ text: part in ASK_FOR ? ASK_FOR[part as keyof typeof ASK_FOR] : part }))];
}

function partsMissing({ star, steps }: Story): NonNullable<KeyPoint['shownBy']>[] {
  const parts: [NonNullable<KeyPoint['shownBy']>, boolean][] = [
    ['action', steps.length < 2],
    ['result', !star.result],
    ['ownership', star.ownership === 'we'],
    ['situation', !star.situation],
    ['number', star.result !== null && !star.quantified],
    ['learning', !star.learning],
  ];
  return parts.flatMap(([part, missing]) => (missing ? part : []));
}

function introGaps({ details, steps, direction, star }: Story): string[] {
  return [
    ...(details.count < 4 ? ['Name the places, products and technologies that you worked with.'] : []),
    ...(steps.length < 2 ? ['Pick one piece of work and say what you did in it.'] : []),
    ...(star.quantified || details.numbers > 0 ? [] : ['Give one figure: years, users, team size, or what became better.']),
    ...(direction ? [] : ['Close with what you are looking for next, and why this role.']),
  ];
}

function openingOf({ star, general, blame }: Story, band: Band, key: string): string {
  if (blame) return 'I hear more of what was wrong with the other person than of what you did.';
  if (general && band === 1) return 'That is what you would do in general; I asked for one time when you did it.';
  switch (band) {
    case 4:
      return star.result
        ? choose([`A story I would remember, above all ${quote(star.result)}.`, `Strong: I can see you at work, and ${quote(star.result)} shows what it was good for.`], key)
        : 'A strong story, told with what matters.';
    case 3:
      return star.action
        ? choose([`A good story. With ${quote(star.action)} I can see what you did.`, `That works: ${quote(star.action)} tells me how you go about things.`], key)
        : 'A good answer, with something to picture.';
    case 2:
      return choose(['There is a real case in this, but I cannot yet see you in it.', 'The case is there; the story around it is thin.'], key);
    case 1:
      return choose(['I do not hear a case of your own in this yet.', 'This stays on the outside: I am missing what happened.'], key);
  }
}

function introOpening({ details, star }: Story, band: Band): string {
  const span = star.result ?? details.span;
  switch (band) {
    case 4:
      return span ? `A good start into a talk: with ${quote(span)} I know where to ask on.` : 'A good start into a talk.';
    case 3:
      return span ? `I get a picture of you, most of all from ${quote(span)}.` : 'I get a picture of you.';
    case 2:
      return 'I know your field now, but not yet what you did in it.';
    case 1:
      return 'That could be said by anyone; I would like to hear what you worked on.';
  }
}

function mannerOf({ star, steps }: Story, band: Band, intro: boolean): string {
  if (intro) return '';
  if (band >= 2 && star.ownership === 'we' && steps.length < 2) return 'You say “we” throughout, so your own part has to be guessed.';
  if (band >= 3 && !star.quantified && star.result) return 'The result would be stronger with a number.';
  return '';
}

function adviceOf(gaps: Feedback['improvements'], band: Band): string {
  const [first] = gaps;
  if (!first || band === 4) return '';
  const text = first.text.replace(/(?<![.!?])$/, '.');
  if (band !== 3) return text;
  return text.startsWith(HEAR) ? text.replace(HEAR, 'To make it excellent, add this') : `To make it excellent: ${lowerFirst(text)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
