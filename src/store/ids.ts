import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { InputError } from '../errors.ts';

// Crockford's base 32: no letters that look like a digit, and no l, so that no id begins with "last".
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/** A new random id of 10 small letters and digits: 50 bits, easy to read out and to type. */
export function newId(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/**
 * Finds the whole id for a given one: itself, a unique beginning of it, or
 * `last`: the interview that was last worked on, and of the others the newest.
 * Undefined when there is none; an `InputError` when the beginning fits several.
 */
export type FindId = (given: string) => string | undefined;

const LAST_FIRST = { candidates: 'number DESC', resumes: 'number DESC', interviews: 'updated_at DESC, number DESC' };

export function createIdFinder(database: Database, table: keyof typeof LAST_FIRST): FindId {
  const newest = database.prepare<[], string>(`SELECT id FROM ${table} ORDER BY ${LAST_FIRST[table]} LIMIT 1`).pluck();
  const matching = database
    .prepare<{ given: string }, string>(
      `SELECT id FROM ${table} WHERE substr(id, 1, length(@given)) = @given ORDER BY id = @given DESC LIMIT 2`,
    )
    .pluck();

  return (given) => {
    if (given === '') return undefined;
    if (given === 'last') return newest.get();
    const [first, second] = matching.all({ given });
    if (second === undefined || first === given) return first;
    throw new InputError(
      'ambiguous-id',
      `Several ${table} have an id that begins with "${given}".`,
      'Give more letters of the id.',
    );
  };
}

/** The whole id of a resume that must be there. */
export function requireResume(findId: FindId, given: string): string {
  const id = findId(given);
  if (id !== undefined) return id;
  throw new InputError('unknown-resume', `There is no resume ${given}.`, 'See `hotseat resume list`.');
}
