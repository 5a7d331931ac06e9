import { describe, expect, it } from 'vitest';
import { createHuggingFaceEmbedder } from '../../src/embeddings/huggingface.ts';
import { PLANTED_KEY } from '../llm/contract.ts';
import { testHostedEmbedder } from './contract.ts';
import { answersJson, extractedFeatures, startEmbeddingServer, vectorFor } from './servers.ts';

describe('the Hugging Face embedder', () => {
  testHostedEmbedder({
    open: ({ url }, options) => createHuggingFaceEmbedder({ model: 'org/small', token: PLANTED_KEY, endpointUrl: url, ...options }),
    good: extractedFeatures,
    batch: 32,
    wrong: { tooFew: [vectorFor('x')], zero: [new Array(512).fill(0), new Array(512).fill(0)] },
  });

  it('refuses a model that gives a vector for each token', async () => {
    const server = await startEmbeddingServer(answersJson([[vectorFor('a'), vectorFor('b')]]));
    await expect(createHuggingFaceEmbedder({ model: 'org/tokens', endpointUrl: server.url }).embed(['a b'])).rejects.toMatchObject({ message: expect.stringContaining('a vector for each token') as string });
    await server.close();
  });

  it('asks the router alone for feature extraction, with a token', async () => {
    const hub = await startEmbeddingServer(extractedFeatures());
    const seen: string[] = [];
    const led: typeof fetch = (input, init) => {
      const url = new URL(String(input instanceof Request ? input.url : input));
      seen.push(`${url.host}${url.pathname}`);
      return fetch(`${hub.url}${url.pathname}${url.search}`, init);
    };
    const embedder = createHuggingFaceEmbedder({ model: 'org/embeds', token: 'hf_planted0123456789', fetch: led });
    expect(await embedder.embed(['One.'])).toHaveLength(1);
    expect(seen).toEqual(['router.huggingface.co/hf-inference/models/org/embeds/pipeline/feature-extraction']);
    expect(hub.requests[0]?.headers.authorization).toBe('Bearer hf_planted0123456789');
    await hub.close();
  });

  it('has an id that tells endpoints apart', () => {
    expect(createHuggingFaceEmbedder({ model: 'org/embeds', token: 'x' }).id).toBe('huggingface/org/embeds');
    expect(createHuggingFaceEmbedder({ model: 'org/embeds', endpointUrl: 'http://127.0.0.1:8080' }).id).toBe('huggingface/org/embeds@127.0.0.1:8080');
  });

  it('does not ask the router without a token', async () => {
    const never: typeof fetch = () => Promise.reject(new Error('It was asked.'));
    await expect(createHuggingFaceEmbedder({ model: 'org/embeds', fetch: never }).embed(['One.'])).rejects.toMatchObject({ code: 'model-key-rejected' });
  });
});
