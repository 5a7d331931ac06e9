import { describe, expect, it } from 'vitest';
import { createHuggingFaceEmbedder } from '../../src/embeddings/huggingface.ts';
import { PLANTED_KEY } from '../llm/contract.ts';
import { testHostedEmbedder } from './contract.ts';
import { answersJson, extractedFeatures, startEmbeddingServer, vectorFor } from './servers.ts';
import { sendJson, startLoopback } from '../helpers/servers/loopback.ts';

describe('the Hugging Face embedder', () => {
  testHostedEmbedder({
    open: ({ url }, options) => createHuggingFaceEmbedder({ model: 'org/small', token: PLANTED_KEY, endpointUrl: url, ...options }),
    good: extractedFeatures,
    batch: 32,
    wrong: { tooFew: [vectorFor('x')], zero: [new Array(512).fill(0), new Array(512).fill(0)] },
  });

  it('refuses a model that gives a vector for each token', async () => {
    const server = await startEmbeddingServer(answersJson([[vectorFor('a'), vectorFor('b')]]));
    await expect(createHuggingFaceEmbedder({ endpointUrl: server.url }).embed(['a b'])).rejects.toMatchObject({ message: expect.stringContaining('a vector for each token') as string });
    await server.close();
  });

  it('asks the router for feature extraction, with a token', async () => {
    const hub = await startLoopback(({ path, body }, response) => {
      if (path.startsWith('/api/models/')) return sendJson(response, 200, { inferenceProviderMapping: { 'hf-inference': { providerId: 'org/embeds', status: 'live', task: 'sentence-similarity' } } });
      return sendJson(response, 200, (body as { inputs: string[] }).inputs.map((text) => vectorFor(text)));
    });
    const seen: string[] = [];
    const led: typeof fetch = (input, init) => {
      const url = new URL(String(input instanceof Request ? input.url : input));
      seen.push(`${url.host}${url.pathname}`);
      return fetch(`${hub.url}${url.pathname}${url.search}`, init);
    };
    const embedder = createHuggingFaceEmbedder({ model: 'org/embeds', token: 'hf_planted0123456789', fetch: led });
    expect(await embedder.embed(['One.'])).toHaveLength(1);
    expect(embedder.id).toBe('huggingface/org/embeds');
    expect(seen).toEqual(['huggingface.co/api/models/org/embeds', 'router.huggingface.co/hf-inference/models/org/embeds/pipeline/feature-extraction']);
    await hub.close();
  });

  it('does not ask the router without a token', async () => {
    const never: typeof fetch = () => Promise.reject(new Error('It was asked.'));
    await expect(createHuggingFaceEmbedder({ fetch: never }).embed(['One.'])).rejects.toMatchObject({ code: 'model-key-rejected' });
  });
});
