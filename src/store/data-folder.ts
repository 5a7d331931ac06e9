import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { InputError, StorageError } from '../errors.ts';
import { describeStorageError, withStorageErrors } from './errors.ts';

/** Where everything lives: `$HOTSEAT_HOME`, or the platform's folder for a program's data. */
export function dataFolder(env: { HOTSEAT_HOME?: string }): string {
  if (env.HOTSEAT_HOME) return resolve(env.HOTSEAT_HOME);
  const folder = envPaths('hotseat', { suffix: '' }).data;
  if (isAbsolute(folder)) return folder;
  throw new InputError('no-home', 'There is no home folder to keep your data in.', 'Set HOTSEAT_HOME to a folder of yours.');
}

/** Makes the folder, with those above it, for its owner alone. One that is there keeps its mode. */
export function makePrivateFolder(folder: string): void {
  withStorageErrors(folder, () => makeFolders(folder));
}

/** Throws a `StorageError` when the folder, which is there, may not be read or written. */
export function requireUsable(folder: string): void {
  withStorageErrors(folder, () => accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK));
}

/** Level by level: Node's own recursion never ends where the kernel makes no folders, as in /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder) || dirname(folder) === folder) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw notMade(folder, error);
    // Another process was faster.
    if (code !== 'EEXIST') throw error;
  }
}

/** The folder above is there and takes no other: so it is in /proc. */
function notMade(folder: string, cause: unknown): StorageError {
  return new StorageError('data-folder-not-made', `The folder ${folder} cannot be made there.`, 'Set HOTSEAT_HOME to a folder of yours.', { cause });
}

/**
 * Keeps the file of a resume as `resumes/<id>.<ending>`, readable by its owner
 * alone, and gives its path. `file` is the name it came with; `source` its
 * bytes, or the path to copy. A process that dies on the way leaves no half
 * file under that name.
 */
export async function keepOriginal(
  folder: string,
  resumeId: string,
  file: string,
  source: Uint8Array | string,
): Promise<string> {
  const target = join(originals(folder), checkedId(resumeId) + ending(file));
  const bytes = typeof source === 'string' ? await readFile(source) : source;
  try {
    await mkdir(originals(folder), { recursive: true, mode: 0o700 });
    await writeWhole(target, bytes);
    return target;
  } catch (error) {
    throw describeStorageError(error, originals(folder));
  }
}

/** The path of the kept file, or undefined when none was kept. */
export async function findOriginal(folder: string, resumeId: string): Promise<string | undefined> {
  const name = (await namesOf(folder, resumeId)).find((one) => !one.endsWith('.part'));
  return name && join(originals(folder), name);
}

/** Deletes the kept file of a resume, and what a process that died while keeping it left. True if there was one. */
export async function deleteOriginal(folder: string, resumeId: string): Promise<boolean> {
  const names = await namesOf(folder, resumeId);
  try {
    for (const name of names) await rm(join(originals(folder), name));
  } catch (error) {
    throw describeStorageError(error, originals(folder));
  }
  return names.length > 0;
}

/** Writes a file of the data folder, readable by its owner alone. Whoever reads it meanwhile finds the old one or the new one, whole. */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  makePrivateFolder(dirname(path));
  try {
    await writeWhole(path, Buffer.from(text));
  } catch (error) {
    throw describeStorageError(error, dirname(path));
  }
}

const originals = (folder: string): string => join(folder, 'resumes');

async function namesOf(folder: string, resumeId: string): Promise<string[]> {
  const id = checkedId(resumeId);
  const names = await readdir(originals(folder)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw describeStorageError(error, originals(folder));
  });
  return names.filter((name) => name === id || name.startsWith(`${id}.`));
}

async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const part = `${target}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(part, 0o600);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

// The ending goes into a file name, so only a plain one is kept.
function ending(file: string): string {
  const found = extname(file).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(found) ? found : '';
}

function checkedId(id: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(id)) return id;
  throw new InputError('bad-id', 'That is no id of a resume.', 'Give an id that `hotseat resume list` shows.');
}
