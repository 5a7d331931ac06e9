import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import { findById, listPacks, listQuestions } from '../packs/catalogue.ts';
import { withQuestion } from '../packs/change-questions.ts';
import { questionText } from '../packs/edit-pack.ts';
import { openOwnPack, type OwnPack, writeOwnPack } from '../packs/own-pack.ts';
import { questionYaml, readQuestions, type WrittenQuestion } from '../packs/question-yaml.ts';
import { editInFile, externalEditor } from '../ui/editor/external-editor.ts';
import { print, printJson } from './print.ts';
import { advise } from './question-add.ts';
import { nameOf, readGiven } from './question-source.ts';
import type { ConfigWork } from './with-config.ts';

interface EditFlags extends Flags {
  pack: string;
  from?: string;
  json?: boolean;
}

/** A question as it is before the change: in the user's pack, or about to be copied there. */
interface Editable {
  id: string;
  yaml: string;
  copied: boolean;
}

export async function editQuestion({ config, context }: ConfigWork, { pack: file, from, json }: EditFlags, id = ''): Promise<void> {
  const pack = openOwnPack(file);
  const editable = findEditable(id, pack, config.packs);
  const text = from === undefined ? await edited(editable.yaml, context.environment) : readGiven(from);
  if (text.trim() === editable.yaml.trim()) return json ? printJson({ pack: file, changed: null }) : print('Nothing was changed.');

  const question = save(pack, editable, text, from);
  if (json) return printJson({ pack: file, changed: question.id, copied: editable.copied });
  await print(editable.copied ? `Copied ${editable.id} into ${file} with your changes; there it takes the place of the other one.` : `Changed ${question.id} in ${file}.`);
  await advise([question]);
}

/** One of another pack is copied with a higher version, which says that it takes the other's place on purpose. */
function findEditable(id: string, pack: OwnPack, userPacks: readonly string[]): Editable {
  const own = pack.pack.questions.filter((question) => question.id === id || question.id.startsWith(id));
  const exact = own.find((question) => question.id === id) ?? (own.length === 1 ? own[0] : undefined);
  if (exact) return { id: exact.id, yaml: questionText(pack.source, pack.pack.questions.indexOf(exact)), copied: false };
  const others = [...listQuestions(listPacks(userPacks)).map(({ question }) => question), ...own];
  const question = findById(id, others, (one) => one.id, 'question');
  return { id: question.id, yaml: questionYaml({ ...question, version: question.version + 1 }, pack.pack.domain), copied: true };
}

async function edited(yaml: string, environment: ConfigWork['context']['environment']): Promise<string> {
  const editor = externalEditor(environment);
  const text = await editInFile(yaml, editor);
  if (text === undefined) throw new InputError('editor-failed', `The editor "${editor.command}" could not be run, or gave up; nothing was written.`, 'Set $VISUAL or $EDITOR to an editor that waits, such as "code --wait".');
  if (text.trim() === '') throw new InputError('question-empty', 'The file came back empty; nothing was written.', 'To take a question away: hotseat question remove <id> --pack <pack.yaml>');
  return text;
}

function save(pack: OwnPack, { id }: Editable, text: string, from: string | undefined): WrittenQuestion['question'] {
  try {
    const [written, ...more] = readQuestions(text, from === undefined ? 'question' : nameOf(from), pack.pack.domain);
    if (!written || more.length > 0) throw new InputError('question-many', 'There is more than one question.', `Add new ones with: hotseat question add ${pack.file} --from <file>`);
    writeOwnPack(pack, withQuestion(pack, id, written));
    return written.question;
  } catch (error) {
    if (from !== undefined || !(error instanceof InputError)) throw error;
    const kept = keep(text);
    throw new InputError(error.code, error.message, `What you wrote is kept in ${kept}: correct it there, then: hotseat question edit ${id} --pack ${pack.file} --from ${kept}`, { cause: error });
  }
}

/** Nobody's words are lost to a missing quote. */
function keep(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'hotseat-question-')), 'question.yaml');
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return file;
}
