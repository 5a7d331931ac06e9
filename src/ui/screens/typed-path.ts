import { join } from 'node:path';

/**
 * A path as people type, paste or drag it: without quotes, `file://` and the
 * backslashes that a shell would want, and with `~` for the home folder.
 */
export function readPath(typed: string, home: string | undefined): string {
  const text = typed.trim();
  const quoted = /^(['"])(.*)\1$/su.exec(text);
  const path = quoted ? (quoted[2] ?? '') : unescaped(text);

  if (home !== undefined && (path === '~' || path.startsWith('~/'))) return join(home, path.slice(1));
  return path;
}

function unescaped(text: string): string {
  if (text.startsWith('file://')) return decoded(text.slice('file://'.length));
  // On Windows the backslash parts folders.
  return process.platform === 'win32' ? text : text.replace(/\\(.)/gsu, '$1');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
