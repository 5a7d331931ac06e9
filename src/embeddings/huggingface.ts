import type { InferenceClient, InferenceProviderOrPolicy } from '@huggingface/inference';
import { z } from 'zod';
import { HotseatError } from '../errors.ts';
import { failureOf, hostOf, ModelFailure, providerFetch } from '../llm/llm.ts';
import type { Patience } from '../llm/patience.ts';
import { DIMENSIONS, type Embedder } from './embeddings.ts';

const ROUTER = 'https://router.huggingface.co';
/** Texts in one request. */
const BATCH = 32;
/** The models read no more than a few hundred tokens; some refuse more in place of cutting it off. */
const LONGEST_TEXT = 2_000;

export interface HuggingFaceEmbedderOptions {
  /** A model with 512 numbers a text. */
  model?: string;
  /** May be left out for an endpoint of one's own. */
  token?: string;
  endpointUrl?: string;
  provider?: InferenceProviderOrPolicy;
  /** Time limits and repeated tries, for each request; without it each is made once. */
  patience?: Patience;
  fetch?: typeof globalThis.fetch;
}

/** Feature extraction by Hugging Face, or by an endpoint of one's own. Models of another size than 512 are refused. */
export function createHuggingFaceEmbedder(setup: HuggingFaceEmbedderOptions): Embedder {
  const { model = 'sentence-transformers/distiluse-base-multilingual-cased-v2', token, endpointUrl, provider = 'hf-inference', patience, fetch } = setup;
  const endpoint = { provider: 'huggingface', host: hostOf(endpointUrl ?? ROUTER), model };
  let opening: Promise<InferenceClient> | undefined;

  const once = async (inputs: string[], signal?: AbortSignal): Promise<Float32Array[]> => {
    try {
      const client = await (opening ??= openClient(token, endpointUrl, providerFetch(endpoint, { key: token, fetch })));
      const request = { model, inputs, ...(endpointUrl ? {} : { provider }) };
      return readVectors(await client.featureExtraction(request, { signal }), inputs.length);
    } catch (error) {
      throw translated(error, endpoint, signal);
    }
  };
  const embedBatch = (inputs: string[], signal?: AbortSignal): Promise<Float32Array[]> =>
    patience ? patience((attempt) => once(inputs, attempt.signal), { signal, tooSlow: () => new ModelFailure('model-timeout', endpoint) }) : once(inputs, signal);

  return {
    id: `huggingface/${model}`,

    async embed(texts, { signal } = {}) {
      signal?.throwIfAborted();
      if (!endpointUrl && !token) throw new ModelFailure('model-key-rejected', endpoint);
      const plain = texts.map((text) => text.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT));
      const sent = plain.filter((text) => text !== '');
      const vectors: Float32Array[] = [];
      for (let start = 0; start < sent.length; start += BATCH) vectors.push(...(await embedBatch(sent.slice(start, start + BATCH), signal)));
      return plain.map((text) => (text === '' ? undefined : vectors.shift()) ?? new Float32Array(DIMENSIONS));
    },
  };
}

async function openClient(token: string | undefined, endpointUrl: string | undefined, fetch: typeof globalThis.fetch): Promise<InferenceClient> {
  const { InferenceClient, setLogger } = await import('@huggingface/inference');
  const silent = () => undefined;
  setLogger({ debug: silent, info: silent, warn: silent, error: silent, log: silent });
  // A 503 would be asked again for ever.
  return new InferenceClient(token ? 'hf_held_elsewhere' : '', { endpointUrl, fetch, retry_on_error: false });
}

class WrongVectors extends Error {}

function translated(error: unknown, endpoint: ConstructorParameters<typeof ModelFailure>[1], signal?: AbortSignal): unknown {
  const name = error instanceof Error ? error.name : '';
  if (signal?.aborted) return signal.reason;
  if (error instanceof HotseatError) return error;
  if (error instanceof WrongVectors) return new ModelFailure('model-unreadable', endpoint, { detail: error.message });
  if (name === 'ProviderOutputError') return new ModelFailure('model-unreadable', endpoint, { detail: 'it holds no vectors' });
  if (name === 'InputError' || name === 'HubApiError') return new ModelFailure('model-not-found', endpoint);
  return failureOf(error, endpoint, signal);
}

const Vectors = z.array(z.array(z.number()));

/** One vector of length 1 for each text. */
function readVectors(raw: unknown, texts: number): Float32Array[] {
  const vectors = Vectors.safeParse(raw);
  if (!vectors.success) throw new WrongVectors(holdsTokens(raw) ? 'the model gives a vector for each token, none for the text' : 'it holds no vectors');
  if (vectors.data.length !== texts) throw new WrongVectors(`it holds ${vectors.data.length} vectors for ${texts} texts`);
  return vectors.data.map(normalised);
}

const holdsTokens = (raw: unknown): boolean => z.array(z.array(z.array(z.number())).min(1)).min(1).safeParse(raw).success;

function normalised(vector: number[]): Float32Array {
  if (vector.length !== DIMENSIONS) throw new WrongVectors(`the model's vectors have ${vector.length} numbers and not ${DIMENSIONS}`);
  const length = Math.hypot(...vector);
  if (length === 0) throw new WrongVectors('it holds a vector of the length 0');
  return Float32Array.from(vector, (number) => number / length);
}
