import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedder } from '../src/open-embedder.ts';
import type { EmbedderChoice } from '../src/schemas/model-choice.ts';
import type { SentCall } from '../src/schemas/network.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { turnsAway } from './helpers/servers/chat-server.ts';
import { openAiVectors, startEmbeddingServer, type EmbeddingServer } from './embeddings/servers.ts';

const KEY = 'sk-planted-0123456789abcdefghij';
const person = { name: 'Wilhelmina Testperson', emails: ['w.t@mail.example'] };
const TEXT = 'Wilhelmina Testperson, w.t@mail.example: cut the import from 4 hours to 20 minutes';

let server: EmbeddingServer;
let store: Store;
let calls: SentCall[];
beforeAll(async () => void (server = await startEmbeddingServer(openAiVectors())));
beforeEach(() => {
  server.plays(openAiVectors());
  server.requests.length = 0;
  store = openSqliteStore(mkdtempSync(join(tmpdir(), 'hotseat-embedder-')));
  calls = [];
});
afterEach(() => store.close());
afterAll(() => server.close());

const choice = (model: string): EmbedderChoice => ({ kind: 'openai', model, apiKey: KEY, baseUrl: `${server.url}/v1` });

function open({ mask = true, hours = 24, model = 'text-embedding-3-small' } = {}) {
  return openEmbedder(choice(model), { mask, tries: 2, prices: { [`${server.host}/text-embedding-3-small`]: { input: 2, output: 0 } } }, {
    onCall: (call) => calls.push(call),
    cacheFor: (id) => (hours === 0 ? null : { get: (keys) => store.findEmbeddings(keys), put: (entries) => store.keepEmbeddings(id, entries, hours) }),
  });
}

const sent = (): string => server.requests.map(({ text }) => text).join('\n');

describe('a hosted embedder, as it is opened', () => {
  it('writes down each request: where, what for, tokens, price and the words, masked', async () => {
    await open().embed([TEXT], { person, sessionId: 'abc' });
    expect(calls).toEqual([{
      sessionId: 'abc', provider: 'openai', host: server.host, model: 'text-embedding-3-small', purpose: 'embedding', inputTokens: 1, outputTokens: null,
      costUsd: 2 / 1_000_000, latencyMs: expect.any(Number) as number, ok: true, failure: null, maskedPayload: '[NAME], [EMAIL]: cut the import from 4 hours to 20 minutes',
    }]);
  });

  it('sends no contact data', async () => {
    await open().embed([TEXT], { person });
    expect(sent()).toContain('4 hours');
    expect(sent()).not.toMatch(/Wilhelmina|Testperson|mail\.example/u);
  });

  it('sends texts as they are when it is told to, and keeps them masked all the same', async () => {
    await open({ mask: false }).embed([TEXT, `my key is ${KEY}`], { person });
    expect(sent()).toContain('Wilhelmina Testperson');
    expect(calls[0]?.maskedPayload).toMatch(/^\[NAME_1\], \[EMAIL_1\]: cut/u);
    expect(JSON.stringify(calls)).not.toContain(KEY);
  });

  it('asks once for a text, in every process, until its lifetime is over', async () => {
    const [first] = await open().embed([TEXT], { person });
    const [again] = await open().embed([TEXT], { person });
    expect(again).toEqual(first);
    expect(server.requests).toHaveLength(1);
    await open({ hours: 0 }).embed([TEXT], { person });
    expect(server.requests).toHaveLength(2);
  });

  it('keeps models apart', async () => {
    await open().embed(['One.']);
    await open({ model: 'other' }).embed(['One.']);
    expect(server.requests).toHaveLength(2);
    expect(open({ model: 'other' }).id).not.toBe(open().id);
  });

  it('tries again what may pass, writes each try down, and keeps no failure', async () => {
    server.plays(turnsAway(503, { headers: { 'retry-after-ms': '1' } }));
    await expect(open().embed(['One.'])).rejects.toMatchObject({ code: 'model-overloaded', remedy: expect.stringContaining('`embedder: local`') as string });
    expect(calls.map(({ ok, failure, costUsd }) => [ok, failure, costUsd])).toEqual([[false, 'model-overloaded', 0], [false, 'model-overloaded', 0]]);
    server.plays(openAiVectors());
    expect(await open().embed(['One.'])).toHaveLength(1);
  });

  it('does not know the price of what nobody published', async () => {
    await open({ model: 'other' }).embed(['One.']);
    expect(calls).toMatchObject([{ costUsd: null }]);
  });
});
