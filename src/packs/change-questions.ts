import type { Grader } from '../grading/grader.ts';
import { InputError } from '../errors.ts';
import type { Question } from '../schemas/question.ts';
import { draftQuestion } from './draft-question.ts';
import { changePack } from './edit-pack.ts';
import { lintQuestion, plain, type QuestionFinding } from './lint-question.ts';
import { lintReference } from './lint-references.ts';
import type { OwnPack } from './own-pack.ts';
import { parsePackSource } from './pack-source.ts';
import type { WrittenQuestion } from './question-yaml.ts';

/** The pack's text with the questions added at its end. Rejects ids that it has already, and questions that lint calls wrong. */
export function withQuestions(pack: OwnPack, added: readonly WrittenQuestion[]): string {
  const there = [...pack.pack.questions];
  for (const { question } of added) {
    if (there.some(({ id }) => id === question.id)) {
      throw new InputError('question-exists', `${pack.file} has a question "${question.id}" already.`, `Change it with: hotseat question edit ${question.id} --pack ${pack.file}`);
    }
    requireSound(question);
    requireNew(question, there);
    there.push(question);
  }
  return added.reduce((source, { yaml }) => parsePackSource(changePack(source, { put: yaml }), source.file), pack.source).text;
}

/** The pack's text with the question of this id replaced, or added where the pack has none. */
export function withQuestion(pack: OwnPack, id: string, { question, yaml }: WrittenQuestion): string {
  const { questions } = pack.pack;
  const at = questions.findIndex((one) => one.id === id);
  const others = questions.filter((_, index) => index !== at);
  if (others.some((one) => one.id === question.id)) {
    throw new InputError('question-exists', `${pack.file} has another question "${question.id}".`, 'Give the question an id of its own.');
  }
  requireSound(question);
  requireNew(question, others);
  return changePack(pack.source, { put: yaml, ...(at === -1 ? {} : { at }) });
}

/** The pack's text without the question of this id. */
export function withoutQuestion(pack: OwnPack, id: string): string {
  const at = pack.pack.questions.findIndex((one) => one.id === id);
  if (at === -1) throw new InputError('question-unknown', `${pack.file} has no question "${id}".`, `See what it has with: hotseat pack show ${pack.pack.id} --pack ${pack.file}`);
  if (pack.pack.questions.length === 1) throw new InputError('pack-empty', `"${id}" is the only question of ${pack.file}, and a pack without questions is none.`, 'Delete the file, or add another question first.');
  return changePack(pack.source, { remove: at });
}

/** What could be better about a question that is sound, in words. */
export async function adviceFor(question: Question, grader: Grader): Promise<string[]> {
  const found = [...lintQuestion(draftQuestion(question)), ...(await lintReference(question, grader))];
  return found.map(inWords);
}

function requireSound(question: Question): void {
  const errors = lintQuestion(draftQuestion(question)).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new InputError('question-invalid', errors.map((error) => `${question.id}: ${inWords(error)}`).join('\n'), 'Correct it and try again; nothing was written.');
}

function requireNew(question: Question, others: readonly Question[]): void {
  const same = others.find(({ text }) => plain(text) === plain(question.text));
  if (same) throw new InputError('question-exists', `"${question.id}" asks in the same words as ${same.id}; nothing was written.`, 'Ask for something else.');
}

function inWords({ message, remedy }: Pick<QuestionFinding, 'message' | 'remedy'>): string {
  return `${message} ${remedy}`;
}
