import type { OpenAI } from 'openai';
import { z } from 'zod';
import { failureOf, hostOf, ModelFailure, providerFetch } from '../llm/llm.ts';
import type { Patience } from '../llm/patience.ts';
import { DIMENSIONS, type Embedder } from './embeddings.ts';

const OFFICIAL = 'https://api.openai.com/v1';
/** Texts in one request. */
const BATCH = 100;
/** About 6,000 tokens of prose; the model refuses a text of more than 8,191. */
const LONGEST_TEXT = 24_000;

export interface OpenAiEmbedderOptions {
  model?: string;
  /** May be left out for a server of one's own. */
  apiKey?: string;
  baseUrl?: string;
  /** Time limits and repeated tries, for each request; without it each is made once. */
  patience?: Patience;
  fetch?: typeof globalThis.fetch;
}

/** Embeddings of OpenAI, or of a server that speaks its language, at 512 numbers a text. */
export function createOpenAiEmbedder({ model = 'text-embedding-3-small', apiKey, baseUrl = OFFICIAL, patience, fetch }: OpenAiEmbedderOptions): Embedder {
  const endpoint = { provider: 'openai', host: hostOf(baseUrl), model };
  let opening: Promise<OpenAI> | undefined;

  const once = async (input: string[], signal?: AbortSignal): Promise<Float32Array[]> => {
    try {
      const client = await (opening ??= openClient(baseUrl, providerFetch(endpoint, { key: apiKey, fetch })));
      // Left to itself the client asks for base64, and makes empty vectors of the plain numbers that many servers send.
      const reply = await client.embeddings.create({ model, input, dimensions: DIMENSIONS, encoding_format: 'float' }, { signal });
      return readVectors(reply, input.length);
    } catch (error) {
      throw error instanceof WrongVectors ? new ModelFailure('model-unreadable', endpoint, { detail: error.message }) : failureOf(error, endpoint, signal);
    }
  };
  const embedBatch = (input: string[], signal?: AbortSignal): Promise<Float32Array[]> =>
    patience ? patience((attempt) => once(input, attempt.signal), { signal, tooSlow: () => new ModelFailure('model-timeout', endpoint) }) : once(input, signal);

  return {
    id: `openai/${model}`,

    async embed(texts, { signal } = {}) {
      signal?.throwIfAborted();
      if (endpoint.host === 'api.openai.com' && !apiKey) throw new ModelFailure('model-key-rejected', endpoint);
      const plain = texts.map((text) => text.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT));
      const sent = plain.filter((text) => text !== '');
      const vectors: Float32Array[] = [];
      for (let start = 0; start < sent.length; start += BATCH) vectors.push(...(await embedBatch(sent.slice(start, start + BATCH), signal)));
      return plain.map((text) => (text === '' ? undefined : vectors.shift()) ?? new Float32Array(DIMENSIONS));
    },
  };
}

async function openClient(baseURL: string, fetch: typeof globalThis.fetch): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({ apiKey: 'held-elsewhere', baseURL, fetch, maxRetries: 0, logLevel: 'off', organization: null, project: null, adminAPIKey: null, webhookSecret: null });
}

class WrongVectors extends Error {}

const Reply = z.object({ data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()) })) });

/** One vector of length 1 for each text, in the texts' order, whatever order they came in. */
function readVectors(raw: unknown, texts: number): Float32Array[] {
  const reply = Reply.safeParse(raw);
  if (!reply.success) throw new WrongVectors('it holds no vectors');
  const { data } = reply.data;
  if (data.length !== texts) throw new WrongVectors(`it holds ${data.length} vectors for ${texts} texts`);
  const inOrder = data.map((one, place) => ({ place: one.index ?? place, vector: one.embedding })).sort((one, other) => one.place - other.place);
  return inOrder.map(({ vector }) => normalised(vector));
}

function normalised(vector: number[]): Float32Array {
  if (vector.length !== DIMENSIONS) throw new WrongVectors(`its vectors have ${vector.length} numbers and not ${DIMENSIONS}`);
  const length = Math.hypot(...vector);
  if (length === 0) throw new WrongVectors('it holds a vector of the length 0');
  return Float32Array.from(vector, (number) => number / length);
}
