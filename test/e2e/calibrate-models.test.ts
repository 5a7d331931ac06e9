import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotseat, newHome } from '../helpers/hotseat.ts';
import { startChatServer, turnsAway, type ChatServer } from '../helpers/servers/chat-server.ts';
import { grades } from '../helpers/servers/grades.ts';

let server: ChatServer;
beforeAll(async () => void (server = await startChatServer()));
afterAll(() => server.close());

async function calibrate(flags: string[], home = newHome()) {
  const before = server.requests.length;
  const ran = await hotseat(['calibrate', '--questions', '2', '--grader', 'openai:gpt-4o', ...flags], { home, env: { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-planted-0123456789' } });
  return { ...ran, calls: server.requests.length - before };
}

function homeWithPrices(): string {
  const home = newHome();
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'config.yaml'), `prices:\n  ${server.host}/gpt-4o: { input: 100, output: 200 }\n`);
  return home;
}

describe('calibrate with a model', () => {
  it('shows the spread over its runs, the time and what it cost, and keeps no reply between them', async () => {
    let calls = 0;
    server.plays(grades(() => (calls++ % 3 === 0 ? 2 : 3)));
    const { code, stdout, calls: made } = await calibrate(['--runs', '3'], homeWithPrices());
    expect(code).toBe(1);
    expect(made).toBe(calls);
    expect(stdout).toMatch(/Spread over 3 runs: mean 0\.[0-9]*[1-9][0-9]*, largest 0\.\d+; [1-9]\d* answers changed their band/u);
    expect(stdout).toMatch(/Speed: \d+ answers in \d+\.\d s, \d+(?:\.\d)? a second; cost: \$0\.\d{4}\n/u);
    expect(stdout).toContain(`cost: $${(calls * 0.003).toFixed(4)}`);
  });

  it('says so, and ends with 4, when every call failed', async () => {
    server.plays(turnsAway(401));
    const { code, stderr } = await calibrate(['--runs', '1']);
    expect(code).toBe(4);
    expect(stderr).toMatch(/^Every call to the grader failed: .*key/u);
  });

  it('stops at its limit, and needs a price to hold it to', async () => {
    server.plays(grades(() => 3));
    const limited = await calibrate(['--runs', '1', '--max-cost', '0.45'], homeWithPrices());
    expect(limited.code).toBe(1);
    expect(limited.stdout).toMatch(/MISSED +ungraded answers/u);
    const whole = await calibrate(['--runs', '1'], homeWithPrices());
    expect(limited.calls).toBeGreaterThan(0);
    expect(limited.calls).toBeLessThan(whole.calls);
    expect(await calibrate(['--max-cost', '1'])).toMatchObject({ code: 2, calls: 0, stderr: expect.stringContaining('the price of openai/gpt-4o is not known') as string });
  });

  it('opens no connection with --offline', async () => {
    expect(await calibrate(['--offline'])).toMatchObject({ code: 2, calls: 0 });
  });
});
