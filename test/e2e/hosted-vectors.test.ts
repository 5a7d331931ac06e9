import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAiVectors, startEmbeddingServer, type EmbeddingServer } from '../embeddings/servers.ts';
import { everythingIn } from '../helpers/everything-in.ts';
import { hotseat, newHome, type Finished } from '../helpers/hotseat.ts';
import { turnsAway } from '../helpers/servers/chat-server.ts';
import { sendJson } from '../helpers/servers/loopback.ts';
import { PINECONE_KEY, startPineconeServer, type PineconeServer } from '../helpers/servers/pinecone-server.ts';

const KEY = 'sk-planted-0123456789abcdefghij';
const KEYS = { OPENAI_API_KEY: KEY, HF_TOKEN: 'hf_planted0123456789abcdef', PINECONE_API_KEY: PINECONE_KEY };
/** Contact data of the demo's resume. */
const PERSON = ['Alex Sample', 'alex.sample@example.org', '555 0100', 'github.com/alex-sample'];
const RESUME = 'fixtures/demo/resume.pdf';

let embeddings: EmbeddingServer;
let pinecone: PineconeServer;
beforeAll(async () => {
  [embeddings, pinecone] = await Promise.all([startEmbeddingServer(openAiVectors()), startPineconeServer()]);
});
beforeEach(() => {
  embeddings.plays(openAiVectors());
  embeddings.requests.length = 0;
  pinecone.faults();
  pinecone.requests.length = 0;
  pinecone.namespaces.clear();
  pinecone.indexes.clear();
});
afterAll(() => Promise.all([embeddings.close(), pinecone.close()]));

const HOSTED = () => `embedder: openai\nvectors: pinecone\npinecone:\n  url: ${pinecone.url}\n`;

function homeWith(settings: string): string {
  const home = newHome();
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(join(home, 'config.yaml'), settings);
  return home;
}

const env = () => ({ ...KEYS, OPENAI_BASE_URL: `http://${embeddings.host}/v1` });
const run = (words: string[], home: string, input = ''): Promise<Finished> => hotseat(words, { home, env: env(), input });
const allSent = (): string => [...embeddings.requests, ...pinecone.requests].map(({ text }) => text).join('\n');
const textsAsked = (): number => embeddings.requests.reduce((sum, { body }) => sum + (body as { input: string[] }).input.length, 0);

describe('a hosted embedder and a hosted index', () => {
  it('hold, find and forget a resume, and see no contact data and no key', async () => {
    const home = homeWith(HOSTED());
    const printed: Finished[] = [];
    const step = async (...words: string[]): Promise<Finished> => {
      const ran = await run([...words, '--verbose'], home);
      printed.push(ran);
      return ran;
    };

    expect(await step('ingest', RESUME, '--role', 'Assistant of Alex Sample')).toMatchObject({ code: 0 });
    expect([...pinecone.namespaces.keys()]).toHaveLength(1);
    const { hits } = JSON.parse((await step('resume', 'search', 'last', 'What did Alex Sample do with databases?', '--json')).stdout) as { hits: { text: string }[] };
    expect(hits.length).toBeGreaterThan(0);
    expect(JSON.parse((await step('vectors', 'status', '--json')).stdout)).toMatchObject({ index: 'pinecone', embedder: `openai/text-embedding-3-small@${embeddings.host}`, resumes: [{ state: 'ready' }] });
    expect(await step('vectors', 'rebuild')).toMatchObject({ code: 0, stdout: expect.stringContaining('Built 1 index again (pinecone)') as string });
    expect(await step('doctor')).toMatchObject({ code: 0, stdout: expect.stringContaining('Pinecone answers') as string });
    expect(await step('config', 'show')).toMatchObject({ code: 0 });
    const network = await step('network', '--payloads');
    expect(network.stdout).toContain(embeddings.host);
    expect(await step('resume', 'delete', 'last')).toMatchObject({ code: 0 });
    expect(pinecone.namespaces.size).toBe(0);
    await step('network', '--json');

    const shown = printed.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    for (const key of Object.values(KEYS)) {
      expect(shown).not.toContain(key);
      expect(everythingIn(home)).not.toContain(key);
      expect(allSent()).not.toContain(key);
    }
    for (const datum of PERSON) {
      expect(allSent()).not.toContain(datum);
      expect(network.stdout).not.toContain(datum);
    }
  });

  it('are in the ledger request by request, each try, and by interview', async () => {
    const home = homeWith(HOSTED());
    await run(['interview', '--resume', RESUME, '--questions', '2', '--plain', '--seed', '7'], home, `yes\n${'I added the index and the latency fell from 900 to 150 ms.\n'.repeat(6)}`);
    const all = JSON.parse((await run(['network', '--json'], home)).stdout) as { calls: { purpose: string; host: string; sessionId: string | null; maskedPayload: string }[]; totals: { host: string; calls: number }[] };
    const own = JSON.parse((await run(['network', '--session', 'last', '--json'], home)).stdout) as typeof all;

    expect(all.calls).toHaveLength(embeddings.requests.length + pinecone.requests.length);
    expect(new Set(all.calls.map(({ purpose }) => purpose))).toEqual(new Set(['embedding', 'vectors']));
    expect(all.totals.map(({ host, calls }) => [host, calls])).toEqual(expect.arrayContaining([[embeddings.host, embeddings.requests.length], [pinecone.host, pinecone.requests.length]]));
    expect(new Set(own.calls.map(({ purpose }) => purpose))).toEqual(new Set(['embedding', 'vectors']));
    expect(own.calls.length).toBeLessThan(all.calls.length);
    for (const datum of PERSON) expect(all.calls.map(({ maskedPayload }) => maskedPayload).join('\n')).not.toContain(datum);
  });

  it('lose no answer when they die in the middle; the interview goes on with the local ones', async () => {
    const home = homeWith('embedder: openai\nmaxRetries: 0\n');
    await run(['ingest', RESUME], home);
    await run(['interview', '--role', 'Backend Engineer', '--questions', '1', '--plain'], home);
    const good = openAiVectors();
    let left = 3;
    embeddings.plays((request, response) => (left-- > 0 ? good : turnsAway(500))(request, response));
    const died = await run(['interview', '--resume', 'last', '--questions', '4', '--plain', '--seed', '7'], home, `yes\n${'I added the index and the latency fell from 900 to 150 ms.\n'.repeat(12)}`);
    expect(died).toMatchObject({ code: 4, stderr: expect.stringContaining('`embedder: local`') as string });
    const { messages } = JSON.parse((await run(['session', 'show', 'last', '--json'], home)).stdout) as { messages: { role: string }[] };
    const answered = messages.filter(({ role }) => role === 'candidate').length;
    expect(answered).toBeGreaterThan(0);

    writeFileSync(join(home, 'config.yaml'), 'embedder: local\n');
    const asked = embeddings.requests.length;
    const finished = await run(['interview', '--continue', '--plain'], home, 'I added the index and the latency fell from 900 to 150 ms.\n'.repeat(12));
    expect(finished).toMatchObject({ code: 0 });
    expect(embeddings.requests).toHaveLength(asked);
  });

  it('embed the questions of the packs once, and say so', async () => {
    const home = homeWith('embedder: openai\n');
    const begin = ['interview', '--role', 'Backend Engineer', '--questions', '1', '--plain'];
    const first = await run(begin, home);
    const asked = textsAsked();
    const second = await run(begin, home);

    expect(first.stderr).toMatch(/^Making vectors of \d{3} questions with openai\/text-embedding-3-small@\S+, once \.\.\.$/mu);
    expect(asked).toBeGreaterThan(400);
    expect(second.stderr).not.toContain('Making vectors');
    expect(textsAsked() - asked).toBeLessThan(10);
  });

  it('take the place of the local ones, and give it back, without mixing', async () => {
    const home = homeWith('');
    await run(['ingest', RESUME], home);
    const stateOf = async (): Promise<string> => (JSON.parse((await run(['vectors', 'status', '--json'], home)).stdout) as { resumes: { state: string }[] }).resumes[0]?.state ?? '';
    expect(await stateOf()).toBe('ready');

    writeFileSync(join(home, 'config.yaml'), 'embedder: openai\n');
    expect(await stateOf()).toBe('other-embedder');
    const rebuilt = await run(['vectors', 'rebuild'], home);
    expect(rebuilt).toMatchObject({ code: 0, stdout: expect.stringContaining('1 resume embedded again with openai/text-embedding-3-small') as string });
    expect(rebuilt.stderr).toContain('Making vectors of the');
    expect(await stateOf()).toBe('ready');

    const offline = await run(['resume', 'search', 'last', 'databases', '--offline'], home);
    expect(offline).toMatchObject({ code: 0, stderr: expect.stringContaining('with local/use-lite') as string });
    expect(await stateOf()).toBe('other-embedder');
  });

  it.each([
    ['the embedder refuses', () => embeddings.plays(turnsAway(401)), 4, 'embedder: local'],
    ['the index refuses', () => pinecone.faults((_, response) => (sendJson(response, 403, {}), true)), 5, 'vectors: vectra'],
    ['the index breaks while it is written', () => pinecone.faults(({ path }, response) => path === '/vectors/upsert' && (sendJson(response, 400, {}), true)), 5, 'vectors: vectra'],
  ])('leave nothing behind when %s, and say what to do', async (_, breaks, code, remedy) => {
    const home = homeWith(`${HOSTED()}maxRetries: 0\n`);
    breaks();
    const { code: ended, stderr } = await run(['ingest', RESUME], home);
    expect(ended).toBe(code);
    expect(stderr).toContain(remedy);
    for (const key of Object.values(KEYS)) expect(stderr + everythingIn(home)).not.toContain(key);

    pinecone.faults();
    expect(pinecone.namespaces.size).toBe(0);
    expect(JSON.parse((await run(['resume', 'list', '--json'], home)).stdout)).toMatchObject({ resumes: [] });
    expect(existsSync(join(home, 'resumes')) ? everythingIn(join(home, 'resumes')) : '').toBe('');
  });

  it('keep a resume that the index does not let go', async () => {
    const home = homeWith(`${HOSTED()}maxRetries: 0\n`);
    await run(['ingest', RESUME], home);
    pinecone.faults((_, response) => (sendJson(response, 503, {}), true));
    expect(await run(['resume', 'delete', 'last'], home)).toMatchObject({ code: 5 });
    pinecone.faults();
    expect(await run(['resume', 'delete', 'last'], home)).toMatchObject({ code: 0 });
    expect(pinecone.namespaces.size).toBe(0);
  });

  it('are not forgotten there when the settings no longer reach them', async () => {
    const home = homeWith(HOSTED());
    await run(['ingest', RESUME], home);
    const refused = await run(['resume', 'delete', 'last', '--offline'], home);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('at Pinecone (index hotseat) too') as string });
    expect(pinecone.namespaces.size).toBe(1);

    writeFileSync(join(home, 'config.yaml'), '');
    expect(await run(['resume', 'delete', 'last'], home)).toMatchObject({ code: 2 });
    expect(await run(['resume', 'delete', 'last', '--leave-hosted'], home)).toMatchObject({ code: 0 });
    expect(pinecone.namespaces.size).toBe(1);
  });

  it('leave no file of an earlier index behind', async () => {
    const home = homeWith('');
    await run(['ingest', RESUME], home);
    expect(everythingIn(join(home, 'vectors'))).not.toBe('');
    writeFileSync(join(home, 'config.yaml'), HOSTED());
    expect(await run(['resume', 'delete', 'last'], home)).toMatchObject({ code: 0 });
    expect(everythingIn(join(home, 'vectors'))).toBe('');
  });

  it('are checked by doctor when they are chosen, each time anew, and not with --offline', async () => {
    const home = homeWith(`${HOSTED()}maxRetries: 0\n`);
    expect(await run(['doctor'], home)).toMatchObject({ code: 0 });
    embeddings.plays(turnsAway(401));
    pinecone.faults((_, response) => (response.writeHead(401).end(), true));
    const { code, stdout } = await run(['doctor', '--json'], home);
    const checks = (JSON.parse(stdout) as { checks: { name: string; ok: boolean; words: string }[] }).checks;
    expect(code).toBe(1);
    expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['embedder', 'vectors']);
    expect(checks.find(({ name }) => name === 'network')?.words).toContain(embeddings.host);
    for (const key of Object.values(KEYS)) expect(stdout).not.toContain(key);

    const before = embeddings.requests.length + pinecone.requests.length;
    expect(await run(['doctor', '--offline'], home)).toMatchObject({ code: 0 });
    expect(embeddings.requests.length + pinecone.requests.length).toBe(before);
  });

  it.each([
    ['a url that is not on this machine', 'vectors: pinecone\npinecone:\n  url: http://evil.example\n'],
    ['an index with a name that Pinecone does not take', 'vectors: pinecone\npinecone:\n  index: My_Index\n'],
    ['Hugging Face without a model', 'embedder: hf\n'],
    ['an embedder that nobody knows', 'embedder: cohere\n'],
  ])('are refused with %s', async (_, settings) => {
    expect(await run(['resume', 'list'], homeWith(settings))).toMatchObject({ code: 2 });
    expect(embeddings.requests.length + pinecone.requests.length).toBe(0);
  });
});

describe('keys in .env of the data folder', () => {
  it('are used, and a warning comes when others can read them', async () => {
    const home = homeWith(HOSTED());
    writeFileSync(join(home, '.env'), `PINECONE_API_KEY=${PINECONE_KEY}\nOPENAI_API_KEY=${KEY}\n`);
    const words = ['resume', 'list'];
    const bare = { home, env: { OPENAI_BASE_URL: env().OPENAI_BASE_URL } };

    chmodSync(join(home, '.env'), 0o644);
    expect(await hotseat(words, bare)).toMatchObject({ code: 0, stderr: expect.stringContaining('chmod 600') as string });
    expect(await hotseat(['doctor', '--offline', '--quiet'], bare)).toMatchObject({ code: 1, stderr: '', stdout: expect.stringMatching(/^FAIL {2}keys: /mu) as string });
    chmodSync(join(home, '.env'), 0o600);
    expect(await hotseat(words, bare)).toMatchObject({ code: 0, stderr: '' });
  });
});
