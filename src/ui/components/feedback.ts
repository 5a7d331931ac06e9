import { type Evaluation, type GradedEvaluation, type Star, type UngradedEvaluation } from '../../schemas/evaluation.ts';
import { type Line, shorten, wrapped } from '../lines.ts';
import { printableLine } from '../../printable.ts';
import { type Theme, type Tone } from '../theme.ts';
import { BAND_WORDS, FLAG_WORDS, outOfHundred, secondOpinion } from '../../reports/words.ts';
import { BAND_TONES, UNGRADED_ADVICE } from '../words.ts';
import { scoreBar } from './score-bar.ts';

const MOST_STRENGTHS = 3;
const MOST_MISSED = 4;
const MOST_IMPROVEMENTS = 2;
const LONGEST_QUOTE = 140;

/** What the grader found, short enough to be read before the next question. */
export function feedbackLines(evaluation: Evaluation, previousScore: number | null, width: number, theme: Theme): Line[] {
  if (evaluation.status === 'ungraded') return [...ungraded(evaluation, width, theme), ...secondLines(evaluation, width)];
  return [
    scoreLine(evaluation, width, theme),
    ...changeLines(evaluation.score, previousScore, width),
    ...secondLines(evaluation, width),
    ...wrapped(printableLine(evaluation.feedback), width, { indent: 2 }),
    ...evaluation.flags.flatMap((flag) => item(FLAG_WORDS[flag], { mark: '!', tone: 'fair' }, width)),
    ...strengths(evaluation, width, theme),
    ...missed(evaluation, width, theme),
    ...story(evaluation.star, width, theme),
    ...improvements(evaluation, width, theme),
  ];
}

function secondLines(evaluation: Evaluation, width: number): Line[] {
  const words = secondOpinion(evaluation);
  return words === undefined ? [] : wrapped(printableLine(words), width, { indent: 2 });
}

function ungraded({ reason, gradedBy }: UngradedEvaluation, width: number, { glyphs }: Theme): Line[] {
  const words = item(`Not graded: ${printableLine(reason)}`, { mark: '!', tone: 'fair' }, width);
  if (gradedBy.provider !== 'offline') return words;
  return [
    ...words,
    ...item(UNGRADED_ADVICE, { mark: glyphs.arrow, tone: 'quiet' }, width),
  ];
}

function scoreLine({ score, band, spread }: GradedEvaluation, width: number, { glyphs }: Theme): Line {
  const tone = BAND_TONES[band];
  const pieces: Line = [{ text: '  ' }, { text: `${outOfHundred(score)}/100 ${BAND_WORDS[band]}`, tone }];
  if (spread > 0) pieces.push({ text: ` ± ${outOfHundred(spread)}`, tone: 'quiet' });
  if (width >= 40) pieces.push({ text: '  ' }, ...scoreBar(score, 10, tone, glyphs));
  return pieces;
}

/** After a retry: what the new attempt has changed. */
function changeLines(score: number, before: number | null, width: number): Line[] {
  if (before === null) return [];
  const points = Math.round(score * 100) - Math.round(before * 100);
  return wrapped(`before: ${outOfHundred(before)} (${points > 0 ? '+' : ''}${points})`, width, { indent: 2 });
}

function strengths({ strengths: found }: GradedEvaluation, width: number, { glyphs }: Theme): Line[] {
  return found.slice(0, MOST_STRENGTHS).flatMap(({ text, span }) => [
    ...item(printableLine(text), { mark: glyphs.plus, tone: 'good' }, width),
    ...quotation(span.text, width, glyphs),
  ]);
}

/** Words of the answer, marked as such. */
export function quotation(text: string, width: number, glyphs: Theme['glyphs']): Line[] {
  const quote = shorten(printableLine(text), LONGEST_QUOTE, glyphs.ellipsis);
  return wrapped(`${glyphs.openQuote}${quote}${glyphs.closeQuote}`, width, { tone: 'quiet', indent: 4 });
}

function missed({ keyPoints }: GradedEvaluation, width: number, { glyphs }: Theme): Line[] {
  const open = keyPoints.filter(({ state }) => state !== 'covered').sort((one, other) => other.weight - one.weight);
  const shown = open.slice(0, MOST_MISSED).flatMap(({ text, state }) => {
    const words = `${state === 'partly' ? 'only partly' : 'missed'}: ${printableLine(text)}`;
    return item(words, { mark: glyphs.minus, tone: 'fair' }, width);
  });
  const more = open.length - MOST_MISSED;
  return more > 0 ? [...shown, ...item(`and ${more} more (/reference)`, { mark: ' ', tone: 'quiet' }, width)] : shown;
}

function story(star: Star | undefined, width: number, { glyphs }: Theme): Line[] {
  if (!star) return [];
  const parts = (['situation', 'task', 'action', 'result'] as const).filter((part) => star[part] === null);
  const wishes = [
    ...(parts.length > 0 ? [`not found in your story: ${parts.join(', ')}`] : []),
    ...(star.ownership === 'we' ? ['say what you did: it is "we" throughout'] : []),
    ...(star.result && !star.quantified ? ['give the result a number'] : []),
  ];
  return wishes.flatMap((wish) => item(wish, { mark: glyphs.minus, tone: 'fair' }, width));
}

/** What was missed is named above; here is what else would help. */
function improvements({ improvements: all, keyPoints }: GradedEvaluation, width: number, { glyphs }: Theme): Line[] {
  const named = new Set(keyPoints.filter(({ state }) => state !== 'covered').flatMap(({ id, text }) => [id, text]));
  return all
    .filter(({ keyPoint }) => keyPoint === undefined || !named.has(keyPoint))
    .slice(0, MOST_IMPROVEMENTS)
    .flatMap(({ text }) => item(printableLine(text), { mark: glyphs.arrow, tone: 'accent' }, width));
}

function item(text: string, { mark, tone }: { mark: string; tone: Tone }, width: number): Line[] {
  return wrapped(text, width, { indent: mark.length > 1 ? 5 : 4, mark: { text: `  ${mark}`, tone } });
}
