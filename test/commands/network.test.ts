import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SentCall } from '../../src/schemas/network.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { hotseat, newHome } from '../helpers/hotseat.ts';

const KEYS = { OPENAI_API_KEY: 'sk-planted-0123456789', HF_TOKEN: 'hf_planted0123456789', PINECONE_API_KEY: 'pcsk_planted_0123456789' };

function homeWith(settings: string): string {
  const home = newHome();
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(join(home, 'config.yaml'), settings);
  return home;
}

const call: SentCall = {
  sessionId: null, provider: 'huggingface', host: 'a-very-long-name-of-an-endpoint.us-east-1.aws.endpoints.huggingface.cloud', model: 'organisation/a-fine-tuned-model-with-a-long-name-70B-Instruct',
  purpose: 'second evaluation', inputTokens: 12_345, outputTokens: 6_789, costUsd: 0.25, latencyMs: 900, ok: true, failure: null, maskedPayload: 'user: words of [NAME_1]',
};

async function homeWithCalls(): Promise<string> {
  const home = homeWith('');
  const store = openSqliteStore(home);
  for (const one of [call, { ...call, ok: false, failure: 'model-request-rejected', costUsd: 0, inputTokens: null, outputTokens: null }, { ...call, host: 'api.pinecone.io', model: 'hotseat', costUsd: null }]) await store.recordCall(one);
  await store.close();
  return home;
}

describe('network', () => {
  it('says plainly that nothing is sent, and that nothing was', async () => {
    const { code, stdout } = await hotseat(['network'], { env: KEYS });
    expect(code).toBe(0);
    expect(stdout).toContain('nothing is sent');
    expect(stdout).toContain('Nothing was sent anywhere so far.');
  });

  it('says for each agent, the search and the index where what would be sent', async () => {
    const settings = 'questionModel: hf:org/model\ngrader: openai:gpt-4o\nsecondGrader: hf:org/judge\nembedder: openai\nvectors: pinecone\n';
    const { stdout } = await hotseat(['network', '--json'], { home: homeWith(settings), env: KEYS });
    const { would, masked, schemaVersion } = JSON.parse(stdout) as { schemaVersion: number; masked: boolean; would: { purpose: string; host: string | null; sends: string | null }[] };

    expect([schemaVersion, masked]).toEqual([1, true]);
    expect(would.map(({ purpose, host }) => [purpose, host])).toEqual([
      ['question', 'router.huggingface.co'], ['cleaning', null], ['grader', 'api.openai.com'], ['summary', null], ['report', null],
      ['secondGrader', 'router.huggingface.co'], ['embedding', 'api.openai.com'], ['vectors', 'api.pinecone.io'],
    ]);
    expect(would.every(({ host, sends }) => (host === null) === (sends === null))).toBe(true);
    for (const key of Object.values(KEYS)) expect(stdout).not.toContain(key);
  });

  it('says it when contact data would go as it is', async () => {
    const { stdout } = await hotseat(['network', '--provider', 'openai', '--no-mask'], { env: KEYS });
    expect(stdout).toContain('AS THEY ARE');
    expect((await hotseat(['network', '--provider', 'openai'], { env: KEYS })).stdout).toContain('are masked before');
  });

  it('adds up by host and model, and fits 80 columns', async () => {
    const home = await homeWithCalls();
    const { stdout } = await hotseat(['network', '--grader', 'hf:organisation/a-model', '--payloads'], { home, env: KEYS });
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain('words of [NAME_1]');
    expect(stdout).toMatch(/\b2 +1 +12345\/6789 +\$0\.2500/u);
    expect(stdout).toMatch(/api\.pinecone\.io.* 1 +0 .*unknown/u);

    const { totals } = JSON.parse((await hotseat(['network', '--json'], { home })).stdout) as { totals: object[] };
    expect(totals).toMatchObject([{ calls: 2, failed: 1, inputTokens: 12_345, outputTokens: 6_789, costUsd: 0.25 }, { calls: 1, failed: 0, costUsd: null }]);
  });
});
