import { chmodSync, closeSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StorageError } from '../errors.ts';
import { makePrivateFolder } from './data-folder.ts';
import { describeStorageError, withStorageErrors } from './errors.ts';
import { openHeldDatabase } from './held-database.ts';
import { migrate } from './migrations.ts';

/** An open database; what SQLite refuses is thrown as a `StorageError`. */
export interface Connection {
  readonly database: Database;
  /** All that is read in `work` comes from one moment. */
  readonly read: <Result>(work: () => Result) => Result;
  /** All that is written in `work` is there, on disk, or none of it. */
  readonly write: <Result>(work: () => Result) => Result;
  /** Like `write`, for deleting: no file of the database holds what went, once nobody else reads there. */
  readonly erase: <Result>(work: () => Result) => Result;
  readonly close: () => void;
}

/** Opens `hotseat.db` in the folder, makes both when they are missing, for their owner alone. */
export function openConnection(folder: string): Connection {
  const file = join(folder, 'hotseat.db');
  preparePlace(folder, file);
  return withStorageErrors(file, () => {
    const database = openHeldDatabase(file, { timeout: 10_000 });
    try {
      configure(database);
      migrate(database, file);
    } catch (error) {
      database.close();
      throw error;
    }
    return createConnection(database, file);
  });
}

function createConnection(database: Database, file: string): Connection {
  // Immediate: a transaction that reads first and writes then is refused by SQLite when another process wrote in between.
  const write = <Result>(work: () => Result): Result =>
    withStorageErrors(file, () => database.transaction(work).immediate());

  return {
    database,
    read: (work) => withStorageErrors(file, () => database.transaction(work).deferred()),
    write,
    erase(work) {
      const result = write(work);
      emptyLog(database);
      return result;
    },
    close: () => withStorageErrors(file, () => database.close()),
  };
}

/** The log of recent writes still holds the pages as they were before. */
function emptyLog(database: Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // What was deleted is deleted; the log is emptied the next time, or when the last one closes.
    if (!(describeStorageError(error, '') instanceof StorageError)) throw error;
  }
}

function configure(database: Database): void {
  database.pragma('journal_mode = WAL');
  // An answer that was acknowledged must outlive a power cut too; costs about 0.3 ms a save.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is overwritten, not only forgotten.
  database.pragma('secure_delete = ON');
}

function preparePlace(folder: string, file: string): void {
  makePrivateFolder(folder);
  withStorageErrors(folder, () => {
    // A folder that somebody made for us becomes private; one that holds other things is left as it is.
    if (readdirSync(folder).length === 0) chmodSync(folder, 0o700);
  });
  // SQLite gives its side files the mode of the database.
  withStorageErrors(file, () => closeSync(openSync(file, 'a', 0o600)));
}
