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
import { isRecord } from './whole-file.ts';

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
  const mistakes = [...checked.mistakes, ...missingReferences(raw.value, options)];
  return { problems: mistakes.map((mistake) => problemIn(raw, mistake)) };
}

function completeCase(raw: RawCase, one: AnswerCase, { bank, folder, written }: PrepareOptions): { prepared: PreparedCase } | { problems: Problem[] } {
  const answer = one.answerFile === undefined ? { text: one.answer ?? '' } : readAnswerBeside(folder, one.answerFile, written);
  const question = questionOf(one, bank);
  const mistakes: CaseMistake[] = [
    ...('text' in answer ? tooLong(answer.text, one) : [{ path: ['answerFile'], ...answer }]),
    ...('mistake' in question ? [question.mistake] : unknownPoints(one, question.found)),
  ];
  if (mistakes.length > 0 || !('text' in answer) || 'mistake' in question) return { problems: mistakes.map((mistake) => problemIn(raw, mistake)) };
  const { file, line } = raw;
  return { prepared: { id: one.id, source: { file, line }, request: { question: question.found, answer: answer.text }, ...(one.expect ? { expect: one.expect } : {}) } };
}

function tooLong({ length }: string, { answerFile }: AnswerCase): CaseMistake[] {
  if (length <= MOST_CHARACTERS) return [];
  const message = `The answer has ${length} characters, more than the ${MOST_CHARACTERS} that are graded.`;
  return [{ path: [answerFile === undefined ? 'answer' : 'answerFile'], message, remedy: 'Check that it is one answer, and shorten it.' }];
}

/** What a case with other mistakes names and is not there. */
function missingReferences(value: unknown, { bank, folder, written }: PrepareOptions): CaseMistake[] {
  if (!isRecord(value)) return [];
  const { questionId, answerFile } = value;
  const answer = typeof answerFile === 'string' && answerFile !== '' ? readAnswerBeside(folder, answerFile, written) : { text: '' };
  return [
    ...(typeof questionId === 'string' && questionId !== '' && !bank.find(questionId) ? [unknownQuestion(questionId, bank)] : []),
    ...('text' in answer ? [] : [{ path: ['answerFile'], ...answer }]),
  ];
}

function problemIn(raw: RawCase, { path, message, remedy }: CaseMistake): Problem {
  return { code: 'answers-invalid', file: raw.file, ...raw.locate(path), message, remedy };
}

type FoundQuestion = { found: GradingRequest['question'] } | { mistake: CaseMistake };

/** What the grader sees. A pack question brings its rubric; what the case itself says takes its place. */
function questionOf(one: AnswerCase, bank: Bank): FoundQuestion {
  const known = one.questionId === undefined ? undefined : bank.find(one.questionId);
  if (one.questionId !== undefined && !known) return { mistake: unknownQuestion(one.questionId, bank) };
  const base = known?.question;
  const type = one.type ?? base?.type ?? 'technical';
  const reference = one.reference ?? base?.reference ?? null;
  const keyPoints = one.keyPoints?.map(namedKeyPoint) ?? base?.keyPoints ?? [];
  // A story is graded on what it holds; anything else needs to be compared with something.
  if (type !== 'behavioral' && reference === null && keyPoints.length === 0) {
    return { mistake: { path: ['question'], message: `The case "${one.id}" has neither a reference nor key points.`, remedy: 'Say what a good answer holds: reference, keyPoints, or both.' } };
  }
  return {
    found: {
      text: one.question ?? base?.text ?? '',
      type,
      domain: one.domain ?? base?.domain ?? 'general',
      rubric: { reference, keyPoints, ...(base?.criteria ? { criteria: base.criteria } : {}) },
      ...(known ? { packHash: known.packHash } : {}),
    },
  };
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
function unknownPoints({ expect }: AnswerCase, { rubric }: GradingRequest['question']): CaseMistake[] {
  const known = rubric.keyPoints.flatMap(({ id, text }) => [id, text]);
  return (expect?.covers ?? []).flatMap((point, index) => {
    if (known.includes(point)) return [];
    const ids = rubric.keyPoints.map(({ id }) => id);
    const remedy = ids.length > 0 ? `Its key points are: ${ids.join(', ')}.` : 'Give the case key points first.';
    return [{ path: ['expect', 'covers', index], message: `The question has no key point "${point}".`, remedy }];
  });
}
