import type { OpenAI } from 'openai';
import { z } from 'zod';
import { failureOf, hostOf, ModelFailure, providerFetch } from '../llm/llm.ts';
import { DIMENSIONS, type Embedder } from './embeddings.ts';
import { createHostedEmbedder, normalised, WrongVectors, type EmbeddingSource, type HostedOptions } from './hosted.ts';

const OFFICIAL = 'https://api.openai.com/v1';
const OFFICIAL_HOST = 'api.openai.com';
const BATCH = 100;
/** About 6,000 tokens of prose; the model refuses a text of more than 8,191. */
const LONGEST_TEXT = 24_000;

export interface OpenAiEmbedderOptions extends HostedOptions {
  /** One that gives 512 numbers, or can be asked to. */
  model: string;
  /** May be left out for a server of one's own. */
  apiKey?: string;
  baseUrl?: string;
  fetch?: typeof globalThis.fetch;
}

/** Embeddings of OpenAI, or of a server that speaks its language, at 512 numbers a text. */
export function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Embedder {
  const source = createSource(options);
  const { host, model } = source.endpoint;
  // A model of the same name elsewhere may be another one.
  return createHostedEmbedder(host === OFFICIAL_HOST ? `openai/${model}` : `openai/${model}@${host}`, source, options);
}

function createSource({ model, apiKey, baseUrl = OFFICIAL, fetch }: OpenAiEmbedderOptions): EmbeddingSource {
  const endpoint = { provider: 'openai', host: hostOf(baseUrl), model };
  let opening: Promise<OpenAI> | undefined;

  return {
    endpoint,
    batch: BATCH,
    longestText: LONGEST_TEXT,

    async ask(input, signal) {
      if (endpoint.host === OFFICIAL_HOST && !apiKey) throw new ModelFailure('model-key-rejected', endpoint);
      try {
        const client = await (opening ??= openClient(baseUrl, providerFetch(endpoint, { key: apiKey, fetch })));
        // Left to itself the client asks for base64, and makes empty vectors of the plain numbers that many servers send.
        return readReply(await client.embeddings.create({ model, input, dimensions: DIMENSIONS, encoding_format: 'float' }, { signal }), input.length);
      } catch (error) {
        throw error instanceof WrongVectors ? new ModelFailure('model-unreadable', endpoint, { detail: error.message }) : failureOf(error, endpoint, signal);
      }
    },
  };
}

async function openClient(baseURL: string, fetch: typeof globalThis.fetch): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({ apiKey: 'held-elsewhere', baseURL, fetch, maxRetries: 0, logLevel: 'off', organization: null, project: null, adminAPIKey: null, webhookSecret: null });
}

const Reply = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()) })),
  usage: z.object({ prompt_tokens: z.number().int().min(0) }).nullish().catch(null),
});

/** In the texts' order, whatever order they came in. */
function readReply(raw: unknown, texts: number): { vectors: Float32Array[]; inputTokens: number | null } {
  const reply = Reply.safeParse(raw);
  if (!reply.success) throw new WrongVectors('it holds no vectors');
  const { data, usage } = reply.data;
  if (data.length !== texts) throw new WrongVectors(`it holds ${data.length} vectors for ${texts} texts`);
  const inOrder = data.map((one, place) => ({ place: one.index ?? place, vector: one.embedding })).sort((one, other) => one.place - other.place);
  if (inOrder.some(({ place }, index) => place !== index)) throw new WrongVectors('it numbers them in a way that fits no text');
  return { vectors: inOrder.map(({ vector }) => normalised(vector)), inputTokens: usage?.prompt_tokens ?? null };
}
