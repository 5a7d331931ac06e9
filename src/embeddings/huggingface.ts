import type { InferenceClient } from '@huggingface/inference';
import { z } from 'zod';
import { HotseatError } from '../errors.ts';
import { failureOf, hostOf, ModelFailure, providerFetch, type Endpoint } from '../llm/llm.ts';
import type { Embedder } from './embeddings.ts';
import { createHostedEmbedder, normalised, WrongVectors, type EmbeddingSource, type HostedOptions } from './hosted.ts';

const ROUTER = 'https://router.huggingface.co';
const BATCH = 32;
/** The models read no more than a few hundred tokens; some refuse more in place of cutting it off. */
const LONGEST_TEXT = 2_000;

export interface HuggingFaceEmbedderOptions extends HostedOptions {
  /** A model with 512 numbers a text. */
  model: string;
  /** May be left out for an endpoint of one's own. */
  token?: string;
  endpointUrl?: string;
  fetch?: typeof globalThis.fetch;
}

/**
 * Feature extraction on Hugging Face's own machines, or at an endpoint of
 * one's own. Models of another size than 512 are refused.
 *
 * There is no model for those who name none: the well-known ones of 512
 * numbers get there by a last layer that some servers leave out.
 */
export function createHuggingFaceEmbedder(options: HuggingFaceEmbedderOptions): Embedder {
  const source = createSource(options);
  const { host, model } = source.endpoint;
  return createHostedEmbedder(options.endpointUrl ? `huggingface/${model}@${host}` : `huggingface/${model}`, source, options);
}

function createSource({ model, token, endpointUrl, fetch }: HuggingFaceEmbedderOptions): EmbeddingSource {
  const endpoint = { provider: 'huggingface', host: hostOf(endpointUrl ?? ROUTER), model };
  // The address is given whole: otherwise the client asks a second host about the model first, with the token.
  const address = endpointUrl ?? `${ROUTER}/hf-inference/models/${model.split('/').map(encodeURIComponent).join('/')}/pipeline/feature-extraction`;
  let opening: Promise<InferenceClient> | undefined;

  return {
    endpoint,
    batch: BATCH,
    longestText: LONGEST_TEXT,

    async ask(inputs, signal) {
      if (!endpointUrl && !token) throw new ModelFailure('model-key-rejected', endpoint);
      try {
        const client = await (opening ??= openClient(token, address, providerFetch(endpoint, { key: token, fetch })));
        return { vectors: readVectors(await client.featureExtraction({ model, inputs }, { signal }), inputs.length), inputTokens: null };
      } catch (error) {
        throw translated(error, endpoint, signal);
      }
    },
  };
}

async function openClient(token: string | undefined, endpointUrl: string, fetch: typeof globalThis.fetch): Promise<InferenceClient> {
  const { InferenceClient, setLogger } = await import('@huggingface/inference');
  const silent = () => undefined;
  setLogger({ debug: silent, info: silent, warn: silent, error: silent, log: silent });
  // A 503 would be asked again for ever.
  return new InferenceClient(token ? 'hf_held_elsewhere' : '', { endpointUrl, fetch, retry_on_error: false });
}

function translated(error: unknown, endpoint: Endpoint, signal?: AbortSignal): unknown {
  const name = error instanceof Error ? error.name : '';
  if (signal?.aborted) return signal.reason;
  if (error instanceof HotseatError) return error;
  if (error instanceof WrongVectors) return new ModelFailure('model-unreadable', endpoint, { detail: error.message });
  if (name === 'ProviderOutputError') return new ModelFailure('model-unreadable', endpoint, { detail: 'it holds no vectors' });
  if (name === 'InputError' || name === 'HubApiError') return new ModelFailure('model-not-found', endpoint);
  return failureOf(error, endpoint, signal);
}

const Vectors = z.array(z.array(z.number()));

function readVectors(raw: unknown, texts: number): Float32Array[] {
  const vectors = Vectors.safeParse(raw);
  if (!vectors.success) throw new WrongVectors(holdsTokens(raw) ? 'the model gives a vector for each token, none for the text' : 'it holds no vectors');
  if (vectors.data.length !== texts) throw new WrongVectors(`it holds ${vectors.data.length} vectors for ${texts} texts`);
  return vectors.data.map(normalised);
}

const holdsTokens = (raw: unknown): boolean => z.array(z.array(z.array(z.number())).min(1)).min(1).safeParse(raw).success;
