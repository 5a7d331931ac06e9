import { describe, expect, it } from 'vitest';
import { InputError, StorageError } from '../../src/errors.ts';
import { describeStorageError, withStorageErrors } from '../../src/store/errors.ts';

const refused = (code: string): Error => Object.assign(new Error('from below'), { code });

describe('what the disk or SQLite refuses', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['SQLITE_READONLY', 'data-folder-read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'data-folder-read-only'],
    ['EROFS', 'data-folder-read-only'],
    ['EACCES', 'data-folder-denied'],
    ['EPERM', 'data-folder-denied'],
    ['SQLITE_CORRUPT', 'database-damaged'],
    ['SQLITE_CORRUPT_INDEX', 'database-damaged'],
    ['SQLITE_NOTADB', 'database-damaged'],
    ['SQLITE_CANTOPEN', 'database-not-opened'],
    ['SQLITE_BUSY', 'database-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'database-busy'],
    ['SQLITE_IOERR_WRITE', 'disk-failing'],
    ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
    ['ENAMETOOLONG', 'database-not-opened'],
    ['ENOTDIR', 'data-folder-not-a-folder'],
  ])('%s becomes %s, with the place and what to do', (code, expected) => {
    const cause = refused(code);
    const error = describeStorageError(cause, 'the data folder');
    expect(error).toBeInstanceOf(StorageError);
    expect(error).toMatchObject({ code: expected, cause });
    expect(error).toMatchObject({ message: expect.stringMatching(/the data folder.*\.$/) as string });
    expect(error).toMatchObject({ remedy: expect.stringMatching(/^[A-Z].*\.$/) as string });
  });

  it.each([
    ['a broken rule of the database', refused('SQLITE_CONSTRAINT_UNIQUE')],
    ['a file that is not there', refused('ENOENT')],
    ['an error for people', new InputError('interview-taken', 'Taken.', 'Open it again.')],
    ['a mistake of ours', new TypeError('undefined is not a function')],
  ])('%s stays what it is', (_, error) => {
    const work = (): never => {
      throw error;
    };
    expect(() => withStorageErrors('here', work)).toThrow(error);
  });

  it('something thrown that is no error stays what it is', () => {
    expect(describeStorageError('words', 'here')).toBe('words');
  });
});
