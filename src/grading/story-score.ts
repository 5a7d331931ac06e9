import type { Span } from '../schemas/evaluation.ts';
import type { KeyPoint } from '../schemas/question.ts';
import type { GradingRequest } from './grader.ts';
import type { Found, Side } from './judgement.ts';
import { completenessOf, type PointMatch } from './key-points.ts';
import type { Knowledge } from './knowledge.ts';
import { onCurve, people } from './model.ts';
import { pertinenceOf } from './pertinence.ts';
import type { Story } from './star.ts';
import type { Text } from './words.ts';

type Sides = Record<'situation' | 'ownership' | 'action' | 'result' | 'relevance' | 'specificity', Side>;

/**
 * Grades a told experience by its structure: what was the case, what was done
 * by whom and why, what came of it. Its words need not be those of a reference;
 * they must have to do with the question.
 */
export function judgeStory(request: GradingRequest, story: Story, knowledge: Knowledge, answer: Text): Found {
  const { heard } = story;
  const pertinence = pertinenceOf(request, heard.words.length > 0 ? heard : answer, story);
  const sides = sidesOf(story, pertinence);
  const points = knowledge.points.map((match) => byStructure(match, story, sides));
  const structure = meanOf([sides.situation, sides.ownership, sides.action, sides.result]);
  const completeness = points.length > 0 ? completenessOf(points) : structure;
  const evidence = pertinence * evidenceOf(request.question.type, { story, sides, structure, completeness });
  const { star } = story;
  return {
    score: scoreOf(request.question.type, evidence, story),
    evidence,
    completeness,
    relevance: pertinence,
    points,
    spans: [star.action, star.result, star.situation, ...sides.specificity.spans].filter((span) => span !== null),
    sides,
    story,
  };
}

interface Told {
  story: Story;
  sides: Sides;
  structure: number;
  completeness: number;
}

function evidenceOf(type: GradingRequest['question']['type'], { story, sides, structure, completeness }: Told): number {
  const matter = Math.min(1, (story.matter / (story.matter + 25)) * 1.6);
  // A list of tools names much and tells nothing: names count in full beside what was done with them.
  const named = sides.specificity.value * (story.steps.length > 0 ? 1 : 0.5);
  if (type === 'intro') return 0.4 * named + 0.2 * sides.action.value + 0.15 * sides.result.value + 0.1 * completeness + 0.15 * matter;
  if (type === 'resume') return 0.45 * meanOf([sides.ownership, sides.action, sides.result]) + 0.2 * sides.specificity.value + 0.15 * completeness + 0.2 * matter;
  return 0.55 * structure + 0.25 * completeness + 0.2 * matter;
}

/** What one would do in general is no experience. */
const GENERAL = 0.34;
/** However well it is told, who runs people down in an interview is not hired for the story. */
const BLAMING = 0.45;

function scoreOf(type: GradingRequest['question']['type'], evidence: number, { general, blame }: Story): number {
  const score = onCurve(type === 'intro' ? people.introCurve : people.storyCurve, evidence);
  return Math.min(score, type !== 'intro' && general ? GENERAL : 1, blame ? BLAMING : 1);
}

/** From so many different words of matter on a scene is set in full. */
const FULL_SCENE = 15;

function sidesOf({ star, steps, reasons, details, direction, matter }: Story, pertinence: number): Sides {
  const own = { i: 1, mixed: 0.75, we: 0.4, unclear: 0 }[star.ownership];
  const spans = (...list: (Span | null)[]): Span[] => list.filter((span) => span !== null);
  const size = Math.min(1, matter / FULL_SCENE);
  const detail = Math.min(1, details.count / 6);
  return {
    situation: { value: size * ((star.situation ? 0.6 : 0) + (star.task ? 0.4 : 0)), spans: spans(star.situation, star.task) },
    ownership: { value: star.action ? own * Math.min(1, 0.4 + steps.length * 0.2) : own * 0.3, spans: spans(star.action) },
    action: { value: Math.min(1, steps.length * 0.2 + reasons * 0.15 + (steps.length > 0 ? 0.2 * detail : 0)), spans: spans(star.action) },
    result: { value: Math.min(1, resultOf(star)), spans: spans(star.result, star.learning) },
    relevance: { value: size * pertinence, spans: spans(star.action, star.situation, details.span) },
    specificity: { value: Math.min(1, 0.7 * detail + (star.quantified || details.numbers > 0 ? 0.2 : 0) + (direction ? 0.15 : 0)), spans: spans(details.span, direction) },
  };
}

function resultOf({ result, quantified, learning }: Story['star']): number {
  if (!result) return learning ? 0.4 : 0;
  return 0.6 + (quantified ? 0.25 : 0) + (learning ? 0.25 : 0);
}

function meanOf(sides: readonly Side[]): number {
  return sides.reduce((sum, { value }) => sum + value, 0) / sides.length;
}

/** A key point that the structure of a story shows, or the words, whichever shows more. */
function byStructure(match: PointMatch, story: Story, sides: Sides): PointMatch {
  const { shownBy } = match.point;
  if (!shownBy) return match;
  const span = spanFor(shownBy, story);
  const value = span ? valueFor(shownBy, sides) : 0;
  return value > match.value && span ? { ...match, value, span } : match;
}

function spanFor(shownBy: NonNullable<KeyPoint['shownBy']>, { star }: Story): Span | null {
  if (shownBy === 'ownership') return star.action;
  if (shownBy === 'number') return star.quantified ? star.result : null;
  return star[shownBy];
}

function valueFor(shownBy: NonNullable<KeyPoint['shownBy']>, { ownership, action }: Sides): number {
  if (shownBy === 'ownership') return ownership.value;
  return shownBy === 'action' ? Math.min(1, 0.3 + action.value) : 1;
}
