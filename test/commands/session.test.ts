import { beforeAll, describe, expect, it } from 'vitest';
import { hotseat, newHome } from '../helpers/hotseat.ts';

const ANSWER = 'I measured first, then I added an index myself, and the latency fell from 900 to 150 ms.\n';
const home = newHome();
const json = async (...words: string[]) => JSON.parse((await hotseat([...words, '--json'], { home })).stdout) as Record<string, unknown>;

beforeAll(async () => {
  const interview = ['interview', '--role', 'Backend Engineer', '--questions', '2', '--plain'];
  await hotseat(interview, { home, input: `yes\n${ANSWER.repeat(20)}` });
  await hotseat(interview, { home, input: 'yes\n' });
});

describe('session', () => {
  it('list shows the newest first, with what became of each', async () => {
    const { sessions } = (await json('session', 'list')) as { sessions: Record<string, unknown>[] };
    expect(sessions.map(({ status }) => status)).toEqual(['in_progress', 'completed']);
    expect(sessions[1]).toMatchObject({ asked: 2, questions: 2, role: 'Backend Engineer', mode: 'coach', score: expect.any(Number) as number });
  });

  it('show has messages, evaluations and the report', async () => {
    const { sessions } = (await json('session', 'list')) as { sessions: { id: string }[] };
    const shown = await json('session', 'show', sessions[1]?.id ?? '');
    expect(shown).toMatchObject({ schemaVersion: 1, status: 'completed', round: 'completed', report: { role: 'Backend Engineer' } });
    expect((shown.messages as unknown[]).length).toBeGreaterThan(4);
    expect((shown.evaluations as unknown[]).length).toBeGreaterThan(1);
  });

  it('show prints score, band and feedback after each graded answer', async () => {
    const { sessions } = (await json('session', 'list')) as { sessions: { id: string }[] };
    const { stdout } = await hotseat(['session', 'show', sessions[1]?.id ?? ''], { home });
    expect(stdout).toMatch(/\nYou: I measured first[^\n]*\n\nScore: \d+ of 100 \((?:poor|mixed|good|excellent)\)\n\S/u);
  });

  it('list keeps to 80 columns', async () => {
    const long = 'Senior Staff Backend Platform Reliability Engineer for Payments and Ledgers';
    const elsewhere = newHome();
    await hotseat(['interview', '--role', long, '--questions', '1', '--plain'], { home: elsewhere, input: 'yes\n' });
    const { stdout } = await hotseat(['session', 'list'], { home: elsewhere });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(stdout).toContain('…');
  });

  it('cancel gives an interview up, once, and keeps it', async () => {
    expect(await hotseat(['session', 'cancel', 'last'], { home })).toMatchObject({ code: 0 });
    expect(await hotseat(['session', 'cancel', 'last'], { home })).toMatchObject({ code: 0 });
    expect(await hotseat(['interview', '--continue', 'last', '--plain'], { home })).toMatchObject({ code: 2, stderr: expect.stringContaining('cancelled') as string });
  });

  it('delete takes it away', async () => {
    expect(await hotseat(['session', 'delete', 'last'], { home })).toMatchObject({ code: 0 });
    const { sessions } = (await json('session', 'list')) as { sessions: unknown[] };
    expect(sessions).toHaveLength(1);
  });
});

describe('report', () => {
  it.each([
    ['terminal', /^Interview report: Backend Engineer\n/u],
    ['markdown', /^# Interview report: Backend Engineer\n/u],
    ['json', /^\{"schemaVersion":1,/u],
  ])('prints %s, with the recommendation in it', async (format, beginning) => {
    const { code, stdout } = await hotseat(['report', 'last', '--format', format], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(beginning);
    if (format !== 'json') expect(stdout).toMatch(/^Hiring recommendation: (strong yes|yes|leaning yes|no|strong no|insufficient evidence) \(practice estimate\)$/mu);
  });
});
