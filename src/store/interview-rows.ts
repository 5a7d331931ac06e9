import type { Database } from 'better-sqlite3';
import type { InterviewState } from '../schemas/interview.ts';

/** Which table shows which part of the state. */
const TABLES: Record<string, (state: InterviewState) => unknown[]> = {
  questions: (state) => state.previousQuestions,
  messages: (state) => state.messages,
  answers: (state) => state.userAnswers,
  evaluations: (state) => state.evaluationHistory,
  disagreements: (state) => state.disagreements,
  reports: (state) => (state.report ? [state.report] : []),
};

/**
 * Shows the state as rows: one a question, message, answer, evaluation,
 * disagreement and report. Saving the same state again changes nothing; what
 * is no longer in the state goes.
 */
export function createInterviewRows(database: Database): (state: InterviewState) => void {
  const projections = Object.entries(TABLES).map(([table, partOf]) => createProjection(database, table, partOf));
  return (state) => projections.forEach((project) => project(state));
}

function createProjection(database: Database, table: string, partOf: (state: InterviewState) => unknown[]) {
  // Untouched when it is the same, so that a row keeps its time and a save writes only what is new.
  const upsert = database.prepare<[string, number, string]>(
    `INSERT INTO ${table} (interview_id, position, content) VALUES (?, ?, ?)
     ON CONFLICT (interview_id, position) DO UPDATE SET content = excluded.content WHERE content <> excluded.content`,
  );
  const removeFrom = database.prepare<[string, number]>(`DELETE FROM ${table} WHERE interview_id = ? AND position >= ?`);

  return (state: InterviewState): void => {
    const rows = partOf(state);
    rows.forEach((row, position) => upsert.run(state.sessionId, position, JSON.stringify(row)));
    removeFrom.run(state.sessionId, rows.length);
  };
}
