import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../src/package-root.ts';
import { hotseat, jsonLines, newHome } from '../helpers/hotseat.ts';

const RESUME = 'fixtures/resumes/junior-developer.txt';
const JOB = 'fixtures/jobs/senior-backend-engineer.md';

interface Matched {
  resume: { id: string | null; file: string };
  job: { title: string; required: { name: string }[] };
  requirements: { kind: string; asked: string; state: string; evidence: { page: number; line: number } | null }[];
  practice: { domain: string; questions: number }[];
}

const matched = (text: string) => JSON.parse(text) as Matched;

describe('match', () => {
  it('prints the gap table and what to practise, in 80 columns', async () => {
    const { code, stdout } = await hotseat(['match', '--resume', RESUME, '--job', JOB]);
    expect(code).toBe(0);
    for (const words of ['Required', '- missing Kafka', '~ partly  PostgreSQL', 'What to practise', 'distributed-systems (']) expect(stdout).toContain(words);
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.startsWith('Start with:'))).toEqual([]);
  });

  it('takes the job from standard input, and counts the questions of the bank for each gap', async () => {
    const input = readFileSync(packagePath(JOB), 'utf8');
    const { code, stdout } = await hotseat(['match', '--resume', RESUME, '--job', '-', '--json'], { input });
    const { job, practice } = matched(stdout);
    expect(code).toBe(0);
    expect(job.required.map(({ name }) => name)).toContain('Kafka');
    expect(practice.length).toBeGreaterThan(2);
    expect(practice.every(({ questions }) => questions > 0)).toBe(true);
  });

  it.each([
    ['an empty input', ['match', '--resume', RESUME, '--job', '-'], 2],
    ['a resume that is not there', ['match', '--resume', 'nobody', '--job', JOB], 2],
  ])('refuses %s in words', async (_, words, expected) => {
    const { code, stderr } = await hotseat(words);
    expect(code).toBe(expected);
    expect(stderr).toMatch(/\S/u);
    expect(stderr).not.toMatch(/\bat .*\.js/u);
  });
});

describe('an interview for a job', () => {
  const home = newHome();
  let id = '';
  beforeAll(async () => {
    const { stdout } = await hotseat(['ingest', RESUME, '--json'], { home });
    id = String(jsonLines(stdout)[0]?.id);
  });

  async function shown(session: string): Promise<Record<string, unknown>> {
    const { stdout } = await hotseat(['session', 'show', session, '--json'], { home });
    return (JSON.parse(stdout) as { state: Record<string, unknown> }).state;
  }

  async function stateAfter(words: string[]): Promise<Record<string, unknown>> {
    await hotseat(['interview', ...words, '--questions', '8', '--plain'], { home, input: 'yes\n' });
    return shown('last');
  }

  it('matches a stored resume as it matches its file', async () => {
    const stored = matched((await hotseat(['match', '--resume', id, '--job', JOB, '--json'], { home })).stdout);
    const read = matched((await hotseat(['match', '--resume', RESUME, '--job', JOB, '--json'], { home })).stdout);
    expect(stored.resume.id).toBe(id);
    expect(stored.requirements).toEqual(read.requirements);
  });

  it('takes its role and its domains from the job, gaps before the rest', async () => {
    const state = await stateAfter(['--resume', id, '--job', JOB]);
    expect(state).toMatchObject({ jobRole: 'Senior Backend Engineer' });
    expect(Object.keys(state.domainPlan as object)).toContain('distributed-systems');
    expect(Object.keys(state.domainPlan as object)).not.toContain('java');
  });

  it('needs no resume, keeps the job for --continue, and does not take another one', async () => {
    const before = await stateAfter(['--job', 'fixtures/jobs/frontend-short.txt']);
    expect(before).toMatchObject({ jobRole: 'Frontend Developer', resumeId: null });
    expect(Object.keys(before.domainPlan as object)).toEqual(expect.arrayContaining(['react', 'typescript']));

    const { code, stderr } = await hotseat(['interview', '--continue', '--job', JOB, '--plain'], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('--job cannot be changed');

    await hotseat(['interview', '--continue', String(before.sessionId), '--plain'], { home, input: 'I build shops in React.\n' });
    expect((await shown(String(before.sessionId))).domainPlan).toEqual(before.domainPlan);
  });

  it('from standard input is planned and waits to be continued', async () => {
    const { code, stdout } = await hotseat(['interview', '--job', '-', '--plain'], { home, input: readFileSync(packagePath(JOB), 'utf8') });
    expect(code).toBe(3);
    expect(stdout).toContain('Senior Backend Engineer');
    expect(stdout).toContain('hotseat interview --continue');
  });
});
