import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT, StorageError } from '../../src/errors.ts';
import { type Connection, openConnection } from '../../src/store/connection.ts';
import { openHeldDatabase } from '../../src/store/held-database.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { createSqliteStore, openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { gradedState, interviewState } from '../helpers/states.ts';
import { newResume } from './sample-resume.ts';

const root = mkdtempSync(join(tmpdir(), 'hotseat-store-'));
const newFolder = (): string => mkdtempSync(join(root, 'data-'));
afterAll(() => rmSync(root, { recursive: true }));

async function errorOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
    return 'no error';
  } catch (error) {
    return error;
  }
}

function expectStorageError(error: unknown, code: string): void {
  expect(error).toBeInstanceOf(StorageError);
  expect(error).toMatchObject({ code, exitCode: EXIT.dataFolder, remedy: expect.stringMatching(/\S+ .*\.$/) as string });
}

/** A store whose database can be put into trouble from below. */
function openBoth(folder = newFolder()): { store: Store; connection: Connection } {
  const connection = openConnection(folder);
  return { store: createSqliteStore(connection), connection };
}

describe('a place that cannot be used', () => {
  it.each<[string, (folder: string) => string, string]>([
    ['a file in place of the folder', (folder) => writeFile(join(folder, 'file')), 'data-folder-not-a-folder'],
    ['a file in the path', (folder) => join(writeFile(join(folder, 'file')), 'deeper'), 'data-folder-not-a-folder'],
    ['a folder in place of the database', (folder) => (mkdirSync(join(folder, 'hotseat.db')), folder), 'database-not-opened'],
    ['something else in place of the database', (folder) => (writeFile(join(folder, 'hotseat.db')), folder), 'database-damaged'],
  ])('%s is refused in words', async (_, spoil, code) => {
    const place = spoil(newFolder());
    expectStorageError(await errorOf(() => openSqliteStore(place)), code);
  });

  const writeFile = (path: string): string => {
    writeFileSync(path, 'Something that is no database. '.repeat(100));
    return path;
  };

  it('a database of a newer version is refused, and left as it is', async () => {
    const folder = newFolder();
    const { store, connection } = openBoth(folder);
    connection.database.pragma('user_version = 99');
    await store.close();
    const before = readFileSync(join(folder, 'hotseat.db'));

    expectStorageError(await errorOf(() => openSqliteStore(folder)), 'database-newer');
    expect(readFileSync(join(folder, 'hotseat.db')).equals(before)).toBe(true);
  });

  it('an open one carries the number of its last migration', async () => {
    const { store, connection } = openBoth();
    expect(connection.database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    await store.close();
  });
});

describe('trouble on the way', () => {
  it('a full disk leaves what was saved before, and saving goes on when there is room', async () => {
    const { store, connection } = openBoth();
    const before = interviewState({ jobRole: 'before' });
    const revision = await store.saveInterview(before, 0);
    const pages = Number(connection.database.pragma('page_count', { simple: true }));
    connection.database.pragma(`max_page_count = ${pages}`);

    const long = { role: 'candidate' as const, content: 'long '.repeat(20_000), questionId: null, answerId: null };
    const after = interviewState({ jobRole: 'after', messages: [long] });
    expectStorageError(await errorOf(() => store.saveInterview(after, revision)), 'disk-full');
    expectStorageError(await errorOf(() => store.addResume(newResume('one', { text: long.content }))), 'disk-full');
    expect(await store.findInterview('session1')).toMatchObject({ state: before, revision });
    expect(await store.listResumes()).toEqual([]);
    expect(await store.check()).toBeUndefined();

    connection.database.pragma('max_page_count = 100000');
    await store.saveInterview(after, revision);
    expect((await store.findInterview('session1'))?.state).toEqual(after);
    await store.close();
  });

  it('a database that cannot be written can still be read', async () => {
    const { store, connection } = openBoth();
    const revision = await store.saveInterview(interviewState(), 0);
    connection.database.pragma('query_only = ON');
    expectStorageError(await errorOf(() => store.saveInterview(interviewState(), revision)), 'data-folder-read-only');
    expect(await store.findInterview('session1')).toMatchObject({ revision });
    await store.close();
  });

  it('another program that does not let go is named', async () => {
    const folder = newFolder();
    const { store, connection } = openBoth(folder);
    connection.database.pragma('busy_timeout = 5');
    const other = openHeldDatabase(join(folder, 'hotseat.db'));
    other.exec('BEGIN IMMEDIATE');
    expectStorageError(await errorOf(() => store.saveInterview(interviewState(), 0)), 'database-busy');
    other.exec('ROLLBACK');
    other.close();
    expect(await store.saveInterview(interviewState(), 0)).toBe(1);
    await store.close();
  });

  it('damaged pages are found by the check, and refused when they are read', async () => {
    const folder = newFolder();
    const first = openSqliteStore(folder);
    for (let i = 0; i < 20; i += 1) await first.saveInterview(gradedState({ sessionId: `s${i}` }), 0);
    await first.close();
    const file = join(folder, 'hotseat.db');
    const bytes = readFileSync(file);
    // The schema in the first pages stays whole; what follows is lost.
    bytes.fill(0xff, 40 * 4096);
    writeFileSync(file, bytes);

    const store = openSqliteStore(folder);
    expect(await store.check()).toMatch(/\S/);
    const readAll = async () => {
      for (let i = 0; i < 20; i += 1) await store.findInterview(`s${i}`);
      await store.listInterviews();
    };
    expectStorageError(await errorOf(readAll), 'database-damaged');
    await store.close();
  });

  it.each([
    ['interviews', "UPDATE interviews SET state = json_set(state, '$.status', 'unheard-of')", (one: Store) => one.findInterview('last')],
    ['resumes', "UPDATE resumes SET summary = '[]'", (one: Store) => one.findResume('last')],
    ['vectors', "UPDATE chunks SET vector = x'00'", (one: Store) => one.chunksOf('last')],
    ['claims', "UPDATE claims SET content = '{}'", (one: Store) => one.findResume('last')],
  ])('%s that hold something else than they should are refused, not used', async (_, statement, read) => {
    const { store, connection } = openBoth();
    await store.addResume(newResume());
    await store.saveInterview(gradedState(), 0);
    connection.database.exec(statement);
    expectStorageError(await errorOf(() => read(store)), 'record-damaged');
    await store.close();
  });

  it('a mistake of ours stays a mistake of ours', async () => {
    const { store } = openBoth();
    await store.close();
    const error = await errorOf(() => store.listResumes());
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(StorageError);
  });
});

describe('privacy', () => {
  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

  it('folder and files are for their owner alone', async () => {
    const folder = join(newFolder(), 'new');
    const store = openSqliteStore(folder);
    await store.saveInterview(interviewState(), 0);
    expect(modeOf(folder)).toBe('700');
    expect(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))])).toEqual([
      ['hotseat.db', '600'],
      ['hotseat.db-shm', '600'],
      ['hotseat.db-wal', '600'],
    ]);
    await store.close();
  });

  it.each([
    ['an empty folder that was made for it becomes private', [], '700'],
    ['a folder that holds other things keeps its mode', ['letter.txt'], '755'],
  ])('%s', async (_, others, mode) => {
    const folder = newFolder();
    others.forEach((name) => writeFileSync(join(folder, name), ''));
    chmodSync(folder, 0o755);
    await openSqliteStore(folder).close();
    expect(modeOf(folder)).toBe(mode);
  });

  it('nothing of a deleted resume and its interviews is left in any file', async () => {
    const secret = 'a sentence that nobody else would write';
    const folder = newFolder();
    const store = openSqliteStore(folder);
    const { id } = await store.addResume(newResume('one', { text: secret, name: secret }));
    const message = { role: 'candidate' as const, content: secret, questionId: null, answerId: null };
    const revision = await store.saveInterview(gradedState({ resumeId: id, messages: [message] }), 0);
    await store.saveInterview(gradedState({ resumeId: id, messages: [message, message] }), revision);
    await store.saveDraft('session1', secret);
    expect(holding(folder, secret)).not.toEqual([]);

    await store.deleteResume(id);
    expect(holding(folder, secret)).toEqual([]);
    await store.close();
    expect(holding(folder, secret)).toEqual([]);
  });

  const holding = (folder: string, words: string): string[] =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
});
