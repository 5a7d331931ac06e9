import type { AnswerCase, CaseKeyPoint } from '../../schemas/answers-file.ts';
import type { QuestionType } from '../../schemas/question.ts';
import { isRecord } from './whole-file.ts';

const TEXTS = ['id', 'domain', 'reference', 'question'];
const KEYS = new Set([...TEXTS, 'type', 'keyPoints', 'answer']);
const TYPES = new Set<unknown>(['technical', 'behavioral', 'situational'] satisfies QuestionType[]);

/**
 * A case as most are written: texts, and key points with or without a weight.
 * It is what the schema makes of the value, found without the schema, which
 * takes longer to load than such cases to check. Undefined for whatever else is
 * written, right or wrong: there the schema decides.
 */
export function plainCase(value: unknown): AnswerCase | undefined {
  if (!isRecord(value) || !Object.keys(value).every((key) => KEYS.has(key))) return undefined;
  const { id, question, answer, type, keyPoints } = value;
  if (id === undefined || question === undefined || typeof answer !== 'string') return undefined;
  if (!TEXTS.every((key) => value[key] === undefined || isText(value[key]))) return undefined;
  if (type !== undefined && !TYPES.has(type)) return undefined;
  if (keyPoints === undefined) return value as AnswerCase;
  const points = Array.isArray(keyPoints) ? (keyPoints as unknown[]).map(plainPoint) : [undefined];
  return points.includes(undefined) ? undefined : ({ ...value, keyPoints: points } as AnswerCase);
}

function plainPoint(value: unknown): CaseKeyPoint | undefined {
  if (isText(value)) return value;
  if (!isRecord(value) || !isText(value.text) || !Object.keys(value).every((key) => key === 'text' || key === 'weight')) return undefined;
  const { text, weight = 1 } = value;
  return typeof weight === 'number' && weight > 0 && weight < Infinity ? { text, weight, also: [] } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
