import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingIn } from '../helpers/everything-in.ts';
import { hotseat, jsonLines, newHome } from '../helpers/hotseat.ts';
import { startChatServer, turnsAway, type ChatServer } from '../helpers/servers/chat-server.ts';
import { interviews } from '../helpers/servers/interviewing-model.ts';

const KEY = 'sk-planted-0123456789abcdefghij';
const PERSON = ['Alex Sample', 'alex.sample@example.org', '555 0100', 'github.com/alex-sample'];
const ANSWER = 'I, Alex Sample, measured first and then added the index myself, and the latency fell from 900 to 150 ms.';
const INPUT = `yes\n${`${ANSWER}\n`.repeat(12)}`;

let server: ChatServer;
beforeAll(async () => void (server = await startChatServer()));
afterAll(() => server.close());

const env = () => ({ OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: KEY });
const begin = ['interview', '--resume', 'fixtures/demo/resume.pdf', '--questions', '3', '--seed', '7', '--plain', '--json'];

describe('an interview with a model', () => {
  it('is graded by it, in bands, and no contact data reaches the server', async () => {
    const home = newHome();
    server.plays(interviews);
    const { code, stdout } = await hotseat([...begin, '--provider', 'openai'], { home, env: env(), input: INPUT });
    const grades = jsonLines(stdout).filter(({ event }) => event === 'evaluation');

    expect(code).toBe(0);
    expect(grades).toHaveLength(3);
    expect(grades[0]).toMatchObject({ status: 'graded', score: 0.6667, feedback: 'Thank you, Alex Sample.', gradedBy: { provider: 'openai', model: 'gpt-4o' } });
    const sent = server.requests.map(({ text }) => text).join('\n');
    expect(server.requests.length).toBeGreaterThanOrEqual(5);
    for (const datum of PERSON) expect(sent).not.toContain(datum);
    expect(everythingIn(home)).not.toContain(KEY);
  });

  it('lists what was sent where, with the same data masked', async () => {
    const home = newHome();
    server.plays(interviews);
    await hotseat([...begin, '--provider', 'openai'], { home, env: env(), input: INPUT });
    const { stdout } = await hotseat(['network', '--session', 'last', '--json'], { home });
    const { calls } = JSON.parse(stdout) as { calls: { host: string; purpose: string; maskedPayload: string; inputTokens: number }[] };

    expect(new Set(calls.map(({ purpose }) => purpose))).toEqual(new Set(['question', 'evaluation', 'report']));
    expect(calls[0]).toMatchObject({ host: server.host, inputTokens: 20 });
    for (const datum of PERSON) expect(stdout).not.toContain(datum);
  });

  it('loses no answer and invents no grade when the provider dies; regrade finishes later', async () => {
    const home = newHome();
    server.plays(turnsAway(401));
    const { code, stdout } = await hotseat([...begin, '--provider', 'openai'], { home, env: env(), input: INPUT });
    const grades = jsonLines(stdout).filter(({ event }) => event === 'evaluation');

    expect(code).toBe(3);
    expect(grades.map(({ status, score }) => [status, score])).toEqual(Array.from({ length: 3 }, () => ['ungraded', null]));
    expect(stdout).not.toContain(KEY);

    server.plays(interviews);
    const regraded = await hotseat(['regrade', '--pending', '--provider', 'openai', '--json'], { home, env: env() });
    expect(regraded.code).toBe(0);
    expect(JSON.parse(regraded.stdout)).toMatchObject({ stored: true, overallScore: 0.6667 });
  });

  it('is the same from a cassette, without a server and without a key', async () => {
    const home = newHome();
    const cassette = join(home, '..', 'turns.jsonl');
    server.plays(interviews);
    const recorded = await hotseat([...begin, '--provider', 'openai', '--record', cassette], { home, env: env(), input: INPUT });
    const before = server.requests.length;
    const replayed = await hotseat([...begin, '--provider', 'openai', '--replay', cassette], { home: newHome(), input: INPUT });

    const scores = (text: string) => jsonLines(text).flatMap(({ event, score }) => (event === 'evaluation' ? [score] : []));
    expect(scores(replayed.stdout)).toEqual(scores(recorded.stdout));
    expect(server.requests).toHaveLength(before);
    const written = readFileSync(cassette, 'utf8');
    for (const secret of [KEY, ...PERSON]) expect(written).not.toContain(secret);
  });

  it('opens no socket with --offline, whatever provider is set', async () => {
    const before = server.requests.length;
    const { code } = await hotseat([...begin, '--offline'], { env: { ...env(), HOTSEAT_PROVIDER: 'openai' }, input: INPUT });
    expect(code).toBe(0);
    expect(server.requests).toHaveLength(before);
  });

  it('needs its key, and says so without one', async () => {
    const { code, stderr } = await hotseat([...begin, '--provider', 'openai']);
    expect(code).toBe(2);
    expect(stderr).toContain('OPENAI_API_KEY');
  });
});
