import { statSync } from 'node:fs';
import { extname, isAbsolute } from 'node:path';
import { realPlace } from '../../real-place.ts';
import type { Problem } from './problems.ts';

/** The endings of answers files. */
export const ENDINGS = ['.yaml', '.yml', '.json', '.jsonl', '.ndjson', '.csv', '.tsv'];
export const STANDARD_INPUT = '-';

/**
 * The files that the words of a command line mean: files as they are, every
 * answers file of a folder and below, and whatever a pattern matches, sorted
 * and each once, whatever links lead there; `-` is standard input. What the run
 * itself writes or compares with (`except`) is left out of folders and patterns.
 * A word that means nothing is a problem.
 */
export async function findInputs(words: readonly string[], except: readonly string[] = []): Promise<{ files: string[]; problems: Problem[] }> {
  const ours = new Set(except.map(realPlace));
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const word of words) {
    const found = (await filesOf(word)).filter((file) => file === word || !ours.has(realPlace(file)));
    for (const file of found) {
      const place = realPlace(file);
      files.set(place, files.get(place) ?? file);
    }
    if (word.trim() === '') problems.push(noName());
    else if (found.length === 0) problems.push(nothingFound(word));
  }
  return { files: [...files.values()], problems };
}

async function filesOf(word: string): Promise<string[]> {
  if (word === STANDARD_INPUT) return [word];
  if (word.trim() === '') return [];
  const kind = kindOf(word);
  // A file may be called a[1].yaml: what is there is no pattern.
  if (kind === 'file') return [word];
  // What looks for files is loaded where some are looked for: most runs name theirs.
  if (kind === 'folder') return sorted((await answersBelow(word)).map((name) => joined(word, name)));
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(word)) return [word];
  return sorted((await glob(word, { expandDirectories: false, absolute: isAbsolute(word), ignore: IGNORED })).filter(isAnswersFile));
}

const IGNORED = ['**/node_modules/**'];

async function answersBelow(folder: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const names = await glob('**/*', { cwd: folder, expandDirectories: false, followSymbolicLinks: false, ignore: IGNORED });
  return names.filter(isAnswersFile);
}

/** The schema that `score init` writes beside answers is no answers file. */
function isAnswersFile(name: string): boolean {
  return ENDINGS.includes(extname(name).toLowerCase()) && !name.endsWith('.schema.json');
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && (found.isDirectory() ? 'folder' : 'file');
}

function joined(folder: string, name: string): string {
  return folder === '.' ? name : `${folder.replace(/\/+$/u, '')}/${name}`;
}

/** By code units, so that the order is the same on every machine. */
function sorted(names: string[]): string[] {
  return names.sort((left, right) => (left < right ? -1 : 1));
}

function noName(): Problem {
  return { code: 'answers-unreadable', file: 'answers', line: null, column: null, message: 'The name of an answers file is empty.', remedy: 'Name a file; a variable of the shell that is not set gives an empty name.' };
}

function nothingFound(word: string): Problem {
  const folder = kindOf(word) === 'folder';
  return {
    code: 'answers-unreadable',
    file: word,
    line: null,
    column: null,
    message: folder ? 'The folder holds no answers file.' : 'No answers file matches.',
    remedy: `Answers files end in ${ENDINGS.join(', ')}.`,
  };
}
