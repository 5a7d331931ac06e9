import { lstatSync, statSync, type Stats } from 'node:fs';
import { realPlace } from '../../real-place.ts';
import { ENDINGS } from './answers-name.ts';
import { matchPattern } from './match-pattern.ts';
import { isOwnOutput } from './own-outputs.ts';
import type { Problem } from './problems.ts';
import { walkFolder, type Found, type ReadFolder } from './walk-folder.ts';

export const STANDARD_INPUT = '-';

export interface FindOptions {
  /** What the run itself writes or compares with: left out of folders and patterns. */
  except?: readonly string[];
  /** Results of hotseat are looked for, and not passed over. */
  results?: boolean;
  readFolder?: ReadFolder;
}

export interface Inputs {
  files: string[];
  problems: Problem[];
  /** Results and baselines of hotseat in folders and patterns, which are no answers. */
  passedOver: string[];
}

/**
 * The files that the words of a command line mean: files as they are, every
 * answers file of a folder and below, and whatever a pattern matches, sorted
 * and each once, whatever links lead there; `-` is standard input. A word that
 * means nothing is a problem, and so are a folder that cannot be read and a
 * link that leads nowhere.
 */
export async function findInputs(words: readonly string[], { except = [], results = false, readFolder }: FindOptions = {}): Promise<Inputs> {
  const ours = new Set(except.map(realPlace));
  const files = new Map<string, string>();
  const passedOver = new Map<string, string>();
  const problems: Problem[] = [];
  for (const word of words) {
    const found = await filesOf(word, readFolder);
    const fit = found.files.filter((file) => file === word || !ours.has(realPlace(file)));
    for (const file of sorted(fit)) {
      const place = realPlace(file);
      const heap = !results && file !== word && isOwnOutput(file) ? passedOver : files;
      if (file !== word && leadsNowhere(file)) problems.push(deadLink(file));
      else heap.set(place, heap.get(place) ?? file);
    }
    problems.push(...found.problems);
    if (word.trim() === '') problems.push(noName());
    else if (found.problems.length === 0 && fit.every((file) => passedOver.has(realPlace(file)))) problems.push(nothingFound(word));
  }
  return { files: [...files.values()], problems, passedOver: [...passedOver].flatMap(([place, file]) => (files.has(place) ? [] : [file])) };
}

async function filesOf(word: string, readFolder?: ReadFolder): Promise<Found> {
  const named: Found = { files: [word], problems: [] };
  if (word === STANDARD_INPUT) return named;
  if (word.trim() === '') return { files: [], problems: [] };
  const kind = kindOf(word);
  // A file may be called a[1].yaml: what is there is no pattern.
  if (kind === 'file') return named;
  if (kind === 'folder') return walkFolder(word, readFolder);
  // What looks for files is loaded where some are looked for: most runs name theirs.
  return (await matchPattern(word)) ?? named;
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statOf(path);
  return found && (found.isDirectory() ? 'folder' : 'file');
}

/** Undefined for what is not there, or cannot be reached: reading it says why. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function leadsNowhere(file: string): boolean {
  return statOf(file) === undefined && (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false);
}

/** By code units, so that the order is the same on every machine. */
function sorted(names: string[]): string[] {
  return names.sort((left, right) => (left < right ? -1 : 1));
}

function deadLink(file: string): Problem {
  return { code: 'answers-unreadable', file, line: null, column: null, message: 'The link leads to no file that can be read.', remedy: 'Correct where it leads, or take it away.' };
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
