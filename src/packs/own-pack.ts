import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, basename } from 'node:path';
import { InputError } from '../errors.ts';
import { isBuiltIn } from './built-in.ts';
import { loadPack, type LoadedPack } from './load.ts';
import { parsePackSource, type PackSource, readPackSource } from './pack-source.ts';

/** A pack of the user's that may be written. */
export interface OwnPack extends LoadedPack {
  source: PackSource;
  /** Lines end as they did: `\r\n` where the file had it. */
  carriageReturns: boolean;
}

/** Opens a pack for writing. Rejects a built-in one, one with mistakes and one that is not there with an InputError. */
export function openOwnPack(file: string): OwnPack {
  if (isBuiltIn(file)) {
    throw new InputError('pack-built-in', `${file} is a built-in pack, and those are never written.`, 'Make a pack of your own with: hotseat pack new mine.yaml');
  }
  if (!existsSync(file)) throw new InputError('pack-unreadable', `There is no pack ${file}.`, `Make it with: hotseat pack new ${file}`);
  const read = readPackSource(file);
  // A file that is no UTF-8 has no text; its mistake is told by loadPack.
  const source = read.text === '' ? read : parsePackSource(read.text.replaceAll('\r\n', '\n'), file);
  return { ...loadPack(source), source, carriageReturns: read.text.includes('\r\n') };
}

/**
 * Writes a pack whole or not at all: beside it, then renamed over it. Rejects
 * with an InputError when somebody else has changed the file since it was
 * opened, or when it cannot be written.
 */
export function writeOwnPack({ file, source, carriageReturns }: OwnPack, text: string): void {
  if (readPackSource(file).text.replaceAll('\r\n', '\n') !== source.text) {
    throw new InputError('pack-changed', `${file} was changed by another program meanwhile, so nothing was written.`, 'Try again.');
  }
  // A link stays a link: what it points at is written.
  const target = realpathSync(file);
  const aside = join(dirname(target), `.${basename(target)}.${process.pid}`);
  try {
    writeSynced(aside, carriageReturns ? text.replaceAll('\n', '\r\n') : text, statSync(target).mode & 0o777);
    renameSync(aside, target);
  } catch (cause) {
    rmSync(aside, { force: true });
    throw new InputError('pack-unwritable', `${file} cannot be written.`, 'Check that its folder is yours to write, and that the disk has room.', { cause });
  }
}

/** Makes a new file; an InputError when there is one of that name already, or when it cannot be written. */
export function writeNewFile(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new InputError('file-exists', `${file} is there already and stays as it is.`, 'Give another name.', { cause });
    }
    throw new InputError('pack-unwritable', `${file} cannot be written.`, 'Check that its folder is there and yours to write.', { cause });
  }
}

function writeSynced(file: string, text: string, mode: number): void {
  const handle = openSync(file, 'w', mode);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
