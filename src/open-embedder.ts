import { createCachedEmbedder, type VectorCache } from './embeddings/cached.ts';
import type { Embedder } from './embeddings/embeddings.ts';
import type { EmbeddingRequest, HostedOptions } from './embeddings/hosted.ts';
import { createHuggingFaceEmbedder } from './embeddings/huggingface.ts';
import { createLocalEmbedder } from './embeddings/local.ts';
import { createMaskedEmbedder } from './embeddings/masked.ts';
import { createOpenAiEmbedder } from './embeddings/openai.ts';
import { costOf, priceTable } from './llm/costs.ts';
import { createMask } from './llm/masking.ts';
import { createPatience } from './llm/patience.ts';
import { withoutKeys } from './llm/without-keys.ts';
import type { ModelSettings } from './model-settings.ts';
import type { EmbedderChoice } from './schemas/model-choice.ts';
import type { SentCall } from './schemas/network.ts';

export interface EmbedderContext {
  onCall(call: SentCall): void;
  /** Where vectors are kept for a while; null for nowhere. */
  cacheFor(embedderId: string): VectorCache | null;
}

/**
 * Opens the embedder that was chosen. A hosted one is wrapped from the inside
 * out: the adapter, the record of what was sent, patience, the vectors that
 * are kept, and the mask, so that nothing below the mask ever sees contact
 * data. The local one sends nothing and needs none of it.
 */
export function openEmbedder(choice: EmbedderChoice, settings: Pick<ModelSettings, 'mask' | 'prices' | 'tries'>, context: EmbedderContext): Embedder {
  if (choice.kind === 'local') return createLocalEmbedder();
  const prices = priceTable(settings.prices);
  const hosted = openHosted(choice, {
    patience: createPatience({ tries: settings.tries }),
    onRequest: (request) => context.onCall(callOf(request, costOf(request, usageOf(request), prices))),
  });
  const cache = context.cacheFor(hosted.id);
  const kept = cache ? createCachedEmbedder(hosted, cache) : hosted;
  return settings.mask ? createMaskedEmbedder(kept, (person) => createMask(person).redact) : kept;
}

function openHosted(choice: Exclude<EmbedderChoice, { kind: 'local' }>, options: HostedOptions): Embedder {
  switch (choice.kind) {
    case 'openai':
      return createOpenAiEmbedder({ model: choice.model, apiKey: choice.apiKey ?? undefined, baseUrl: choice.baseUrl ?? undefined, ...options });
    case 'huggingface':
      return createHuggingFaceEmbedder({ model: choice.model, token: choice.token ?? undefined, endpointUrl: choice.endpointUrl ?? undefined, ...options });
  }
}

function usageOf({ ok, inputTokens }: EmbeddingRequest) {
  if (!ok) return { inputTokens: 0, outputTokens: 0 };
  return inputTokens === null ? null : { inputTokens, outputTokens: 0 };
}

/** In the ledger contact data is masked even where it was sent as it is. */
function callOf({ provider, host, model, texts, context, inputTokens, latencyMs, ok, failure }: EmbeddingRequest, costUsd: number | null): SentCall {
  const { redact } = createMask(context.person);
  const maskedPayload = texts.map((text) => withoutKeys(redact(text))).join('\n');
  return { sessionId: context.sessionId ?? null, provider, host, model, purpose: 'embedding', inputTokens, outputTokens: null, costUsd, latencyMs, ok, failure, maskedPayload };
}
