import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createOpenAiLlm } from '../../src/llm/openai.ts';
import { fallsSilent, says, sendsRubbish, startChatServer, type ChatServer } from '../helpers/servers/chat-server.ts';
import { PLANTED_KEY, testLlm } from './contract.ts';

const hello = [{ role: 'user' as const, content: 'Hello?' }];

describe.each([
  ['a reply in one piece', false],
  ['a stream', true],
])('OpenAI, %s', (_, isStreamed) => {
  testLlm({ isStreamed, open: ({ baseUrl }) => createOpenAiLlm({ model: 'gpt-4o', apiKey: PLANTED_KEY, baseUrl }) });
});

describe('OpenAI', () => {
  let server: ChatServer;
  beforeAll(async () => {
    server = await startChatServer();
  });
  afterAll(() => server.close());
  afterEach(() => vi.restoreAllMocks());

  /** OpenAI's own address, led to the server on this machine. */
  const official: typeof fetch = (input, init) => fetch(String(input instanceof Request ? input.url : input).replace('https://api.openai.com', server.url), init);

  it('asks a server of one\'s own without a key', async () => {
    server.plays(says('Hello.'));
    await createOpenAiLlm({ model: 'llama3', baseUrl: server.baseUrl }).complete(hello);
    expect(server.requests.at(-1)).toMatchObject({ path: '/v1/chat/completions', body: { model: 'llama3', messages: hello } });
    expect(server.requests.at(-1)?.headers).not.toHaveProperty('authorization');
  });

  it('does not ask OpenAI without a key', async () => {
    const before = server.requests.length;
    const asking = createOpenAiLlm({ model: 'gpt-4o', fetch: official }).complete(hello);
    await expect(asking).rejects.toMatchObject({ code: 'model-key-rejected', message: 'OpenAI has no valid key from you.', remedy: expect.stringContaining('OPENAI_API_KEY') as string });
    expect(server.requests).toHaveLength(before);
  });

  it.each([
    ['gpt-4o', { temperature: 0.3, seed: 7, max_completion_tokens: 50 }],
    ['o4-mini', { max_completion_tokens: 50 }],
    ['gpt-5-mini', { max_completion_tokens: 50 }],
  ])('asks %s of OpenAI as it wants to be asked', async (model, expected) => {
    server.plays(says('Hello.'));
    await createOpenAiLlm({ model, apiKey: PLANTED_KEY, fetch: official }).complete(hello, { temperature: 0.3, seed: 7, maxTokens: 50 });
    expect(server.requests.at(-1)?.body).toEqual({ model, messages: hello, ...expected });
  });

  it.each([
    ['schema', { type: 'json_schema', json_schema: { name: 'grade', strict: true, schema: { type: 'object', properties: { band: { type: 'number' } }, required: ['band'], additionalProperties: false } } }],
    ['object', { type: 'json_object' }],
    ['text', undefined],
  ] as const)('asks for JSON by %s', async (way, expected) => {
    server.plays(says('{"band": 3}'));
    await createOpenAiLlm({ model: 'llama3', baseUrl: server.baseUrl }).complete(hello, { format: { name: 'grade', schema: z.object({ band: z.number() }), way } });
    expect((server.requests.at(-1)?.body as { response_format?: unknown }).response_format).toEqual(expected);
  });

  it('asks for the token counts of a stream', async () => {
    server.plays(says('Hello.'));
    await createOpenAiLlm({ model: 'llama3', baseUrl: server.baseUrl }).complete(hello, { onText: () => undefined });
    expect(server.requests.at(-1)?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  it('prints nothing, whatever comes', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
    server.plays(sendsRubbish);
    await createOpenAiLlm({ model: 'llama3', baseUrl: server.baseUrl }).complete(hello, { onText: () => undefined }).catch(() => undefined);
    spies.forEach((spy) => expect(spy).not.toHaveBeenCalled());
  });

  it('gives the pieces as they come, not at the end', async () => {
    server.plays(fallsSilent);
    const controller = new AbortController();
    const pieces: string[] = [];
    const asking = createOpenAiLlm({ model: 'llama3', baseUrl: server.baseUrl }).complete(hello, { onText: (piece) => pieces.push(piece), signal: controller.signal });
    const outcome = expect(asking).rejects.toThrow('enough');
    await vi.waitFor(() => expect(pieces).toEqual(['Hel', 'lo']));
    controller.abort(new Error('enough'));
    await outcome;
  });

  it.each(['not a url', 'ftp://host/v1', 'sk-planted-0123456789abcdef', 'https://somebody:planted@host/v1', ''])('refuses the base URL "%s" without repeating it', (baseUrl) => {
    expect(() => createOpenAiLlm({ model: 'x', baseUrl })).toThrow(expect.objectContaining({ code: 'bad-base-url', message: expect.not.stringContaining('planted') as string }) as Error);
  });
});
