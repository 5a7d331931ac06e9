import { describe, expect, it } from 'vitest';
import { createOpenAiEmbedder } from '../../src/embeddings/openai.ts';
import { PLANTED_KEY } from '../llm/contract.ts';
import { testHostedEmbedder } from './contract.ts';
import { openAiVectors, startEmbeddingServer, vectorFor } from './servers.ts';

describe('the OpenAI embedder', () => {
  testHostedEmbedder({
    open: ({ url }, options) => createOpenAiEmbedder({ apiKey: PLANTED_KEY, baseUrl: `${url}/v1`, ...options }),
    good: openAiVectors,
    batch: 100,
    wrong: {
      tooFew: { data: [{ index: 0, embedding: vectorFor('x') }] },
      zero: { data: [0, 1].map((index) => ({ index, embedding: new Array(512).fill(0) })) },
    },
  });

  it('asks for 512 plain numbers of the small model', async () => {
    const server = await startEmbeddingServer(openAiVectors());
    const embedder = createOpenAiEmbedder({ baseUrl: `${server.url}/v1` });
    await embedder.embed(['One.']);
    expect(embedder.id).toBe('openai/text-embedding-3-small');
    expect(server.requests[0]).toMatchObject({ path: '/v1/embeddings', body: { model: 'text-embedding-3-small', input: ['One.'], dimensions: 512, encoding_format: 'float' } });
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
    await server.close();
  });

  it('does not ask OpenAI without a key', async () => {
    const never: typeof fetch = () => Promise.reject(new Error('It was asked.'));
    await expect(createOpenAiEmbedder({ fetch: never }).embed(['One.'])).rejects.toMatchObject({ code: 'model-key-rejected' });
  });
});
