import type { z } from 'zod';
import { Pack } from '../schemas/pack.ts';
import { Criterion, FollowUp, GoldAnswer, KeyPoint, Question } from '../schemas/question.ts';
import { nearWord } from './near-word.ts';
import type { Path } from './pack-source.ts';

/** A part of a pack that does not fit the schema, in words. */
export interface SchemaMistake {
  path: Path;
  message: string;
  remedy: string;
  /** For a key that there is not: the one that was probably meant. */
  meant?: string | undefined;
}

type Issue = z.core.$ZodIssue;

const KEYS: Record<string, readonly string[]> = {
  '': Object.keys(Pack.shape),
  questions: Object.keys(Question.shape),
  'questions.keyPoints': Object.keys(KeyPoint.shape),
  'questions.followUps': Object.keys(FollowUp.shape),
  'questions.gold': Object.keys(GoldAnswer.shape),
  'questions.criteria': Object.keys(Criterion.shape),
  'questions.criteria.anchors': ['1', '2', '3', '4'],
};

/** A pack with its questions' domains filled in, or everything that is wrong with it. */
export function checkPack(raw: unknown): { pack: Pack } | { mistakes: SchemaMistake[] } {
  const result = Pack.safeParse(withDomains(raw));
  const mistakes = [...(result.success ? [] : mistakesOf(result.error.issues, raw)), ...blankTexts(raw)];
  if (result.success && mistakes.length === 0) return { pack: result.data };
  return { mistakes };
}

/** The same for one question that is to stand in a pack of this domain; paths begin in the question. */
export function checkQuestion(raw: unknown, domain: string): { question: Question } | { mistakes: SchemaMistake[] } {
  const result = checkPack({ id: 'p', domain, title: 'p', questions: [raw] });
  if ('pack' in result) return { question: result.pack.questions[0] as Question };
  return { mistakes: result.mistakes.map((mistake) => ({ ...mistake, path: mistake.path.slice(2) })) };
}

/** A question without a domain has its pack's. */
function withDomains(raw: unknown): unknown {
  if (!isRecord(raw) || !Array.isArray(raw.questions)) return raw;
  const questions = raw.questions.map((question: unknown) => (isRecord(question) ? { domain: raw.domain, ...question } : question));
  return { ...raw, questions };
}

function mistakesOf(issues: Issue[], raw: unknown): SchemaMistake[] {
  // The pack's own missing domain would be told once more for each question.
  const told = issues.filter(({ path: [first, index, key, more] }) => {
    if (first !== 'questions' || key !== 'domain' || more !== undefined) return true;
    return valueAt(raw, ['questions', Number(index), 'domain']) !== undefined;
  });
  const unknown = told.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(issue, raw) : []));
  const meant = new Set(unknown.flatMap(({ path, meant: key }) => (key ? [[...path.slice(0, -1), key].join('.')] : [])));
  const others = told.filter((issue) => issue.code !== 'unrecognized_keys' && !(isMissing(issue, raw) && meant.has(issue.path.join('.'))));
  return [...unknown, ...others.map((issue) => inWords(issue, raw))];
}

function unknownKeys({ path, keys }: z.core.$ZodIssueUnrecognizedKeys, raw: unknown): SchemaMistake[] {
  const here = pathOf(path);
  const known = KEYS[here.filter((step) => typeof step === 'string').join('.')] ?? [];
  const present = Object.keys((valueAt(raw, here) as object | undefined) ?? {});
  return keys.map((key) => {
    const meant = nearWord(key, known.filter((word) => !present.includes(word)));
    const remedy = meant ? `Did you mean ${meant}?` : `Take it away; the keys here are ${known.join(', ')}.`;
    return { path: [...here, key], message: `There is no key "${key}" here.`, remedy, meant };
  });
}

function inWords(issue: Issue, raw: unknown): SchemaMistake {
  const path = pathOf(issue.path);
  const name = nameOf(path);
  const value = valueAt(raw, path);
  if (isMissing(issue, raw)) return { path, message: `${name} is missing.`, remedy: 'Add it; hotseat question show <id> prints a question as an example.' };
  switch (issue.code) {
    case 'invalid_type':
      if (path.length === 0) return { path, message: `The file is ${kindOf(value)}, and no pack.`, remedy: 'hotseat pack new writes one to start from.' };
      return { path, message: `${name} is ${kindOf(value)}, where ${WANTED[issue.expected] ?? issue.expected} belongs.`, remedy: typeRemedy(issue.expected, value) };
    case 'invalid_value':
      return oneOf(path, value, issue.values.map(String));
    case 'invalid_union':
      return oneOf(path, value, name === 'band' ? ['1', '2', '3', '4'] : []);
    case 'too_small':
      return tooSmall(issue, path);
    case 'invalid_format':
      return { path, message: `${name} is "${String(value)}", which cannot be an id.`, remedy: `${sentence(issue.message)} For instance: ${asId(String(value))}` };
    default:
      return { path, message: `${name}: ${issue.message}.`, remedy: 'Correct it.' };
  }
}

function oneOf(path: Path, value: unknown, allowed: string[]): SchemaMistake {
  const near = typeof value === 'string' ? nearWord(value, allowed) : undefined;
  const unquoted = typeof value === 'string' && allowed.includes(value);
  const remedy = unquoted ? `Write ${value} without quotes.` : near ? `Did you mean ${near}?` : `Use one of ${allowed.join(', ')}.`;
  return { path, message: `${nameOf(path)} is ${shown(value)}, which is not one of ${allowed.join(', ')}.`, remedy };
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, path: Path): SchemaMistake {
  if (issue.origin === 'string') return { path, message: `${nameOf(path)} is empty.`, remedy: 'Write it, or take the key away where it is not needed.' };
  if (issue.origin === 'array') return { path, message: `${nameOf(path)} has no entry.`, remedy: 'Add at least one.' };
  return { path, message: `${nameOf(path)} is not above 0.`, remedy: 'Use a number above 0.' };
}

/** Texts of nothing but white space, which the schema lets pass. */
function blankTexts(value: unknown, path: Path = []): SchemaMistake[] {
  if (typeof value === 'string' && value !== '' && value.trim() === '') {
    return [{ path, message: `${nameOf(path)} is blank.`, remedy: 'Write it, or take the key away where it is not needed.' }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => blankTexts(item, [...path, index]));
  return isRecord(value) ? Object.entries(value).flatMap(([key, item]) => blankTexts(item, [...path, key])) : [];
}

const WANTED: Record<string, string> = { string: 'a text', number: 'a number', int: 'a whole number', array: 'a list', object: 'a group of keys' };

function typeRemedy(expected: string, value: unknown): string {
  if (value === null) return 'Write it after the colon.';
  if (expected === 'string' && typeof value !== 'object') return 'Put it in quotes.';
  if (expected === 'string') return 'Write one text; a colon and a space inside it need quotes around the whole.';
  if (expected === 'array') return 'Write a list: one entry a line, each after a hyphen.';
  if (expected === 'object') return 'Write its keys below it, indented.';
  return expected === 'int' ? 'Use a whole number.' : 'Write a number without quotes.';
}

function isMissing(issue: Issue, raw: unknown): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union') && valueAt(raw, pathOf(issue.path)) === undefined && raw !== undefined;
}

function nameOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  const entry = path.at(-1);
  if (key === undefined) return 'The file';
  return typeof entry === 'number' ? `Entry ${entry + 1} of ${key}` : key;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return isRecord(value) ? 'a group of keys' : shown(value);
}

function shown(value: unknown): string {
  return value === null ? 'empty' : (JSON.stringify(value) ?? 'missing').slice(0, 60);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function asId(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '') || 'my-id';
}

function pathOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, step) => (typeof inside === 'object' && inside !== null ? (inside as Record<string | number, unknown>)[step] : undefined), value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
