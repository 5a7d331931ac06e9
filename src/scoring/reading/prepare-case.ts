import type { GradingRequest } from '../../grading/grader.ts';
import type { AnswerCase, CaseKeyPoint } from '../../schemas/answers-file.ts';
import type { KeyPoint, Question } from '../../schemas/question.ts';
import type { PreparedCase } from '../prepared-case.ts';
import { readAnswerBeside } from './answer-beside.ts';
import type { CaseMistake } from './explain-issue.ts';
import { nearestWord } from './nearest-word.ts';
import { plainCase } from './plain-case.ts';
import type { Problem } from './problems.ts';
import type { RawCase } from './raw-case.ts';

/** Two hours of speech; what is longer is another kind of file. */
const MOST_CHARACTERS = 100_000;

/** The question bank, as far as cases name it. */
export interface Bank {
  find(id: string): { question: Question; packHash: string } | undefined;
  ids(): Iterable<string>;
}

export interface PrepareOptions {
  bank: Bank;
  /** Where answer files are read from. */
  folder: string;
  /** Places that the run writes to: no answer is read from there. */
  written?: ReadonlySet<string>;
}

/** Checks one case and completes it with its pack question and its answer file, or names every mistake in it. */
export async function prepareCase(raw: RawCase, options: PrepareOptions): Promise<{ prepared: PreparedCase } | { problems: Problem[] }> {
  const plain = plainCase(raw.value);
  if (plain) return completeCase(raw, plain, options);
  const { checkCase } = await import('./check-case.ts');
  const checked = checkCase(raw.value);
  if ('one' in checked) return completeCase(raw, checked.one, options);
  const { mistakes, points } = lookInto(checked.sound, checked.unsure, options);
  const all = [...checked.mistakes.map((mistake) => withPoints(mistake, points)), ...mistakes];
  return { problems: all.map((mistake) => problemIn(raw, mistake)) };
}

const NONE: ReadonlySet<string> = new Set();

function completeCase(raw: RawCase, one: AnswerCase, options: PrepareOptions): { prepared: PreparedCase } | { problems: Problem[] } {
  const { mistakes, answer, question } = lookInto(one, NONE, options);
  if (mistakes.length > 0 || answer === undefined || !question) return { problems: mistakes.map((mistake) => problemIn(raw, mistake)) };
  const { file, line } = raw;
  return { prepared: { id: one.id, source: { file, line }, request: { question, answer }, ...(one.expect ? { expect: one.expect } : {}) } };
}

/** What the parts of a case amount to, as far as they are there, and what is wrong with them together. */
interface Looked {
  mistakes: CaseMistake[];
  answer?: string;
  question?: GradingRequest['question'];
  /** Undefined where it cannot be told which they are. */
  points?: KeyPoint[];
}

function lookInto(one: Partial<AnswerCase>, unsure: ReadonlySet<string>, options: PrepareOptions): Looked {
  const answer = answerOf(one, options);
  const question = questionOf(one, unsure, options.bank);
  const points = question.found?.rubric.keyPoints ?? (unsure.has('keyPoints') ? undefined : one.keyPoints?.map(namedKeyPoint));
  const mistakes = [...answer.mistakes, ...question.mistakes, ...(points ? unknownPoints(one, points) : [])];
  return { mistakes, answer: answer.text, question: question.found, points };
}

function answerOf(one: Partial<AnswerCase>, { folder, written }: PrepareOptions): { text?: string; mistakes: CaseMistake[] } {
  if (one.answerFile === undefined) return { text: one.answer, mistakes: tooLong(one.answer ?? '', one) };
  const read = readAnswerBeside(folder, one.answerFile, written);
  return 'text' in read ? { text: read.text, mistakes: tooLong(read.text, one) } : { mistakes: [{ path: ['answerFile'], ...read }] };
}

function tooLong({ length }: string, { answerFile }: Partial<AnswerCase>): CaseMistake[] {
  if (length <= MOST_CHARACTERS) return [];
  const message = `The answer has ${length} characters, more than the ${MOST_CHARACTERS} that are graded.`;
  return [{ path: [answerFile === undefined ? 'answer' : 'answerFile'], message, remedy: 'Check that it is one answer, and shorten it.' }];
}

function problemIn(raw: RawCase, { path, message, remedy }: CaseMistake): Problem {
  return { code: 'answers-invalid', file: raw.file, ...raw.locate(path), message, remedy };
}

interface FoundQuestion {
  /** Undefined where it cannot be told what is asked. */
  found?: GradingRequest['question'];
  mistakes: CaseMistake[];
}

/** What the grader sees. A pack question brings its rubric; what the case itself says takes its place. */
function questionOf(one: Partial<AnswerCase>, unsure: ReadonlySet<string>, bank: Bank): FoundQuestion {
  const known = one.questionId === undefined ? undefined : bank.find(one.questionId);
  if (one.questionId !== undefined && !known) return { mistakes: [unknownQuestion(one.questionId, bank)] };
  const base = known?.question;
  if (['question', 'questionId', 'type', 'reference', 'keyPoints'].some((key) => unsure.has(key)) || (one.question === undefined && !base)) return { mistakes: [] };
  const type = one.type ?? base?.type ?? 'technical';
  const rubric = { reference: one.reference ?? base?.reference ?? null, keyPoints: one.keyPoints?.map(namedKeyPoint) ?? base?.keyPoints ?? [] };
  // A story is graded on what it holds; anything else needs to be compared with something.
  const isBare = type !== 'behavioral' && rubric.reference === null && rubric.keyPoints.length === 0;
  return {
    mistakes: isBare ? [withoutRubric(one, bank)] : [],
    found: {
      text: one.question ?? base?.text ?? '',
      type,
      domain: one.domain ?? base?.domain ?? 'general',
      rubric: { ...rubric, ...(base?.criteria ? { criteria: base.criteria } : {}) },
      ...(known ? { packHash: known.packHash } : {}),
    },
  };
}

function withoutRubric({ id, question = '' }: Partial<AnswerCase>, bank: Bank): CaseMistake {
  const message = `The case${id === undefined ? '' : ` "${id}"`} has neither a reference nor key points.`;
  const isId = /^[a-z][\w-]*$/.test(question) && bank.find(question) !== undefined;
  return { path: ['question'], message, remedy: isId ? `"${question}" is the id of a question of a pack: write it as questionId.` : 'Say what a good answer holds: reference, keyPoints, or both.' };
}

function unknownQuestion(id: string, bank: Bank): CaseMistake {
  const meant = nearestWord(id, bank.ids());
  const remedy = meant ? `Did you mean "${meant}"?` : 'Correct the id, name its pack with --pack, or give the question and its reference in the case.';
  return { path: ['questionId'], message: `No pack has a question "${id}".`, remedy };
}

function namedKeyPoint(point: CaseKeyPoint, index: number): KeyPoint {
  const given = typeof point === 'string' ? { text: point } : point;
  return { weight: 1, also: [], id: `k${index + 1}`, ...given };
}

/** A key point that is expected and that the question does not have can never be covered. */
function unknownPoints({ expect, reference }: Partial<AnswerCase>, points: readonly KeyPoint[]): CaseMistake[] {
  const known = points.flatMap(({ id, text }) => [id, text]);
  return (expect?.covers ?? []).flatMap((point, index) => {
    if (known.includes(point)) return [];
    return [{ path: ['expect', 'covers', index], message: `The question has no key point "${point}".`, remedy: pointsWords(points, reference !== undefined) }];
  });
}

/** What is expected and is no text at all: quotes around a 1 would not make it a key point. */
function withPoints(mistake: CaseMistake, points: readonly KeyPoint[] | undefined): CaseMistake {
  const [key, part, index] = mistake.path;
  return points && key === 'expect' && part === 'covers' && index !== undefined ? { ...mistake, remedy: pointsWords(points, true) } : mistake;
}

function pointsWords(points: readonly KeyPoint[], hasReference: boolean): string {
  if (points.length > 0) return `Its key points are: ${points.map(({ id }) => id).join(', ')}.`;
  const ids = 'List what must be covered under keyPoints: there they get the ids k1, k2 and so on.';
  return hasReference ? `It has only a reference, which the offline grader splits into points p1, p2 and so on, as --explain lists them; they change with its words. ${ids}` : ids;
}
