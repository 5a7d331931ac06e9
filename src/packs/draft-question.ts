import { KeyPoint, Question } from '../schemas/question.ts';
import { isRecord } from './pack-mistakes.ts';
import type { PackSource, Path } from './pack-source.ts';

/** What can be made out of a question that may not fit the schema: rules look at this, so that one mistake hides no other. */
export interface DraftQuestion {
  path: Path;
  id: string | null;
  version: number;
  text: string | null;
  /** A weight is null where it is none. */
  keyPoints: { id: string | null; weight: number | null }[];
  criteria: (string | null)[];
  followUps: (string | null)[];
  hints: string[];
  gold: { band: unknown; answer: string | null }[];
}

export function draftQuestions({ value }: PackSource): DraftQuestion[] {
  const questions = isRecord(value) ? listOf(value.questions) : [];
  return questions.map((raw, index) => draftQuestion(isRecord(raw) ? raw : {}, ['questions', index]));
}

export function draftQuestion(raw: Record<string, unknown>, path: Path = []): DraftQuestion {
  return {
    path,
    id: textOf(raw.id),
    version: typeof raw.version === 'number' ? raw.version : 1,
    text: textOf(raw.text),
    keyPoints: recordsOf(raw.keyPoints).map(({ id, weight }) => ({ id: textOf(id), weight: weightOf(weight) })),
    criteria: recordsOf(raw.criteria).map(({ id }) => textOf(id)),
    followUps: recordsOf(raw.followUps).map(({ keyPoint }) => textOf(keyPoint)),
    hints: listOf(raw.hints).flatMap((hint) => textOf(hint) ?? []),
    gold: recordsOf(raw.gold).map(({ band, answer }) => ({ band, answer: textOf(answer) })),
  };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * A question that can be graded and compared, of what is right in it; null
 * where it has no text. What is missing is filled in neutrally.
 */
export function lenientQuestion(raw: unknown, domain: string): Question | null {
  const given = isRecord(raw) ? raw : {};
  const keyPoints = recordsOf(given.keyPoints).flatMap((point) => KeyPoint.safeParse(point).data ?? []);
  const result = Question.safeParse({
    id: Question.shape.id.safeParse(given.id).data ?? 'draft',
    text: textOf(given.text),
    type: Question.shape.type.safeParse(given.type).data ?? 'technical',
    domain: textOf(given.domain) ?? domain,
    skills: listOf(given.skills).flatMap((skill) => textOf(skill) ?? []),
    tags: listOf(given.tags).flatMap((tag) => textOf(tag) ?? []),
    difficulty: 'medium',
    // A reference that is missing makes no key point: a mistake of its own.
    reference: textOf(given.reference) ?? '-',
    keyPoints: textOf(given.reference) !== null && keyPoints.length > 0 ? keyPoints : [{ id: 'none', text: '-' }],
  });
  return result.data ?? null;
}

function weightOf(value: unknown): number | null {
  if (value === undefined) return 1;
  return typeof value === 'number' && value > 0 ? value : null;
}

/** What is no record counts as an empty one, so that the places of the others stay right. */
function recordsOf(value: unknown): Record<string, unknown>[] {
  return listOf(value).map((item) => (isRecord(item) ? item : {}));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
