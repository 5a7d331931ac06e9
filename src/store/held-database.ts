import Sqlite, { type Database, type Options, type PragmaOptions } from 'better-sqlite3';

/** For as long as the process lives. */
const held: object[] = [];

/**
 * Opens a database of which the garbage collector finds nothing to take:
 * neither itself nor a statement.
 *
 * Compiled with the headers of Node 24.19 to 24.21, an object of
 * better-sqlite3 12 gives back a hook when it is collected, and Node aborts the
 * process where it runs no script at that moment (nodejs/node#65446).
 * better-sqlite3 13 does without, but not on Node 20. Stores prepare each
 * statement once, so little is held.
 */
export function openHeldDatabase(file: string, options: Options = {}): Database {
  const database = new Sqlite(file, options);
  const prepareLoose = database.prepare.bind(database);
  held.push(database);

  function prepare(words: string) {
    const statement = prepareLoose(words);
    held.push(statement);
    return statement;
  }

  /** As the library's own, whose statement nobody could hold. */
  function pragma(words: string, { simple = false }: PragmaOptions = {}): unknown {
    const statement = prepare(`PRAGMA ${words}`);
    if (statement.reader) return simple ? statement.pluck().get() : statement.all();
    statement.run();
    return simple ? undefined : [];
  }

  return Object.assign(database, { prepare, pragma });
}
