import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Problem } from './problems.ts';

const READ_REMEDIES: Record<string, string> = {
  ENOENT: 'Check the name and the folder.',
  EACCES: 'Make it readable: chmod +r.',
  EISDIR: 'Name a file in it, or give the folder to hotseat score itself.',
};

/** The text of a file without its byte order mark, or what is wrong with the file. */
export function readTextFile(path: string, shown: string): { text: string } | { problem: Problem } {
  try {
    const bytes = readFileSync(path);
    if (isWide(bytes)) return { problem: encodingProblem(shown, null) };
    if (!isUtf8(bytes)) return { problem: encodingProblem(shown, lineOfBadByte(bytes)) };
    return { text: bytes.toString('utf8').replace(/^\uFEFF/u, '') };
  } catch (error) {
    return { problem: unreadable(shown, error) };
  }
}

/** For an error of the file system; anything else is thrown on. */
export function unreadable(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  const message = code === 'ENOENT' ? 'There is no such file.' : 'The file cannot be read.';
  return { code: 'answers-unreadable', file, line: null, column: null, message, remedy: READ_REMEDIES[code] ?? 'Check that it is a file and yours to read.' };
}

export function encodingProblem(file: string, line: number | null): Problem {
  return {
    code: 'answers-encoding',
    file,
    line,
    column: null,
    message: 'The text is not UTF-8.',
    remedy: 'Save it as UTF-8; in a spreadsheet choose "CSV UTF-8".',
  };
}

/** UTF-16 or UTF-32 by its first bytes: it begins with a mark, or with a letter beside zeros, which may well be UTF-8 too. */
export function isWide([first, second]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0) !== (second === 0) && first !== undefined && second !== undefined;
}

/** The first line that is no UTF-8. */
function lineOfBadByte(bytes: Buffer): number | null {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return null;
}
