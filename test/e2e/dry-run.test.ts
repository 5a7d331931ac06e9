import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotseat, newHome } from '../helpers/hotseat.ts';
import { startChatServer, type ChatServer } from '../helpers/servers/chat-server.ts';
import { interviews } from '../helpers/servers/interviewing.ts';

const KEY = 'sk-planted-0123456789abcdefghij';
const ANSWER = 'I measured first and then added the index myself, and the latency fell from 900 to 150 ms.';
const INTERVIEW = ['interview', '--role', 'Backend Engineer', '--questions', '3', '--seed', '7'];

let server: ChatServer;
beforeAll(async () => void (server = await startChatServer()));
afterAll(() => server.close());

const env = () => ({ OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: KEY });

describe('hotseat interview --dry-run', () => {
  const dry = (...words: string[]) => [...INTERVIEW, '--dry-run', ...words];

  it('says who would speak to what, where, and what is taken for granted; nothing is sent or stored', async () => {
    const before = server.requests.length;
    const home = newHome();
    const { code, stdout } = await hotseat(dry('--provider', 'openai', '--samples', '2'), { home, env: env() });
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`grades answers +gpt-4o +${server.host} +10 `, 'u'));
    for (const words of ['are masked before anything is sent', 'Each answer is graded 2 times.', 'not known', 'Nothing was sent now, and nothing was stored.']) expect(stdout).toContain(words);
    expect(server.requests).toHaveLength(before);
    expect(existsSync(home)).toBe(false);
  });

  it.each([
    ['nothing, without a model', [], 'nothing is sent'],
    ['that a limit is too low', ['--provider', 'openai', '--max-cost', '0.001'], '--max-cost 0.001 is less than that'],
    ['that a limit is enough', ['--provider', 'openai', '--max-cost', '5'], '--max-cost 5 is enough'],
    ['that data goes as it is', ['--provider', 'openai', '--no-mask'], 'are sent as they are'],
    ['that a cassette sends nothing', ['--provider', 'openai', '--replay', 'turns.jsonl'], 'nothing is sent'],
  ])('says %s', async (_, words, sentence) => {
    const { code, stdout } = await hotseat(dry(...words), { env: { OPENAI_API_KEY: KEY } });
    expect(code).toBe(0);
    expect(stdout).toContain(sentence);
    expect(stdout).not.toContain(KEY);
  });

  it('is no way to go on', async () => {
    const { code, stderr } = await hotseat(['interview', '--continue', '--dry-run']);
    expect(code).toBe(2);
    expect(stderr).toContain('--dry-run says what a new interview would send.');
  });

  it('is not far from what is sent then', async () => {
    server.plays(interviews);
    const { stdout } = await hotseat(dry('--grader', 'openai', '--json'), { env: env() });
    const { agents } = JSON.parse(stdout) as { agents: { agent: string; calls: number; inputTokens: number }[] };
    const grader = agents.find(({ agent }) => agent === 'grader');
    const before = server.requests.length;
    await hotseat([...INTERVIEW, '--grader', 'openai', '--json'], { env: env(), input: `yes\n${`${ANSWER} ${ANSWER}\n`.repeat(12)}` });

    const letters = server.requests.slice(before).map(({ text }) => text.length);
    const sent = letters.reduce((sum, length) => sum + length, 0) / 4 / letters.length;
    const estimated = (grader?.inputTokens ?? 0) / (grader?.calls ?? 1);
    expect(Math.abs(estimated / sent - 1)).toBeLessThan(0.4);
  });
});
