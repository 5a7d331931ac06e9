import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../src/errors.ts';
import { createPatience } from '../../src/llm/patience.ts';
import { createMask } from '../../src/llm/masking.ts';
import { createPineconeIndex, type PineconeOptions } from '../../src/vectors/pinecone.ts';
import type { VectorRequest } from '../../src/vectors/pinecone-requests.ts';
import { IndexMissing } from '../../src/vectors/vectors.ts';
import { sendJson } from '../helpers/servers/loopback.ts';
import { PINECONE_KEY, startPineconeServer, type PineconeServer } from '../helpers/servers/pinecone-server.ts';
import { everythingIn } from '../llm/contract.ts';
import { testVectorIndex } from './contract.ts';
import { item, vectorOf } from './items.ts';

const embedder = 'test/axes';
const east = vectorOf(1, 0);

let server: PineconeServer;
beforeAll(async () => {
  server = await startPineconeServer();
});
beforeEach(() => {
  server.faults();
  server.lag = 0;
  server.indexes.clear();
  server.namespaces.clear();
  server.requests.length = 0;
});
afterAll(() => server.close());
afterEach(() => vi.unstubAllEnvs());

const open = (options: Partial<PineconeOptions> = {}) =>
  createPineconeIndex({ apiKey: PINECONE_KEY, controllerUrl: server.url, sleep: () => Promise.resolve(), ...options });

const manyItems = (count: number, turn = 1) => Array.from({ length: count }, (_, index) => item(index, vectorOf(turn, index)));

describe('the Pinecone index', () => {
  testVectorIndex(() => open());

  it('is made when it is first needed, waited for, and made once', async () => {
    const index = open({ indexName: 'my-index', region: 'eu-west-1' });
    await Promise.all([index.replace('abc', embedder, [item(0, east)]), index.replace('def', embedder, [item(0, east)])]);
    await index.query('abc', embedder, east, { limit: 1 });
    expect(server.done().filter((one) => one === 'POST /indexes')).toHaveLength(1);
    expect(server.indexes.get('my-index')).toMatchObject({ dimension: 512, metric: 'cosine', spec: { serverless: { cloud: 'aws', region: 'eu-west-1' } } });
    expect(server.indexes.get('my-index')?.pending).toBeLessThan(0);
  });

  it('takes the key nowhere when a server on this machine names an index elsewhere', async () => {
    server.faults(({ path }, response) => {
      if (path !== '/indexes/hotseat') return false;
      sendJson(response, 200, { name: 'hotseat', dimension: 512, metric: 'cosine', host: 'evil.example', spec: { serverless: { cloud: 'aws', region: 'x' } }, status: { ready: true, state: 'Ready' }, vector_type: 'dense' });
      return true;
    });
    await expect(open().query('abc', embedder, east, { limit: 1 })).rejects.toMatchObject({ code: 'vectors-wrong-host' });
    expect(server.done()).toEqual(['GET /indexes/hotseat']);
  });

  it('is not made again by another process that makes it at the same time', async () => {
    await Promise.all([open().replace('abc', embedder, [item(0, east)]), open().replace('def', embedder, [item(0, east)])]);
    expect(server.indexes.size).toBe(1);
  });

  it.each([
    ['another size', { dimension: 1536, metric: 'cosine' }],
    ['another measure', { dimension: 512, metric: 'euclidean' }],
  ])('refuses an index of %s', async (_, wrong) => {
    server.indexes.set('hotseat', { name: 'hotseat', spec: { serverless: {} }, pending: 0, ...wrong });
    await expect(open().replace('abc', embedder, [item(0, east)])).rejects.toMatchObject({ code: 'vectors-wrong-index' });
  });

  it('says so when the index does not get ready', async () => {
    server.indexes.set('hotseat', { name: 'hotseat', spec: { serverless: {} }, dimension: 512, metric: 'cosine', pending: Infinity });
    await expect(open().query('abc', embedder, east, { limit: 1 })).rejects.toMatchObject({ code: 'vectors-not-ready' });
  });

  it('writes a hundred at a time, in a namespace of the resume', async () => {
    await open().replace('abc', embedder, manyItems(250));
    const upserts = server.requests.filter(({ path }) => path === '/vectors/upsert').map(({ body }) => (body as { vectors: unknown[] }).vectors.length);
    expect(upserts).toEqual([100, 100, 50, 1]);
    expect([...server.namespaces.keys()]).toEqual(['resume-abc']);
    expect(await open().query('abc', embedder, east, { limit: 1_000 })).toHaveLength(250);
  });

  it('writes the new set first, turns to it, and deletes the old one then', async () => {
    const index = open();
    await index.replace('abc', embedder, manyItems(3));
    server.requests.length = 0;
    await index.replace('abc', embedder, manyItems(2, 5));
    expect(server.done()).toEqual(['GET /vectors/list', 'POST /vectors/upsert', 'POST /vectors/upsert', 'POST /vectors/delete', 'GET /vectors/fetch']);
    expect(server.namespaces.get('resume-abc')?.size).toBe(3);
  });

  it.each(['POST /vectors/upsert', 'POST /vectors/delete'])('shows the old set or the new one when it dies at each %s', async (step) => {
    const index = open();
    await index.replace('abc', embedder, manyItems(150));
    for (let survived = 0; survived < 4; survived += 1) {
      let count = 0;
      server.faults(({ method, path }, response) => {
        if (`${method} ${path}` !== step || count++ < survived) return false;
        sendJson(response, 400, { message: 'no' });
        return true;
      });
      await index.replace('abc', embedder, manyItems(120, 7 + survived)).catch(() => undefined);
      server.faults();
      expect([150, 120]).toContain((await index.query('abc', embedder, east, { limit: 1_000 })).length);
    }
  });

  it('waits until what it wrote can be read', async () => {
    const index = open();
    await index.replace('abc', embedder, [item(1, east)]);
    server.lag = 5;
    await index.replace('abc', embedder, [item(2, east)]);
    expect(await index.query('abc', embedder, east, { limit: 9 })).toMatchObject([{ id: '2' }]);
  });

  it('is missing, and not empty, when its passages are gone', async () => {
    await open().replace('abc', embedder, manyItems(3));
    const records = server.namespaces.get('resume-abc');
    for (const id of [...(records?.keys() ?? [])]) if (id !== 'head') records?.delete(id);
    await expect(open().query('abc', embedder, east, { limit: 3 })).rejects.toThrow(IndexMissing);
  });

  it('deletes the namespace, and makes no index for it', async () => {
    await open().delete('abc');
    expect(server.indexes.size).toBe(0);
    await open().replace('abc', embedder, manyItems(3));
    await open().delete('abc');
    expect(server.namespaces.size).toBe(0);
  });

  it('sends texts masked, with what is known of the person', async () => {
    const own = item(0, east);
    own.metadata.text = 'Wilhelmina Testperson, w@mail.example, led it';
    own.metadata.role = 'Assistant of W. Testperson';
    await open({ redactFor: (person) => createMask(person).redact }).replace('abc', embedder, [own], { person: { name: 'Wilhelmina Testperson' } });
    expect(server.requests.map(({ text }) => text).join()).not.toMatch(/Wilhelmina|Testperson|mail\.example/);
    expect(await open().query('abc', embedder, east, { limit: 1 })).toMatchObject([{ metadata: { text: '[NAME_1], [EMAIL_1], led it', resumeId: 'abc', primaryDomain: 'sql' } }]);
  });

  it('tells of each try: where, what without vectors, for which interview, and how it went', async () => {
    const told: VectorRequest[] = [];
    const index = open({ onRequest: (request) => told.push(request), patience: createPatience({ sleep: async () => undefined }) });
    await index.replace('abc', embedder, [item(0, east)]);
    let failures = 1;
    server.faults(({ path }, response) => {
      if (path !== '/query' || failures-- <= 0) return false;
      sendJson(response, 503, {});
      return true;
    });
    await index.query('abc', embedder, east, { limit: 1, primaryDomain: 'sql', sessionId: 'the-interview' });

    expect(told).toHaveLength(server.requests.length);
    expect(told.filter(({ payload }) => payload.startsWith('POST /query'))).toMatchObject([
      { ok: false, failure: 'vectors-overloaded', sessionId: 'the-interview' },
      { ok: true, failure: null, host: server.host, indexName: 'hotseat', payload: expect.stringContaining('"primaryDomain":{"$eq":"sql"}') as string },
    ]);
    expect(JSON.stringify(told)).toContain('Passage 0');
    expect(JSON.stringify(told)).toContain('512 numbers');
    expect(JSON.stringify(told)).not.toContain(PINECONE_KEY);
  });

  it('looks without making an index', async () => {
    expect(await open().has('abc', embedder)).toBe(false);
    expect(server.done()).toEqual(['GET /indexes/hotseat']);
  });

  it('says so when what was deleted is still shown', async () => {
    await open().replace('abc', embedder, [item(0, east)]);
    server.faults(({ method, path }, response) => {
      if (method !== 'DELETE' || !path.startsWith('/namespaces/')) return false;
      sendJson(response, 200, {});
      return true;
    });
    await expect(open().delete('abc')).rejects.toMatchObject({ code: 'vectors-not-deleted' });
  });

  it.each(['../abc', '', 'a/b', 'x'.repeat(65)])('has no namespace for "%s"', async (id) => {
    await expect(open().replace(id, embedder, [])).rejects.toMatchObject({ code: 'bad-id' });
    await expect(open().query(id, embedder, east, { limit: 1 })).rejects.toMatchObject({ code: 'bad-id' });
    await expect(open().delete(id)).rejects.toMatchObject({ code: 'bad-id' });
    expect(server.requests).toEqual([]);
  });

  it.each([
    [401, 'vectors-key-rejected', false],
    [402, 'vectors-quota', false],
    [403, 'vectors-quota', false],
    [400, 'vectors-rejected', false],
    [429, 'vectors-rate-limited', true],
    [500, 'vectors-overloaded', true],
    [503, 'vectors-overloaded', true],
    [307, 'vectors-rejected', false],
  ])('says so when Pinecone answers %i, after one request, and gives nothing away', async (status, code, passing) => {
    server.faults(({ text, headers }, response) => {
      sendJson(response, status, { message: `${headers['api-key'] as string} ${text}` }, { location: 'http://127.0.0.1:9/' });
      return true;
    });
    const failure: unknown = await open().replace('abc', embedder, [item(0, east)]).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure).toMatchObject({ code, passing, remedy: expect.stringMatching(/^[A-Z].*\.$/) as string });
    expect(server.requests).toHaveLength(1);
    expect(everythingIn(failure)).not.toContain(PINECONE_KEY);
  });

  it.each([
    ['hangs up', 'vectors-unreachable'],
    ['sends rubbish', 'vectors-unreadable'],
  ])('says so when Pinecone %s', async (what, code) => {
    server.faults((_, response) => {
      if (what === 'hangs up') response.destroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"name": ');
      return true;
    });
    await expect(open().query('abc', embedder, east, { limit: 1 })).rejects.toMatchObject({ code, passing: true });
  });

  it('is patient if it is told to be', async () => {
    const waits: number[] = [];
    const patience = createPatience({ random: () => 0, sleep: async (milliseconds) => void waits.push(milliseconds) });
    let failures = 2;
    server.faults(({ path }, response) => {
      if (path !== '/vectors/upsert' || failures-- <= 0) return false;
      sendJson(response, 429, { message: 'slow down' }, { 'retry-after': '3' });
      return true;
    });
    await open({ patience }).replace('abc', embedder, [item(0, east)]);
    expect(waits).toEqual([3_000, 3_000]);
  });

  it('ends a request that hangs', async () => {
    const patience = createPatience({ tries: 1, startTimer: (_, end) => {
      void server.received(1).then(end);
      return () => undefined;
    } });
    server.faults(() => true);
    await expect(open({ patience }).query('abc', embedder, east, { limit: 1 })).rejects.toMatchObject({ code: 'vectors-timeout' });
  });

  it('does not let the client print the key, whatever the environment says', async () => {
    vi.stubEnv('PINECONE_DEBUG', '1');
    vi.stubEnv('PINECONE_DEBUG_CURL', '1');
    const printed = vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    await open().replace('abc', embedder, [item(0, east)]).catch(() => undefined);
    expect(printed).toHaveBeenCalled();
    expect(JSON.stringify(printed.mock.calls)).not.toContain(PINECONE_KEY);
    printed.mockRestore();
  });
});
