import { readFileSync } from 'node:fs';
import { dirname, extname, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { InputError } from '../errors.ts';
import { AnswerCase, AnswersFile } from '../schemas/answers-file.ts';

/** A case with its answer at hand. */
export interface CannedAnswer extends AnswerCase {
  answer: string;
}

/**
 * Reads an answers file: JSONL (one case a line), JSON or YAML. Answers that
 * stand in files of their own are read too, from the file's folder or below.
 * Rejects with an InputError that names the file and the line or place.
 */
export function readAnswers(file: string): CannedAnswer[] {
  const text = readText(file, file);
  const cases = extname(file).toLowerCase() === '.jsonl' ? readLines(text, file) : readWhole(text, file);
  refuseDoubles(cases, file);
  return cases.map((one) => ({ ...one, answer: one.answer ?? readBeside(file, one.answerFile ?? '') }));
}

function readLines(text: string, file: string): AnswerCase[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [check(AnswerCase, parseText(JSON.parse, line, `${file}:${index + 1}`), `${file}:${index + 1}`)]));
}

function readWhole(text: string, file: string): AnswerCase[] {
  const read: (text: string) => unknown = extname(file).toLowerCase() === '.json' ? JSON.parse : parse;
  return check(AnswersFile, parseText(read, text.replace(/^\uFEFF/u, ''), file), file).cases;
}

function parseText(read: (text: string) => unknown, text: string, where: string): unknown {
  try {
    return read(text);
  } catch (error) {
    throw new InputError('answers-invalid', `${where}: this cannot be parsed.`, 'Give YAML (.yaml), JSON (.json) or one JSON object a line (.jsonl).', { cause: error });
  }
}

function check<Shape extends z.ZodType>(shape: Shape, value: unknown, where: string): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'case'}: ${issue.message}`).join('; ');
  throw new InputError('answers-invalid', `${where}: ${problems}`, 'Correct it and try again.');
}

function refuseDoubles(cases: AnswerCase[], file: string): void {
  const seen = new Set<string>();
  for (const { id } of cases) {
    if (seen.has(id)) throw new InputError('answers-invalid', `${file}: the id "${id}" stands twice.`, 'Give each case an id of its own.');
    seen.add(id);
  }
}

/** Only from the folder of the answers file or below: a stranger's file must not read yours. */
function readBeside(file: string, name: string): string {
  const folder = resolve(dirname(file));
  const path = resolve(folder, name);
  if (relative(folder, path).startsWith('..')) {
    throw new InputError('answers-invalid', `${file}: the answer file ${name} lies outside the folder.`, 'Put it beside the answers file.');
  }
  return readText(path, file);
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const what = path === file ? `${file} cannot be read.` : `${file}: the answer file ${path} cannot be read.`;
    throw new InputError('answers-unreadable', what, 'Check the name and that it is yours to read.', { cause: error });
  }
}
