import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { openHeldDatabase } from '../../src/store/held-database.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is referred to here is known to nobody else. */
function refer() {
  const database = openHeldDatabase(':memory:');
  return { nobody: new WeakRef({}), database: new WeakRef(database), statement: new WeakRef(database.prepare('SELECT 1')) };
}

describe('a held database', () => {
  it('and its statements are not collected when nobody else knows them', async () => {
    const { nobody, database, statement } = refer();

    await vi.waitFor(() => {
      collect();
      // Compared here: an assertion that fails would hold what it was about.
      expect(nobody.deref() === undefined).toBe(true);
    });
    expect(database.deref()).toBeDefined();
    expect(statement.deref()).toBeDefined();
  });

  it.each([
    ['one value of a setting', 'user_version', { simple: true }, 0],
    ['rows', 'user_version', {}, [{ user_version: 0 }]],
    ['what a new value amounts to', 'journal_mode = WAL', {}, [{ journal_mode: 'memory' }]],
    ['no rows where SQLite says nothing', 'foreign_keys = ON', {}, []],
    ['no value where SQLite says nothing', 'foreign_keys = ON', { simple: true }, undefined],
  ])('gives %s', (_, words, options, result) => {
    expect(openHeldDatabase(':memory:').pragma(words, options)).toEqual(result);
  });

  it('keeps a setting', () => {
    const database = openHeldDatabase(':memory:');
    database.pragma('user_version = 7');
    expect(database.pragma('user_version', { simple: true })).toBe(7);
  });
});
