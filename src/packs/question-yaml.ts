import { Document, isMap, visit } from 'yaml';
import { InputError } from '../errors.ts';
import type { Question } from '../schemas/question.ts';
import { checkQuestion } from './pack-mistakes.ts';
import { locate, type PackSource, parsePackSource } from './pack-source.ts';

/** A question together with the YAML it is to be written as, beginning in the first column. */
export interface WrittenQuestion {
  question: Question;
  yaml: string;
}

/** Long texts are folded at this width, as in the built-in packs. */
const WIDTH = 110;
/** Texts from this length on stand in a block of their own. */
const LONG = 90;

/** A question as YAML for a pack of this domain, without what is filled in by itself; long texts are folded blocks. */
export function questionYaml(question: Question, domain: string | null = null): string {
  const document = new Document(Object.fromEntries(KEYS.map((key) => [key, writtenPart(question, key, domain)]).filter(([, value]) => value !== undefined)));
  visit(document, {
    Scalar(key, node) {
      if (key === 'value' && typeof node.value === 'string' && node.value.length > LONG) node.type = 'BLOCK_FOLDED';
    },
  });
  return document.toString({ lineWidth: WIDTH });
}

const KEYS = ['id', 'version', 'text', 'type', 'domain', 'skills', 'tags', 'difficulty', 'reference', 'keyPoints', 'criteria', 'followUps', 'hints', 'gold'] as const;

function writtenPart(question: Question, key: (typeof KEYS)[number], domain: string | null): unknown {
  const value = question[key];
  if (key === 'keyPoints') return question.keyPoints.map(({ weight, also, ...point }) => ({ ...point, ...(weight === 1 ? {} : { weight }), ...(also.length > 0 ? { also } : {}) }));
  const isFilled = (Array.isArray(value) && value.length === 0) || (key === 'version' && value === 1) || (key === 'domain' && value === domain);
  return isFilled ? undefined : value;
}

/**
 * Reads one question, or a list of them, as a person has written it: YAML or
 * JSON. Comments and layout stay where it is one question in YAML. Rejects
 * with an InputError that names every mistake with its line.
 */
export function readQuestions(text: string, name: string, domain: string): WrittenQuestion[] {
  const source = parsePackSource(text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n'), name);
  const broken = source.mistakes.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) throw unusable(broken.map(({ line, column, message, remedy }) => `${name}:${line}:${column}: ${message} ${remedy}`));
  if (source.value === null || source.value === undefined) throw new InputError('question-empty', `${name} holds no question.`, 'Give a question as YAML or JSON; hotseat question add <pack.yaml> prints a template.');

  const list = Array.isArray(source.value) ? (source.value as unknown[]) : [source.value];
  const results = list.map((raw) => checkQuestion(raw, domain));
  const lines = results.flatMap((result, index) => ('mistakes' in result ? result.mistakes.map(({ path, message, remedy }) => {
    const { line, column } = locate(source, Array.isArray(source.value) ? [index, ...path] : path);
    return `${name}:${line}:${column}: ${message} ${remedy}`;
  }) : []));
  if (lines.length > 0) throw unusable(lines);
  const questions = results.flatMap((result) => ('question' in result ? [result.question] : []));
  return questions.map((question) => ({ question, yaml: (questions.length === 1 && ownWords(source)) || questionYaml(question, domain) }));
}

/** The author's own text, where it can be moved into a list as it stands. */
function ownWords({ text, document }: PackSource): string | undefined {
  const { contents, directives } = document;
  if (!isMap(contents) || contents.flow || directives.docStart || /^(?:---|%|\.\.\.)/mu.test(text)) return undefined;
  const lines = text.replace(/\s+$/u, '').split('\n');
  const first = lines.find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '';
  const indent = first.length - first.trimStart().length;
  const body = lines.map((line) => (line.slice(0, indent).trim() === '' ? line.slice(indent) : line)).join('\n');
  return `${body.replace(/^(?:[ \t]*\n)+/u, '')}\n`;
}

function unusable(lines: string[]): InputError {
  return new InputError('question-invalid', lines.join('\n'), 'Correct it and try again; nothing was written.');
}
