import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHuggingFaceEmbedder } from '../../src/embeddings/huggingface.ts';
import { createOpenAiEmbedder } from '../../src/embeddings/openai.ts';
import { createHuggingFaceLlm } from '../../src/llm/huggingface.ts';
import { createOpenAiLlm } from '../../src/llm/openai.ts';
import { createPineconeIndex } from '../../src/vectors/pinecone.ts';
import { says, startChatServer, type ChatServer } from '../helpers/servers/chat-server.ts';
import { PINECONE_KEY, startPineconeServer, type PineconeServer } from '../helpers/servers/pinecone-server.ts';
import { vectorOf } from '../vectors/items.ts';

/** What the clients' own code looks for in the environment, and what it would do with it. */
const ENVIRONMENT = {
  OPENAI_CUSTOM_HEADERS: 'x-leak: leaked-header\nauthorization: Bearer leaked-token\ncookie: leaked-cookie\nhost: leaked.example',
  OPENAI_ORG_ID: 'leaked-organisation',
  OPENAI_PROJECT_ID: 'leaked-project',
  OPENAI_ADMIN_KEY: 'leaked-admin-key',
  OPENAI_WEBHOOK_SECRET: 'leaked-webhook',
  OPENAI_API_KEY: 'leaked-openai-key',
  OPENAI_BASE_URL: 'http://127.0.0.1:9/leaked',
  HF_TOKEN: 'leaked-hf-token',
  HF_ENDPOINT: 'http://127.0.0.1:9/leaked',
  PINECONE_API_KEY: 'leaked-pinecone-key',
  PINECONE_CONTROLLER_HOST: 'http://127.0.0.1:9/leaked',
};
const OURS = ['accept', 'accept-encoding', 'accept-language', 'api-key', 'authorization', 'connection', 'content-length', 'content-type', 'host', 'sec-fetch-mode', 'transfer-encoding', 'user-agent', 'x-pinecone-api-version'];

let chat: ChatServer;
let pinecone: PineconeServer;
beforeAll(async () => {
  [chat, pinecone] = await Promise.all([startChatServer(), startPineconeServer()]);
});
beforeEach(() => {
  chat.plays(says('Hello.'));
  chat.requests.length = 0;
  pinecone.requests.length = 0;
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => Promise.all([chat.close(), pinecone.close()]));

const hello = [{ role: 'user' as const, content: 'Hello?' }];

describe('nothing of the environment but what hotseat reads itself', () => {
  it.each<[string, (baseUrl: string) => Promise<unknown>]>([
    ['OpenAI', (baseUrl) => createOpenAiLlm({ model: 'x', apiKey: 'ours', baseUrl }).complete(hello)],
    ['a server without a key', (baseUrl) => createOpenAiLlm({ model: 'x', baseUrl }).complete(hello)],
    ['OpenAI\'s embeddings', (baseUrl) => createOpenAiEmbedder({ model: 'text-embedding-3-small', apiKey: 'ours', baseUrl }).embed(['One.'])],
    ['Hugging Face', (endpointUrl) => createHuggingFaceLlm({ model: 'x', token: 'ours', endpointUrl }).complete(hello)],
    ['Hugging Face\'s features', (endpointUrl) => createHuggingFaceEmbedder({ model: 'x', token: 'ours', endpointUrl }).embed(['One.'])],
  ])('reaches %s', async (name, ask) => {
    await ask(chat.baseUrl).catch(() => undefined);
    const [request] = chat.requests;
    expect(JSON.stringify(chat.requests)).not.toContain('leaked');
    expect(request?.headers.authorization).toBe(name.includes('without') ? undefined : 'Bearer ours');
    expect(Object.keys(request?.headers ?? {}).filter((header) => !OURS.includes(header))).toEqual([]);
    expect(request?.headers['user-agent']).toBe('node');
  });

  it('reaches Pinecone', async () => {
    const index = createPineconeIndex({ apiKey: PINECONE_KEY, controllerUrl: pinecone.url, sleep: () => Promise.resolve() });
    await index.query('abc', 'test/axes', vectorOf(1), { limit: 1 }).catch(() => undefined);
    expect(pinecone.requests.length).toBeGreaterThan(2);
    expect(JSON.stringify(pinecone.requests)).not.toContain('leaked');
    for (const { headers } of pinecone.requests) {
      expect(headers['api-key']).toBe(PINECONE_KEY);
      expect(Object.keys(headers).filter((header) => !OURS.includes(header))).toEqual([]);
    }
  });

  it('takes Pinecone\'s own address where none is given', async () => {
    const seen: string[] = [];
    const refusing: typeof fetch = (input) => {
      seen.push(new URL(input instanceof Request ? input.url : input).host);
      return Promise.reject(new TypeError('fetch failed'));
    };
    await expect(createPineconeIndex({ apiKey: PINECONE_KEY, fetch: refusing }).has('abc', 'test/axes')).rejects.toMatchObject({ code: 'vectors-unreachable' });
    expect(seen).toEqual(['api.pinecone.io']);
  });
});
