import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { ParsedResume } from '../schemas/resume.ts';
import type { Connection } from './connection.ts';
import { createIdFinder, newId } from './ids.ts';
import { readRecord } from './records.ts';
import type { Store } from './store.ts';

type CandidateMethods = Pick<Store, 'listCandidates' | 'resumesOf' | 'deleteCandidate'>;

const CandidateRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  resumes: z.number(),
  interviews: z.number(),
});

const SELECT_LISTING = `
  SELECT id, name,
    (SELECT count(*) FROM resumes WHERE candidate_id = candidates.id) AS resumes,
    (SELECT count(*) FROM interviews JOIN resumes ON resumes.id = resume_id
      WHERE candidate_id = candidates.id) AS interviews
  FROM candidates ORDER BY number DESC`;

export function createCandidateStore({ database, read, erase }: Connection): CandidateMethods {
  const findId = createIdFinder(database, 'candidates');
  const list = database.prepare(SELECT_LISTING);
  const selectResumes = database
    .prepare<[string], string>('SELECT id FROM resumes WHERE candidate_id = ? ORDER BY number')
    .pluck();
  const remove = database.prepare<[string]>('DELETE FROM candidates WHERE id = ?');

  return {
    async listCandidates() {
      return read(() => readRecord(z.array(CandidateRow), list.all(), 'The list of candidates'));
    },

    async resumesOf(given) {
      return read(() => {
        const id = findId(given);
        return id === undefined ? undefined : selectResumes.all(id);
      });
    },

    async deleteCandidate(given) {
      return erase(() => {
        const id = findId(given);
        if (id === undefined) return undefined;
        const resumeIds = selectResumes.all(id);
        remove.run(id);
        return { resumeIds };
      });
    },
  };
}

/** The candidate side of adding and deleting resumes; called inside their transactions. */
export interface CandidateRows {
  /** The id of the person a resume belongs to, made when they are new. */
  findOrAdd(person: Pick<ParsedResume, 'name' | 'email'>): string;
  /** Removes whoever has no resume left. */
  removeWithoutResumes(): void;
}

export function createCandidateRows(database: Database): CandidateRows {
  const byEmail = database.prepare<[string], string>('SELECT id FROM candidates WHERE email = ?').pluck();
  // Two people may share a name, but not when both gave an e-mail and these differ.
  const byName = database
    .prepare<{ name: string; email: string | null }, string>(
      `SELECT id FROM candidates WHERE lower(name) = lower(@name) AND (@email IS NULL OR email IS NULL) LIMIT 2`,
    )
    .pluck();
  const insert = database.prepare<[string, string | null, string | null]>(
    'INSERT INTO candidates (id, name, email) VALUES (?, ?, ?)',
  );
  const complete = database.prepare<{ id: string; name: string | null; email: string | null }>(
    'UPDATE candidates SET name = coalesce(name, @name), email = coalesce(email, @email) WHERE id = @id',
  );
  const clean = database.prepare('DELETE FROM candidates WHERE id NOT IN (SELECT candidate_id FROM resumes)');

  function find(name: string | null, email: string | null): string | undefined {
    const sameEmail = email === null ? undefined : byEmail.get(email);
    if (sameEmail !== undefined || name === null) return sameEmail;
    const [first, second] = byName.all({ name, email });
    return second === undefined ? first : undefined;
  }

  return {
    findOrAdd(person) {
      const name = person.name?.replace(/\s+/g, ' ').trim() || null;
      const email = person.email?.trim().toLowerCase() || null;
      const known = find(name, email);
      const id = known ?? newId();
      if (known === undefined) insert.run(id, name, email);
      else complete.run({ id, name, email });
      return id;
    },

    removeWithoutResumes() {
      clean.run();
    },
  };
}
