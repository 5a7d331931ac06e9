import type { Problem } from './problems.ts';

/** For a folder that the file system does not let us read. Anything else is thrown on. */
export function unreadableFolder(folder: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  const remedy = code === 'EACCES' || code === 'EPERM' ? 'Make it readable (chmod +rx), or name the files that are meant.' : 'Check what it is, or name the files that are meant.';
  return { code: 'answers-unreadable', file: folder, line: null, column: null, message: `The folder cannot be read (${code}).`, remedy };
}
