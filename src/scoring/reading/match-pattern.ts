import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, parse, relative } from 'node:path';
import { isAnswersName } from './answers-name.ts';
import { unreadableFolder } from './unreadable.ts';
import type { Found } from './walk-folder.ts';

/**
 * The answers files that a pattern matches; undefined for a word that is no
 * pattern. What looks for them passes over in silence whatever it cannot read:
 * here a folder that it would look into and cannot is a problem, and a link
 * that leads nowhere is the file it is named like.
 */
export async function matchPattern(word: string): Promise<Found | undefined> {
  const { globSync, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(word)) return undefined;
  const found: Found = { files: [], problems: [] };
  const note = (path: string, error: unknown): void => {
    // A pattern may well begin where nothing is: then nothing matches.
    if (!isGone(error)) found.problems.push(unreadableFolder(isAbsolute(word) ? path.replace(/\/$/u, '') : relative('.', path) || '.', error));
  };
  const noteLink = (path: string, error: unknown): void => {
    if (word.includes('**') && !isAnswersName(path)) note(path, error);
  };
  const fs = {
    readdirSync: whereItFails(readdirSync, note),
    realpathSync: whereItFails(realpathSync, (path, error) => {
      noteLink(path, error);
      return path;
    }),
    statSync: whereItFails(statSync, (path) => lstatSync(path)),
  };
  // From the current folder it would look its way up to an absolute pattern, through folders that are none of ours.
  const place = isAbsolute(word) ? { cwd: parse(word).root, absolute: true } : {};
  found.files = globSync(word, { expandDirectories: false, ignore: ['**/node_modules/**'], fs, ...place }).filter(isAnswersName);
  return found;
}

type OfPath = (path: string, ...rest: never[]) => unknown;

/** The same function of the file system; where it fails, `instead` is told, and what it gives is taken if it is anything. */
function whereItFails<Read extends object>(read: Read, instead: (path: string, error: unknown) => unknown): Read {
  return new Proxy(read, {
    apply(target, self, words: [string, ...never[]]) {
      try {
        return Reflect.apply(target as unknown as OfPath, self, words);
      } catch (error) {
        const given = instead(words[0], error);
        if (given === undefined) throw error;
        return given;
      }
    },
  });
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(String(error.code));
}
