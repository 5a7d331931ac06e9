import { constants, type Stats } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { ReadingFailure, type FailureCode } from './reading-failure.ts';

/** No resume is larger; what is larger is a scan or an attack. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
const NON_BLOCKING = constants.O_NONBLOCK ?? 0;

/**
 * The bytes of an ordinary file, read once. Looks before it opens, because
 * opening a device can do something and opening a pipe can wait for ever; and
 * looks again at what it opened, because the path may have changed meanwhile.
 * Rejects with `ReadingFailure`.
 */
export async function readFileSafely(path: string): Promise<Uint8Array<ArrayBuffer>> {
  checkKind(await lstat(path).catch(refuse));
  const file = await open(path, constants.O_RDONLY | NO_FOLLOW | NON_BLOCKING).catch(refuse);
  try {
    const stats = await file.stat();
    checkKind(stats);
    return await readAll(file, stats.size);
  } finally {
    await file.close();
  }
}

function checkKind(stats: Stats): void {
  const kind = kindOf(stats);
  if (kind) throw new ReadingFailure('file-not-regular', `is ${kind}, not a file`);
  // Root may read anything; a file that nobody may read was closed on purpose.
  if (process.platform !== 'win32' && (stats.mode & 0o444) === 0) throw new ReadingFailure('file-unreadable');
  if (stats.size === 0) throw new ReadingFailure('file-empty');
  if (stats.size > MAX_FILE_BYTES) throw new ReadingFailure('file-too-large');
}

function kindOf(stats: Stats): string | undefined {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return stats.isFile() ? undefined : 'a device';
}

/** A file that grows while it is read is cut off at the limit, not followed. */
async function readAll(file: FileHandle, expected: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(expected);
  let length = 0;
  while (length < expected) {
    const { bytesRead } = await file.read(bytes, length, expected - length, length).catch(refuse);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length === 0) throw new ReadingFailure('file-empty');
  return length === expected ? bytes : bytes.slice(0, length);
}

const CODES: Record<string, FailureCode> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EACCES: 'file-unreadable',
  EPERM: 'file-unreadable',
  ELOOP: 'file-not-regular',
  EISDIR: 'file-not-regular',
  ENXIO: 'file-not-regular',
};

function refuse(cause: unknown): never {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  throw new ReadingFailure(CODES[code] ?? 'file-unreadable');
}
