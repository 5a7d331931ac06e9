import { readStory } from '../grading/star.ts';
import { readText } from '../grading/words.ts';
import type { Evaluation } from '../schemas/evaluation.ts';
import type { AskedQuestion } from '../schemas/interview.ts';
import type { KeyPoint } from '../schemas/question.ts';
import type { Thread } from './threads.ts';
import { saidIn } from './whole-thread.ts';

/** What every interviewer asks for where a story does not tell it. */
export type StoryPart = 'ownAct' | 'result';

const SHOWN_BY: Record<StoryPart, readonly KeyPoint['shownBy'][]> = { ownAct: ['ownership', 'action'], result: ['result'] };

/** Of a team, even where nothing is told that it did. */
const OF_TEAM = /\b(?:we|our team|the team)\b/iu;

/**
 * The parts that are missing in all that was told so far: what the candidate
 * did, where only a team acts, and what came of it. None for questions that ask
 * for no story of one's own.
 */
export function partsLacking({ main, turns }: Pick<Thread, 'main' | 'turns'>): StoryPart[] {
  if (!isStory(main)) return [];
  const said = saidIn(turns);
  const { star } = readStory(readText(said), readText(main.text));
  const isTeams = star.ownership === 'we' || (star.action === null && OF_TEAM.test(said));
  const lacking: StoryPart[] = [...(isTeams ? (['ownAct'] as const) : []), ...(star.result === null ? (['result'] as const) : [])];
  return lacking.filter((part) => !turns.some(({ evaluation }) => isFoundGood(part, evaluation)));
}

/** A grader that has found the part knows better than its words alone. */
function isFoundGood(part: StoryPart, evaluation: Evaluation | undefined): boolean {
  const criterion = part === 'ownAct' ? 'ownership' : 'result';
  return evaluation?.criteria.some(({ id, band }) => id === criterion && band >= 3) ?? false;
}

/** Asks for something that the candidate lived through. */
export function isStory({ type }: Pick<AskedQuestion, 'type'>): boolean {
  return type === 'behavioral' || type === 'resume';
}

/** The key points that a part shows, those first that are still open; the part's own name where the question has none. */
export function pointsFor(part: StoryPart, { main, made }: Pick<Thread, 'main' | 'made'>): string[] {
  const points = main.rubric.keyPoints.filter(({ shownBy }) => SHOWN_BY[part].includes(shownBy)).map(({ id }) => id);
  const open = points.filter((id) => !made.has(id));
  return points.length === 0 ? [part] : [...open, ...points.filter((id) => made.has(id))];
}
