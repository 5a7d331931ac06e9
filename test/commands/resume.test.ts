import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hotseat, jsonLines, newHome } from '../helpers/hotseat.ts';

const PDF = 'fixtures/resumes/backend-engineer.pdf';

describe('ingest', () => {
  const home = newHome();

  it('reads every format, and says so in one JSON object a file', async () => {
    const files = [PDF, 'fixtures/resumes/machine-learning-engineer.docx', 'fixtures/resumes/devops-engineer.md', 'fixtures/resumes/junior-developer.txt'];
    const { code, stdout } = await hotseat(['ingest', ...files, '--role', 'Backend Engineer', '--json'], { home });
    const lines = jsonLines(stdout);

    expect(code).toBe(0);
    expect(lines.map(({ file }) => file)).toEqual(files);
    for (const line of lines) {
      expect(line).toMatchObject({ schemaVersion: 1, duplicate: false, id: expect.stringMatching(/^\w{10}$/u) as string });
      expect(line.chunks).toBeGreaterThan(0);
    }
  });

  it('says that a file is already there, under the id that it has', async () => {
    const { code, stdout } = await hotseat(['ingest', PDF], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(/already there as \w{10}/u);
  });

  it('keeps everything for its owner alone', () => {
    const modes = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => [name, statSync(join(home, name)).mode & 0o077]);
    expect(statSync(home).mode & 0o077).toBe(0);
    expect(modes.filter(([, mode]) => mode !== 0)).toEqual([]);
  });

  it('builds one index folder and keeps one original a resume', () => {
    expect(readdirSync(join(home, 'vectors'))).toHaveLength(4);
    expect(readdirSync(join(home, 'resumes'))).toHaveLength(4);
  });
});

describe('resume', () => {
  const home = newHome();
  let id = '';
  beforeAll(async () => {
    const { stdout } = await hotseat(['ingest', PDF, '--role', 'Backend Engineer', '--json'], { home });
    id = String(jsonLines(stdout)[0]?.id);
  });

  it('show prints the published shape', async () => {
    const { stdout } = await hotseat(['resume', 'show', id.slice(0, 5), '--json'], { home });
    const shown = JSON.parse(stdout) as Record<string, unknown>;

    expect(shown).toMatchObject({ schemaVersion: 1, id, file: 'backend-engineer.pdf', role: 'Backend Engineer', name: 'Alex Sample', email: 'alex.sample@example.org', highestEducation: 'bachelor' });
    expect(shown.work).toEqual(expect.arrayContaining([expect.objectContaining({ company: 'Northwind Parcels', title: 'Senior Backend Engineer', start: '2023-03', end: null })]));
    for (const name of ['hash', 'phone', 'summary', 'skills', 'education', 'yearsOfExperience', 'sections', 'domains', 'primaryDomain', 'suggestedTopics', 'suggestedDifficulty', 'claims', 'chunks']) {
      expect(shown).toHaveProperty(name);
    }
  });

  it('read prints the same without storing anything', async () => {
    const empty = newHome();
    const read = JSON.parse((await hotseat(['resume', 'read', PDF, '--json'], { home: empty })).stdout) as Record<string, unknown>;
    const shown = JSON.parse((await hotseat(['resume', 'show', id, '--json'], { home })).stdout) as Record<string, unknown>;

    const withoutRole = ({ id: _, file: _0, role: __, suggestedTopics: ___, summaryPoints: _1, highlights: _2, ...rest }: Record<string, unknown>) => rest;
    expect(withoutRole(read)).toEqual(withoutRole(shown));
    expect(existsSync(empty)).toBe(false);
  });

  it('read goes on after a bad file, and ends with 2', async () => {
    const { code, stdout } = await hotseat(['resume', 'read', 'missing.pdf', PDF, '--json']);
    expect(code).toBe(2);
    expect(jsonLines(stdout)).toMatchObject([{ file: 'missing.pdf', error: { code: 'file-missing' } }, { name: 'Alex Sample' }]);
  });

  it('search finds the entry that a duty belongs to', async () => {
    const { stdout } = await hotseat(['resume', 'search', 'last', 'payouts to merchants', '--json'], { home });
    const { hits } = JSON.parse(stdout) as { hits: { text: string; entry: string; score: number }[] };
    expect(hits[0]?.text).toContain('payout');
    expect(hits.map(({ score }) => score)).toEqual([...hits.map(({ score }) => score)].sort((left, right) => right - left));
  });

  it('delete takes the original, the index, the rows and the interviews', async () => {
    await hotseat(['interview', '--resume', id, '--questions', '1', '--plain'], { home, input: 'yes\n' });
    const { code } = await hotseat(['resume', 'delete', id], { home });

    expect(code).toBe(0);
    expect(readdirSync(join(home, 'vectors'))).toEqual([]);
    expect(readdirSync(join(home, 'resumes'))).toEqual([]);
    expect(JSON.parse((await hotseat(['session', 'list', '--json'], { home })).stdout)).toMatchObject({ sessions: [] });
    const rest = readdirSync(home).filter((name) => name.startsWith('hotseat.db')).map((name) => readFileSync(join(home, name), 'latin1')).join('');
    expect(rest).not.toContain('Alex Sample');
  });
});

