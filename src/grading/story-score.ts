import type { Span } from '../schemas/evaluation.ts';
import type { KeyPoint } from '../schemas/question.ts';
import type { GradingRequest } from './grader.ts';
import type { Found, Side } from './judgement.ts';
import type { Knowledge } from './knowledge.ts';
import { completenessOf, type PointMatch } from './key-points.ts';
import type { Story } from './star.ts';
import type { Text } from './words.ts';

/** Grades a told experience by its structure: what was the case, what was done by whom and why, what came of it. */
export function judgeStory(_request: GradingRequest, story: Story, knowledge: Knowledge, answer: Text): Found {
  const sides = sidesOf(story, answer);
  const points = knowledge.points.map((match) => byStructure(match, story, sides));
  const completeness = points.length > 0 ? completenessOf(points) : structureOf(sides);
  const structure = structureOf(sides);
  const evidence = 0.5 * structure + 0.3 * completeness + 0.2 * Math.min(1, story.details / 6);
  const score = story.general ? Math.min(0.34, evidence) : evidence;
  const { star } = story;
  const spans = [star.action, star.result, star.situation].filter((span) => span !== null);
  return {
    score,
    evidence,
    completeness,
    relevance: structure,
    points,
    spans,
    sides,
    story,
  };
}

function sidesOf({ star, steps, reasons, details }: Story, answer: Text): Record<string, Side> {
  const own = star.ownership === 'i' ? 1 : star.ownership === 'mixed' ? 0.75 : star.ownership === 'we' ? 0.4 : 0;
  const spans = (...list: (Span | null)[]): Span[] => list.filter((span) => span !== null);
  const size = Math.min(1, answer.content.length / 20);
  return {
    situation: { value: size * ((star.situation ? 0.6 : 0) + (star.task ? 0.4 : 0)), spans: spans(star.situation, star.task) },
    ownership: { value: star.action ? own * Math.min(1, 0.4 + steps.length * 0.2) : own * 0.3, spans: spans(star.action) },
    action: { value: Math.min(1, steps.length * 0.2 + reasons * 0.15 + (steps.length > 0 ? Math.min(0.2, details * 0.04) : 0)), spans: spans(star.action) },
    result: { value: star.result ? 0.6 + (star.quantified ? 0.25 : 0) + (star.learning ? 0.25 : 0) : star.learning ? 0.4 : 0, spans: spans(star.result, star.learning) },
  };
}

function structureOf(sides: Record<string, Side>): number {
  const values = Object.values(sides).map(({ value }) => Math.min(1, value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A key point that the structure of a story shows, or the words, whichever shows more. */
function byStructure(match: PointMatch, story: Story, sides: Record<string, Side>): PointMatch {
  const { shownBy } = match.point;
  if (!shownBy) return match;
  const span = spanFor(shownBy, story);
  const value = span ? valueFor(shownBy, story, sides) : 0;
  return value > match.value && span ? { ...match, value, span } : match;
}

function spanFor(shownBy: NonNullable<KeyPoint['shownBy']>, { star }: Story): Span | null {
  if (shownBy === 'ownership') return star.action;
  if (shownBy === 'number') return star.quantified ? star.result : null;
  return star[shownBy];
}

function valueFor(shownBy: NonNullable<KeyPoint['shownBy']>, { star }: Story, sides: Record<string, Side>): number {
  if (shownBy === 'ownership') return Math.min(1, sides.ownership?.value ?? 0);
  if (shownBy === 'action') return Math.min(1, 0.3 + (sides.action?.value ?? 0));
  return star[shownBy === 'number' ? 'result' : shownBy] ? 1 : 0;
}
