import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openConnection } from '../../src/store/connection.ts';
import { openHeldDatabase } from '../../src/store/held-database.ts';
import { createSqliteStore, openSqliteStore } from '../../src/store/sqlite.ts';
import { gradedEvaluation, gradedState, givenAnswer, interviewReport, interviewState } from '../helpers/states.ts';
import { startScript } from '../helpers/script.ts';
import { testStore } from './contract.ts';
import { axis } from './sample-resume.ts';

const root = mkdtempSync(join(tmpdir(), 'hotseat-store-'));
const newFolder = (): string => mkdtempSync(join(root, 'data-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('the SQLite store', () => {
  testStore(async () => openSqliteStore(newFolder()));
});

describe('the rows of an interview', () => {
  const TABLES = ['questions', 'messages', 'answers', 'evaluations', 'disagreements', 'reports'];

  function rowsIn(folder: string): Record<string, unknown[]> {
    const database = openHeldDatabase(join(folder, 'hotseat.db'), { readonly: true });
    const rows = TABLES.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all()] as const);
    database.close();
    return Object.fromEntries(rows);
  }

  it('show what the state holds, in columns that can be searched', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    const disagreements = [{ answerId: 'a1', band: 4, comment: 'It was all there.' }];
    await store.saveInterview(gradedState({ disagreements, report: interviewReport() }), 0);
    await store.close();

    expect(rowsIn(folder)).toMatchObject({
      questions: [{ question_id: 'q1', type: 'technical', domain: 'sql', source_id: 'sql-index', source_version: 1 }],
      messages: [{ role: 'interviewer' }, { role: 'candidate', text: givenAnswer().text }],
      answers: [{ answer_id: 'a1', question_id: 'q1', mode: 'text', text: givenAnswer().text, skipped: 0 }],
      evaluations: [{ answer_id: 'a1', status: 'graded', score: 0.7, band: 3, grader: 'offline' }],
      disagreements: [{ answer_id: 'a1', band: 4 }],
      reports: [{ overall_score: 0.7, hiring_recommendation: 'insufficient evidence' }],
    });
  });

  it('stay as they are when the same state is saved again', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    const revision = await store.saveInterview(gradedState(), 0);
    const before = rowsIn(folder);
    await store.saveInterview(gradedState(), revision);
    expect(rowsIn(folder)).toEqual(before);
    await store.close();
  });

  it('follow an edited answer, and go with what left the state', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    const first = await store.saveInterview(gradedState({ report: interviewReport() }), 0);
    const evaluation = gradedEvaluation({ score: 0.2, band: 1 });
    const edited = gradedState({
      userAnswers: [givenAnswer({ text: 'For lookups.' })],
      evaluationHistory: [{ answerId: 'a1', questionId: 'q1', evaluation }],
      messages: [],
    });
    await store.saveInterview(edited, first);
    await store.close();

    const rows = rowsIn(folder);
    expect(rows['answers']).toMatchObject([{ text: 'For lookups.' }]);
    expect(rows['evaluations']).toMatchObject([{ score: 0.2, band: 1 }]);
    expect(rows).toMatchObject({ messages: [], reports: [] });
  });
});

describe('several processes', () => {
  it('find what was acknowledged before a kill -9', async () => {
    await Promise.all([1, 20, 100, 300].map(killAfter));
  });

  async function killAfter(saves: number): Promise<void> {
    const folder = newFolder();
    const script = startScript('test/store/saves-for-ever.ts', folder);
    await vi.waitFor(() => expect(script.lines.length).toBeGreaterThanOrEqual(saves), { timeout: 25_000 });
    await script.kill();

    const acknowledged = Number(script.lines.at(-1));
    const store = openSqliteStore(folder);
    const found = await store.findInterview('session1');
    expect(found?.revision).toBeGreaterThanOrEqual(acknowledged);
    expect(found?.state.questionCount).toBe((found?.revision ?? 0) - 1);
    expect(await store.check()).toBeUndefined();
    await store.close();
  }

  it('cannot both save the same interview', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    const revision = await store.saveInterview(interviewState(), 0);
    await store.close();

    const scripts = [1, 2].map(() => startScript('test/store/saves-once.ts', folder, 'session1', String(revision)));
    expect(await Promise.all(scripts.map(({ exited }) => exited))).toEqual([0, 0]);
    expect(scripts.flatMap(({ lines }) => lines).sort()).toEqual(['interview-taken', 'saved']);
  });

  it('wait for each other when they read and write at the same time', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder);
    const names = ['s1', 's2', 's3'];
    for (const sessionId of names) await store.saveInterview(interviewState({ sessionId }), 0);
    await store.close();

    const scripts = names.map((name) => startScript('test/store/writes-drafts.ts', folder, name));
    await Promise.all(scripts.map(({ exited }) => exited));
    expect(scripts.map(({ lines }) => lines)).toEqual(names.map(() => ['written']));
  });

  it('may begin in the same empty folder at once', async () => {
    const folder = join(newFolder(), 'not', 'there', 'yet');
    const names = ['s1', 's2', 's3', 's4'];
    const scripts = names.map((name) => startScript('test/store/saves-once.ts', folder, name));
    await Promise.all(scripts.map(({ exited }) => exited));
    expect(scripts.map(({ lines }) => lines)).toEqual(names.map(() => ['saved']));

    const store = openSqliteStore(folder);
    expect((await store.listInterviews()).map(({ id }) => id).sort()).toEqual(names);
    await store.close();
  });
});

describe('the vectors of question packs', () => {
  it('go when nobody used them for 90 days, and stay when somebody did', async () => {
    const connection = openConnection(newFolder());
    const store = createSqliteStore(connection);
    const age = (pack: string, days: number) =>
      connection.database.prepare("UPDATE pack_vectors SET used_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?) WHERE pack_hash = ?").run(`-${days} days`, pack);
    for (const pack of ['unused', 'used']) await store.keepPackVectors('test/axes', pack, [axis(1)]);
    age('unused', 91);
    age('used', 80);
    await store.findPackVectors('test/axes', 'used', 1);
    age('unused', 91);
    await store.keepPackVectors('test/axes', 'new', [axis(2)]);

    expect(connection.database.prepare('SELECT pack_hash FROM pack_vectors ORDER BY 1').pluck().all()).toEqual(['new', 'used']);
    expect(connection.database.prepare("SELECT count(*) FROM pack_vectors WHERE used_at < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 days')").pluck().get()).toBe(0);
    await store.close();
  });
});
