import { ResumeSummary } from '../schemas/resume.ts';
import type { Connection } from './connection.ts';
import { createIdFinder, requireResume } from './ids.ts';
import { json, readRecord } from './records.ts';
import type { Store } from './store.ts';

const UPSERT = `
  INSERT INTO summaries (resume_id, role, content) VALUES (?, ?, ?)
  ON CONFLICT (resume_id, role) DO UPDATE SET content = excluded.content`;

/** Summaries of a resume for other roles than the one it was stored with. */
export function createSummaryStore({ database, read, write }: Connection): Pick<Store, 'findSummary' | 'saveSummary'> {
  const findId = createIdFinder(database, 'resumes');
  const upsert = database.prepare<[string, string, string]>(UPSERT);
  const select = database
    .prepare<[string, string], string>('SELECT content FROM summaries WHERE resume_id = ? AND role = ?')
    .pluck();

  return {
    async findSummary(given, role) {
      return read(() => {
        const id = findId(given);
        const content = id === undefined ? undefined : select.get(id, role);
        if (content === undefined) return undefined;
        return readRecord(json(ResumeSummary), content, `A summary of the resume ${id}`);
      });
    },

    async saveSummary(given, role, summary) {
      const content = JSON.stringify(ResumeSummary.parse(summary));
      write(() => upsert.run(requireResume(findId, given), role, content));
    },
  };
}
