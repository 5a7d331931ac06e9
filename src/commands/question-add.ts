import type { Flags } from '../config.ts';
import { createOfflineGrader } from '../grading/offline-grader.ts';
import { adviceFor, withoutQuestion, withQuestions } from '../packs/change-questions.ts';
import { findById } from '../packs/catalogue.ts';
import { openOwnPack, writeOwnPack } from '../packs/own-pack.ts';
import { readQuestions } from '../packs/question-yaml.ts';
import { questionTemplate } from '../packs/starter-pack.ts';
import { printableLine } from '../printable.ts';
import type { Question } from '../schemas/question.ts';
import { print, printJson } from './print.ts';
import { nameOf, readGiven } from './question-source.ts';
import type { ConfigWork } from './with-config.ts';

interface AddFlags extends Flags {
  from?: string;
  json?: boolean;
}

export async function addQuestion(_: ConfigWork, { from, json }: AddFlags, file = ''): Promise<void> {
  const pack = openOwnPack(file);
  if (from === undefined) {
    if (json) return printJson({ template: questionTemplate() });
    process.stderr.write(`Fill this in, save it, and add it with: hotseat question add ${file} --from <the file>\n`);
    return print(questionTemplate().trimEnd());
  }
  const added = readQuestions(readGiven(from), nameOf(from), pack.pack.domain);
  writeOwnPack(pack, withQuestions(pack, added));
  const questions = added.map(({ question }) => question);
  if (json) return printJson({ pack: file, added: questions.map(({ id }) => id) });
  for (const { id } of questions) await print(`Added ${id} to ${file}.`);
  await advise(questions);
}

export async function removeQuestion(_: ConfigWork, { pack: file, json }: Flags & { pack: string; json?: boolean }, id = ''): Promise<void> {
  const pack = openOwnPack(file);
  const { id: whole } = findById(id, pack.pack.questions, (question) => question.id, 'question');
  writeOwnPack(pack, withoutQuestion(pack, whole));
  await (json ? printJson({ pack: file, removed: whole }) : print(`Removed ${whole} from ${file}.`));
}

/** On stderr: the question is written, and this is only advice. */
export async function advise(questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    const advice = await adviceFor(question, createOfflineGrader());
    for (const words of advice) process.stderr.write(`${question.id}: ${printableLine(words)}\n`);
  }
}
