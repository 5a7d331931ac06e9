import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { isAnswersName } from './answers-name.ts';
import type { Problem } from './problems.ts';
import { unreadableFolder } from './unreadable.ts';

/** Lists a folder, or throws the error of the file system. */
export type ReadFolder = (path: string) => Dirent[];

export const readFolder: ReadFolder = (path) => readdirSync(path, { withFileTypes: true });

/** What lies in a folder and below. */
export interface Found {
  files: string[];
  problems: Problem[];
}

/**
 * The answers files of a folder and below, those behind links too; a link that
 * leads nowhere counts as the file it is named like. Each folder is read once,
 * whatever links lead there, so that a ring of links has an end. A folder that
 * cannot be read is a problem: what is bad in it would not be seen.
 */
export function walkFolder(folder: string, read: ReadFolder = readFolder): Found {
  const found: Found = { files: [], problems: [] };
  const seen = new Set<string>();
  // Folders come before links to folders, so that a file goes by its own name where it has one.
  const waiting = [folder];
  const linked: string[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift() ?? linked.shift()) {
    try {
      const place = realpathSync(next);
      if (seen.has(place)) continue;
      seen.add(place);
      for (const entry of read(next)) sortIn(entry, joined(next, entry.name), { waiting, linked, found });
    } catch (error) {
      found.problems.push(unreadableFolder(next, error));
    }
  }
  return found;
}

interface Heaps {
  waiting: string[];
  linked: string[];
  found: Found;
}

function sortIn(entry: Dirent, path: string, { waiting, linked, found }: Heaps): void {
  // What begins with a dot is hidden, and nobody's answers lie in an installed package.
  if (entry.name.startsWith('.') || entry.name === 'node_modules') return;
  if (entry.isDirectory()) waiting.push(path);
  else if (entry.isSymbolicLink() && leadsToFolder(path)) linked.push(path);
  else if (isAnswersName(entry.name)) found.files.push(path);
}

/** Where it cannot be told it is taken for one, and reading it says why. */
function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (isAnswersName(path) || leadsNowhere(error)) return false;
    return true;
  }
}

function leadsNowhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP');
}

function joined(folder: string, name: string): string {
  return folder === '.' ? name : `${folder.replace(/\/+$/u, '')}/${name}`;
}
