import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { readTextFile } from './text-file.ts';

export type AnswerBeside = { text: string } | { message: string; remedy: string };

/**
 * The text of an answer that stands in a file of its own, from the folder of
 * the answers file or below. Links are followed first: a stranger's file must
 * not read yours, whatever way it points there.
 */
export function readAnswerBeside(folder: string, name: string): AnswerBeside {
  const path = resolve(folder, name);
  const outside = { message: `The answer file ${name} lies outside the folder.`, remedy: 'Put it beside the answers file, or below.' };
  if (!isInside(resolve(folder), path)) return outside;
  try {
    if (!isInside(realpathSync(folder), realpathSync(path))) return outside;
  } catch {
    return { message: `There is no answer file ${name}.`, remedy: 'Check its name; it is looked for in the folder of the answers file.' };
  }
  const read = readTextFile(path, name);
  if ('text' in read) return read;
  return { message: `The answer file ${name} cannot be used. ${read.problem.message}`, remedy: read.problem.remedy };
}

/** The folder that an answers file may read from; for standard input, the current one. */
export function folderOf(file: string): string {
  return dirname(resolve(file));
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
