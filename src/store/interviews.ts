import { z } from 'zod';
import { InputError } from '../errors.ts';
import { InterviewState, SessionListing } from '../schemas/interview.ts';
import type { Connection } from './connection.ts';
import { createIdFinder } from './ids.ts';
import { createInterviewRows } from './interview-rows.ts';
import { json, readRecord } from './records.ts';
import type { Store } from './store.ts';

type InterviewMethods = Pick<
  Store,
  'saveInterview' | 'findInterview' | 'listInterviews' | 'deleteInterview' | 'saveDraft' | 'recentQuestions'
>;

const InterviewRow = z.object({
  state: json(InterviewState),
  revision: z.number().int(),
  draft: z.string(),
  createdAt: z.string(),
});

const INSERT = `
  INSERT INTO interviews (id, resume_id, revision, state) VALUES (@id, @resumeId, 1, @state)
  ON CONFLICT (id) DO NOTHING`;

// A draft ends with the answer it became.
const UPDATE = `
  UPDATE interviews SET resume_id = @resumeId, state = @state, revision = revision + 1,
    draft = CASE WHEN @answers > answers THEN '' ELSE draft END,
    updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
  WHERE id = @id AND revision = @revision`;

const SELECT_LISTING = `
  SELECT interviews.id, resume_id AS resumeId, candidates.name AS candidate, interviews.role, mode, status, round,
    asked, questions, score, interviews.created_at AS createdAt, updated_at AS updatedAt
  FROM interviews
  LEFT JOIN resumes ON resumes.id = resume_id
  LEFT JOIN candidates ON candidates.id = candidate_id
  WHERE (@status IS NULL OR status = @status) AND (@resumeId IS NULL OR resume_id = @resumeId)
  ORDER BY updated_at DESC, interviews.number DESC`;

const SELECT_RECENT = `
  SELECT source_id FROM questions
  JOIN (SELECT id, number FROM interviews ORDER BY number DESC LIMIT ?) AS recent ON recent.id = interview_id
  WHERE source_id IS NOT NULL
  ORDER BY recent.number DESC, position DESC`;

export function createInterviewStore({ database, read, write, erase }: Connection): InterviewMethods {
  const findId = createIdFinder(database, 'interviews');
  const findResumeId = createIdFinder(database, 'resumes');
  const project = createInterviewRows(database);
  const hasResume = database.prepare<[string]>('SELECT 1 FROM resumes WHERE id = ?');
  const insert = database.prepare(INSERT);
  const update = database.prepare(UPDATE);
  const select = database.prepare<[string]>(
    'SELECT state, revision, draft, created_at AS createdAt FROM interviews WHERE id = ?',
  );
  const list = database.prepare<{ status: string | null; resumeId: string | null }>(SELECT_LISTING);
  const remove = database.prepare<[string]>('DELETE FROM interviews WHERE id = ?');
  const updateDraft = database.prepare<[string, string]>('UPDATE interviews SET draft = ? WHERE id = ?');
  const recent = database.prepare<[number], string>(SELECT_RECENT).pluck();

  function requireResume(resumeId: string | null): void {
    if (resumeId === null || hasResume.get(resumeId) !== undefined) return;
    throw new InputError(
      'unknown-resume',
      `The resume ${resumeId} of this interview is no longer there.`,
      'Ingest it again, and begin a new interview.',
    );
  }

  return {
    async saveInterview(given, revision) {
      // Checked on the way in too, so that nothing is stored that cannot be read again.
      const state = InterviewState.parse(given);
      const { sessionId: id, resumeId } = state;
      const row = { id, resumeId, state: JSON.stringify(state) };
      return write(() => {
        requireResume(resumeId);
        const saved =
          revision === 0 ? insert.run(row) : update.run({ ...row, revision, answers: state.userAnswers.length });
        if (saved.changes === 0) throw interviewTaken(id);
        project(state);
        return revision + 1;
      });
    },

    async findInterview(given) {
      return read(() => {
        const id = findId(given);
        const row = id === undefined ? undefined : select.get(id);
        return row === undefined ? undefined : readRecord(InterviewRow, row, `The interview ${id}`);
      });
    },

    async listInterviews({ status = null, resumeId } = {}) {
      return read(() => {
        const id = resumeId === undefined ? null : findResumeId(resumeId);
        if (id === undefined) return [];
        return readRecord(z.array(SessionListing), list.all({ status, resumeId: id }), 'The list of interviews');
      });
    },

    async deleteInterview(given) {
      return erase(() => {
        const id = findId(given);
        return id !== undefined && remove.run(id).changes > 0;
      });
    },

    async saveDraft(given, text) {
      write(() => {
        const id = findId(given);
        if (id === undefined) {
          throw new InputError('unknown-session', `There is no interview ${given}.`, 'See `hotseat session list`.');
        }
        updateDraft.run(text, id);
      });
    },

    async recentQuestions(interviews) {
      return read(() => [...new Set(recent.all(interviews))]);
    },
  };
}

function interviewTaken(id: string): InputError {
  return new InputError(
    'interview-taken',
    `The interview ${id} was changed or deleted by another hotseat in the meantime.`,
    'Close the other one, then open the interview again from where it stands.',
  );
}
