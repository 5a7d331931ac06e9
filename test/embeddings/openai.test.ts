import { describe, expect, it } from 'vitest';
import { createOpenAiEmbedder } from '../../src/embeddings/openai.ts';
import { PLANTED_KEY } from '../llm/contract.ts';
import { testHostedEmbedder } from './contract.ts';
import { answersJson, openAiVectors, startEmbeddingServer, vectorFor } from './servers.ts';

describe('the OpenAI embedder', () => {
  testHostedEmbedder({
    open: ({ url }, options) => createOpenAiEmbedder({ model: 'text-embedding-3-small', apiKey: PLANTED_KEY, baseUrl: `${url}/v1`, ...options }),
    good: openAiVectors,
    batch: 100,
    wrong: {
      tooFew: { data: [{ index: 0, embedding: vectorFor('x') }] },
      zero: { data: [0, 1].map((index) => ({ index, embedding: new Array(512).fill(0) })) },
    },
  });

  it('asks for 512 plain numbers of the small model', async () => {
    const server = await startEmbeddingServer(openAiVectors());
    const embedder = createOpenAiEmbedder({ model: 'text-embedding-3-small', baseUrl: `${server.url}/v1` });
    await embedder.embed(['One.']);
    expect(server.requests[0]).toMatchObject({ path: '/v1/embeddings', body: { model: 'text-embedding-3-small', input: ['One.'], dimensions: 512, encoding_format: 'float' } });
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
    await server.close();
  });

  it('has an id that tells servers apart', () => {
    expect(createOpenAiEmbedder({ model: 'text-embedding-3-small', apiKey: 'x' }).id).toBe('openai/text-embedding-3-small');
    expect(createOpenAiEmbedder({ model: 'nomic', baseUrl: 'http://127.0.0.1:11434/v1' }).id).toBe('openai/nomic@127.0.0.1:11434');
  });

  it.each([
    ['numbers without an order', [0, 0]],
    ['numbers of other texts', [1, 2]],
  ])('refuses vectors with %s', async (_, places) => {
    const server = await startEmbeddingServer(answersJson({ data: places.map((index) => ({ index, embedding: vectorFor('x') })) }));
    await expect(createOpenAiEmbedder({ model: 'text-embedding-3-small', baseUrl: `${server.url}/v1` }).embed(['One.', 'Two.'])).rejects.toMatchObject({ code: 'model-unreadable' });
    await server.close();
  });

  it('refuses base64 where plain numbers were asked for', async () => {
    const embedding = Buffer.from(Float32Array.from(vectorFor('x')).buffer).toString('base64');
    const server = await startEmbeddingServer(answersJson({ data: [{ index: 0, embedding }] }));
    await expect(createOpenAiEmbedder({ model: 'text-embedding-3-small', baseUrl: `${server.url}/v1` }).embed(['One.'])).rejects.toMatchObject({ code: 'model-unreadable' });
    await server.close();
  });

  it('takes vectors that are not numbered in the order in which they come', async () => {
    const server = await startEmbeddingServer(answersJson({ data: ['a', 'b'].map((text) => ({ embedding: vectorFor(text) })) }));
    const [first, second] = await createOpenAiEmbedder({ model: 'text-embedding-3-small', baseUrl: `${server.url}/v1` }).embed(['a', 'b']);
    expect(first).not.toEqual(second);
    await server.close();
  });

  it('tells the tokens that were counted', async () => {
    const server = await startEmbeddingServer(openAiVectors());
    const told: (number | null)[] = [];
    await createOpenAiEmbedder({ model: 'text-embedding-3-small', baseUrl: `${server.url}/v1`, onRequest: ({ inputTokens }) => told.push(inputTokens) }).embed(['One.']);
    expect(told).toEqual([1]);
    await server.close();
  });

  it('does not ask OpenAI without a key', async () => {
    const never: typeof fetch = () => Promise.reject(new Error('It was asked.'));
    await expect(createOpenAiEmbedder({ model: 'text-embedding-3-small', fetch: never }).embed(['One.'])).rejects.toMatchObject({ code: 'model-key-rejected' });
  });
});
