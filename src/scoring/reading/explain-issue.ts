import type { z } from 'zod';
import { AnswerCase, Expectation } from '../../schemas/answers-file.ts';
import { KeyPoint } from '../../schemas/question.ts';
import { suggestion } from './nearest-word.ts';
import { scoreWords } from './score-words.ts';
import type { Path } from './raw-case.ts';
import { isRecord } from './whole-file.ts';

type Issue = z.core.$ZodIssue;

/** A mistake within a case, in words, with the way to it. */
export interface CaseMistake {
  path: Path;
  message: string;
  remedy: string;
}

/** What the schema found, as a person would say it. */
export function explainIssue(issue: Issue, value: unknown): CaseMistake[] {
  const path = issue.path as Path;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: `There is no key "${key}".`, remedy: suggestion(key, knownKeys(path)) }));
    case 'invalid_union':
      return explainUnion(issue, value);
    case 'invalid_value':
      return [{ path, message: `${nameOf(path)} is ${shown(at(value, path))}.`, remedy: suggestion(shown(at(value, path)).replaceAll('"', ''), issue.values.map(String)) }];
    case 'invalid_type':
      return [wrongType(path, at(value, path), issue.expected)];
    case 'invalid_format':
      return [emptyText(path)];
    case 'too_small':
    case 'too_big':
      return [outOfRange(issue, at(value, path))];
    case 'custom':
      return [{ path, message: sentence(issue.message), remedy: CUSTOM_REMEDIES[issue.message] ?? 'No score can meet both: correct one of the two.' }];
    default:
      return [{ path, message: `${nameOf(path)} cannot be used: ${issue.message}.`, remedy: 'Correct it.' }];
  }
}

/** The keys that fit at a place of a case. */
export function knownKeys(path: Path): string[] {
  if (path[0] === 'expect') return Object.keys(Expectation.shape);
  if (path[0] === 'keyPoints') return Object.keys(KeyPoint.shape);
  return Object.keys(AnswerCase.shape);
}

const CUSTOM_REMEDIES: Record<string, string> = {
  'give either question or questionId': 'Give exactly one of the two.',
  'give either answer or answerFile': 'Give exactly one of the two; an empty answer is answer: "".',
};

/** Of a union's branches the one that fits the value best: objects by their keys, the rest in one sentence. */
function explainUnion(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): CaseMistake[] {
  const path = issue.path as Path;
  const given = at(value, path);
  if (path.at(-1) === 'band') return [{ path, message: `band is ${shown(given)}.`, remedy: 'Bands are 1 (poor), 2 (mixed), 3 (good) and 4 (excellent).' }];
  const inside = issue.errors.at(-1) ?? [];
  if (isRecord(given) && inside.length > 0) return inside.flatMap((one) => explainIssue({ ...one, path: [...issue.path, ...one.path] }, value));
  return [{ path, message: `${nameOf(path)} is ${kindOf(given)}.`, remedy: 'A key point is a text, or text with a weight: { text: ..., weight: 2 }.' }];
}

function wrongType(path: Path, given: unknown, expected: string): CaseMistake {
  if (path.length === 0) return { path, message: `A case is ${kindOf(given)}.`, remedy: 'Give it an id, a question and an answer.' };
  if (given === undefined) return { path, message: `${nameOf(path)} is missing.`, remedy: MISSING[String(path.at(-1))] ?? 'Add it.' };
  if (given === null) return emptyText(path);
  if (expected === 'number') return noNumber(path, given);
  return { path, message: `${nameOf(path)} is ${kindOf(given)}, not ${KINDS[expected] ?? expected}.`, remedy: expected === 'string' && isPlain(given) ? `Put it in quotes: "${shortened(String(given))}".` : `Write it as ${KINDS[expected] ?? expected}.` };
}

/** Keys that must be there. */
const MISSING: Record<string, string> = {
  id: 'Add it: a name of its own for the case.',
  text: 'Add it: what the key point says.',
};

function emptyText(path: Path): CaseMistake {
  return { path, message: `${nameOf(path)} is empty.`, remedy: MISSING[String(path.at(-1))] ? 'Write it.' : 'Write it, or take the key away.' };
}

function noNumber(path: Path, given: unknown): CaseMistake {
  const written = typeof given === 'string' && given.trim() !== '' ? Number(given) : NaN;
  const remedy = Number.isNaN(written) ? NUMBERS[String(path.at(-1))] ?? 'Give a number above 0.' : `Write it without quotes: ${written}.`;
  return { path, message: `${nameOf(path)} is ${typeof given === 'string' ? shown(given) : kindOf(given)}, not a number.`, remedy };
}

const SCORE = 'Give a number from 0 to 1, such as 0.6.';
const NUMBERS: Record<string, string> = { minScore: SCORE, maxScore: SCORE };

function isPlain(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function outOfRange(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, given: unknown): CaseMistake {
  const path = issue.path as Path;
  if (issue.origin === 'string') return emptyText(path);
  const isScore = NUMBERS[String(path.at(-1))] !== undefined;
  return { path, message: `${nameOf(path)} is ${shown(given)}.`, remedy: isScore ? scoreWords(given) : 'Give a number above 0.' };
}

const KINDS: Record<string, string> = { string: 'a text', number: 'a number', array: 'a list', object: 'an entry with keys', boolean: 'yes or no' };

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return KINDS[typeof value] ?? typeof value;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, step) => (typeof inside === 'object' && inside !== null ? (inside as Record<string | number, unknown>)[step] : undefined), value);
}

/** "expect.minScore", "keyPoints 2": list places from 1, as people count. */
function nameOf(path: Path): string {
  return path.map((step, depth) => (typeof step === 'number' ? ` ${step + 1}` : `${depth > 0 ? '.' : ''}${step}`)).join('');
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${shortened(value)}"` : typeof value === 'number' ? String(value) : kindOf(value);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/u.test(words) ? '' : '.'}`;
}
