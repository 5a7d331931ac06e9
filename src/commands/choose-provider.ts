import { readFile, realpath } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { InputError, StorageError } from '../errors.ts';
import { writePrivateFile } from '../store/data-folder.ts';

/**
 * Writes `provider` into a settings file, which need not be there yet.
 * Comments and the other settings stay as they are. A link stays a link: its
 * target is written. Rejects with an InputError when the file is no YAML, and
 * with a StorageError when it cannot be read or written.
 */
export async function chooseProvider(settingsFile: string, provider: 'offline' | 'openai' | 'huggingface'): Promise<void> {
  const target = await realpath(settingsFile).catch(() => settingsFile);
  const document = parseDocument(await readFile(target, 'utf8').catch(nothingIfMissing));
  if (document.errors.length > 0) {
    throw new InputError('config-invalid', `${settingsFile} is not valid YAML.`, `Correct it, and write there: provider: ${provider}`);
  }
  document.set('provider', provider);
  await writePrivateFile(target, document.toString());
}

/** What is there and cannot be read must not be written over. */
function nothingIfMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw new StorageError('settings-unreadable', `The settings file cannot be read (${error.code ?? error.message}).`, 'Make it readable for you, or remove it.', { cause: error });
}
