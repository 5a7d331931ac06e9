import { HotseatError, ModelError } from '../errors.ts';
import { ModelFailure, type Endpoint } from '../llm/llm.ts';
import type { Patience } from '../llm/patience.ts';
import { DIMENSIONS, type Embedder, type EmbedOptions } from './embeddings.ts';

/** One way to ask a provider for vectors, request by request. Adapters translate; they neither split nor wait nor count. */
export interface EmbeddingSource {
  endpoint: Endpoint;
  /** Texts in one request. */
  batch: number;
  /** Letters of a text that are sent; the rest is cut off. */
  longestText: number;
  /** One vector of length 1 for each text, in order. Rejects with a `ModelFailure`. */
  ask(texts: string[], signal?: AbortSignal): Promise<{ vectors: Float32Array[]; inputTokens: number | null }>;
}

/** One request that left the machine. */
export interface EmbeddingRequest extends Endpoint {
  texts: string[];
  context: Omit<EmbedOptions, 'signal'>;
  inputTokens: number | null;
  latencyMs: number;
  ok: boolean;
  /** The code of the failure; null for a good request. */
  failure: string | null;
}

export interface HostedOptions {
  /** Time limits and repeated tries, for each request; without it each is made once. */
  patience?: Patience;
  /** Told of each try. */
  onRequest?: (request: EmbeddingRequest) => void;
}

/** An embedder over a provider: in batches, with patience, and every try told. */
export function createHostedEmbedder(id: string, source: EmbeddingSource, { patience, onRequest = () => undefined }: HostedOptions): Embedder {
  const { endpoint, batch, longestText } = source;

  const once = async (texts: string[], { signal, ...context }: EmbedOptions): Promise<Float32Array[]> => {
    const begun = performance.now();
    const tell = (inputTokens: number | null, failure: string | null) =>
      onRequest({ ...endpoint, texts, context, inputTokens, latencyMs: Math.round(performance.now() - begun), ok: failure === null, failure });
    try {
      const { vectors, inputTokens } = await source.ask(texts, signal);
      tell(inputTokens, null);
      return vectors;
    } catch (failure) {
      tell(null, failure instanceof HotseatError ? failure.code : 'cancelled');
      throw failure;
    }
  };
  const embedBatch = (texts: string[], options: EmbedOptions): Promise<Float32Array[]> => {
    if (!patience) return once(texts, options);
    return patience(({ signal }) => once(texts, { ...options, signal }), { signal: options.signal, tooSlow: () => new ModelFailure('model-timeout', endpoint) });
  };

  return {
    id,

    async embed(texts, options = {}) {
      options.signal?.throwIfAborted();
      const plain = texts.map((text) => text.replace(/\s+/gu, ' ').trim().slice(0, longestText));
      const sent = plain.filter((text) => text !== '');
      const vectors: Float32Array[] = [];
      for (let start = 0; start < sent.length; start += batch) {
        const more = await embedBatch(sent.slice(start, start + batch), options).catch((failure: unknown) => {
          throw withWayOut(failure);
        });
        vectors.push(...more);
      }
      return plain.map((text) => (text === '' ? undefined : vectors.shift()) ?? new Float32Array(DIMENSIONS));
    },
  };
}

/** The reply of a provider holds something else than the vectors that were asked for. */
export class WrongVectors extends Error {}

/** Of length 1. Rejects what is no vector of ours with `WrongVectors`. */
export function normalised(vector: number[]): Float32Array {
  if (vector.length !== DIMENSIONS) throw new WrongVectors(`its vectors have ${vector.length} numbers and not ${DIMENSIONS}`);
  const length = Math.hypot(...vector);
  if (length === 0) throw new WrongVectors('it holds a vector of the length 0');
  return Float32Array.from(vector, (number) => number / length);
}

const FIRST_STEPS: Record<string, string> = {
  'model-key-rejected': 'Check the key',
  'model-quota': 'Add credit there or raise its limit',
  'model-not-found': 'Check the name of the model and the base URL',
  'model-unreachable': 'Check the network and the base URL',
  'model-unreadable': `Choose a model that gives ${DIMENSIONS} numbers a text`,
  'model-request-rejected': 'Choose another model',
  'model-refused': 'Choose another model',
};

/** No other embedder ever takes its place by itself: vectors of two cannot be compared. So it is said how to choose one. */
function withWayOut(failure: unknown): unknown {
  if (!(failure instanceof ModelFailure)) return failure;
  const step = FIRST_STEPS[failure.code] ?? 'Try again later';
  return new ModelError(failure.code, failure.message, `${step}, or set \`embedder: local\` in config.yaml to make the vectors on this machine.`);
}
