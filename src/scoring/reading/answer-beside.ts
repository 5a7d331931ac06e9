import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { readTextFile } from './text-file.ts';

/** What keeps an answer from being read. */
interface Trouble {
  message: string;
  remedy: string;
}

export type AnswerBeside = { text: string } | Trouble;

/** More than the longest answer that is graded has, whatever its letters. */
const MOST_BYTES = 1_000_000;

/**
 * The text of an answer that stands in a file of its own, from the folder of
 * the answers file or below. Links are followed first: a stranger's file must
 * not read yours, whatever way it points there. `written` are the places that
 * the run writes to.
 */
export function readAnswerBeside(folder: string, name: string, written?: ReadonlySet<string>): AnswerBeside {
  const path = resolve(folder, name);
  const trouble = troubleWith(folder, name, path, written);
  if (trouble) return trouble;
  const read = readTextFile(path, name);
  if ('text' in read) return read;
  return { message: `The answer file ${name} cannot be used. ${read.problem.message}`, remedy: read.problem.remedy };
}

function troubleWith(folder: string, name: string, path: string, written?: ReadonlySet<string>): Trouble | undefined {
  const outside = { message: `The answer file ${name} lies outside the folder.`, remedy: 'Put it beside the answers file, or below.' };
  if (!isInside(resolve(folder), path)) return outside;
  try {
    const place = realpathSync(path);
    if (!isInside(realpathSync(folder), place)) return outside;
    if (written?.has(place)) return { message: `The answer file ${name} would be written over by this run.`, remedy: 'Choose another name for --output.' };
    const found = statSync(place);
    // A pipe may never end, and a folder has no words.
    if (!found.isFile()) return { message: `The answer file ${name} is ${found.isDirectory() ? 'a folder' : 'no file'}.`, remedy: 'Name a text file that holds the answer.' };
    if (found.size > MOST_BYTES) return { message: `The answer file ${name} has ${found.size} bytes, more than any answer.`, remedy: 'Check that it is one answer, and shorten it.' };
  } catch {
    return { message: `There is no answer file ${name}.`, remedy: 'Check its name; it is looked for in the folder of the answers file.' };
  }
  return undefined;
}

/** The folder that an answers file may read from; for standard input, the current one. */
export function folderOf(file: string): string {
  return dirname(resolve(file));
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
