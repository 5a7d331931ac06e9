import { StorageError } from '../errors.ts';

type Words = (place: string) => [code: string, message: string, remedy: string];

const full: Words = (place) => [
  'disk-full',
  `There is no room left to write ${place}; what was saved before is still there.`,
  'Free some space on that disk, then do the same again.',
];
const readOnly: Words = (place) => [
  'data-folder-read-only',
  `${place} can be read but not written.`,
  'Make it writable for you, or set HOTSEAT_HOME to a folder that is.',
];
const denied: Words = (place) => [
  'data-folder-denied',
  `The system does not let you use ${place}.`,
  'Make it readable and writable for you, or set HOTSEAT_HOME to a folder that is.',
];
const damaged: Words = (place) => [
  'database-damaged',
  `${place} is damaged, or is no hotseat database.`,
  'Put a copy of it in its place, or move the file away to begin anew.',
];
const notOpened: Words = (place) => [
  'database-not-opened',
  `${place} cannot be opened as a database.`,
  'Check that its folder exists, is a folder and is yours, or set HOTSEAT_HOME to another one.',
];
const busy: Words = (place) => [
  'database-busy',
  `Another program holds ${place} and did not let go of it.`,
  'Close the other hotseat, or wait until it is done, then do the same again.',
];
const failing: Words = (place) => [
  'disk-failing',
  `The system reported an error while reading or writing ${place}.`,
  'Check the disk, then run `hotseat doctor` to see whether the data is whole.',
];
const notAFolder: Words = (place) => [
  'data-folder-not-a-folder',
  `${place} cannot be a folder: a file has that name, or a part of the path is one.`,
  'Move that file away, or set HOTSEAT_HOME to a folder.',
];

/** By SQLite's primary result code, or by the system's; by the extended one where it says more. */
const WORDS: Record<string, Words> = {
  SQLITE_FULL: full,
  // The index of the log cannot grow: so it is said when a database is opened on a full disk.
  SQLITE_IOERR_SHMSIZE: full,
  ENOSPC: full,
  EDQUOT: full,
  SQLITE_READONLY: readOnly,
  EROFS: readOnly,
  SQLITE_PERM: denied,
  SQLITE_AUTH: denied,
  EACCES: denied,
  EPERM: denied,
  SQLITE_CORRUPT: damaged,
  SQLITE_NOTADB: damaged,
  SQLITE_CANTOPEN: notOpened,
  SQLITE_BUSY: busy,
  SQLITE_LOCKED: busy,
  SQLITE_IOERR: failing,
  EIO: failing,
  EISDIR: notOpened,
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
  ENAMETOOLONG: notOpened,
  ELOOP: notOpened,
};

/** Words for what the disk or SQLite refused at `place`; any other error is given back as it is. */
export function describeStorageError(error: unknown, place: string): unknown {
  const code = codeOf(error);
  const words = WORDS[code] ?? WORDS[primary(code)];
  return words ? new StorageError(...words(place), { cause: error }) : error;
}

/** Does the work; what the disk or SQLite refuses is thrown as a `StorageError`. */
export function withStorageErrors<Result>(place: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw describeStorageError(error, place);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** SQLite's extended codes begin with the primary one: SQLITE_IOERR_WRITE is SQLITE_IOERR. */
function primary(code: string): string {
  return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code;
}
