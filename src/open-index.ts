import { join } from 'node:path';
import type { Config } from './config.ts';
import { InputError } from './errors.ts';
import { createMask } from './llm/masking.ts';
import { createPatience } from './llm/patience.ts';
import { withoutKeys } from './llm/without-keys.ts';
import type { SentCall } from './schemas/network.ts';
import type { Store } from './store/store.ts';
import { createMemoryIndex } from './vectors/memory.ts';
import { createPineconeIndex } from './vectors/pinecone.ts';
import type { VectorRequest } from './vectors/pinecone-requests.ts';
import { createVectraIndex } from './vectors/vectra.ts';
import type { VectorIndex } from './vectors/vectors.ts';

export interface IndexContext {
  store: Pick<Store, 'noteHostedIndex' | 'hostedIndexOf' | 'forgetHostedIndex'>;
  onCall(call: SentCall): void;
}

type IndexConfig = Pick<Config, 'vectors' | 'home' | 'models'>;

/**
 * Opens the index that was chosen. What an earlier choice left is known too:
 * files are deleted with the resume, and passages at a host that the settings
 * no longer reach are not forgotten there in silence.
 */
export function openIndex(config: IndexConfig, context: IndexContext): VectorIndex {
  const files = createVectraIndex(join(config.home, 'vectors'));
  switch (config.vectors.kind) {
    case 'vectra':
      return notLeavingHosted(files, files, context);
    case 'memory':
      return notLeavingHosted(createMemoryIndex(), files, context);
    case 'pinecone':
      return noted(openPinecone(config.vectors, config.models, context), `Pinecone (index ${config.vectors.index ?? 'hotseat'})`, files, context);
  }
}

function notLeavingHosted(index: VectorIndex, files: VectorIndex, { store }: IndexContext): VectorIndex {
  return {
    ...index,
    async delete(resumeId) {
      const place = await store.hostedIndexOf(resumeId);
      if (place !== undefined) throw leftAtHost(resumeId, place);
      await index.delete(resumeId);
      await files.delete(resumeId);
    },
  };
}

/** Noted before anything is sent: a process that dies on the way must not leave what nobody knows of. */
function noted(index: VectorIndex, place: string, files: VectorIndex, { store }: IndexContext): VectorIndex {
  return {
    ...index,
    async replace(resumeId, ...rest) {
      await store.noteHostedIndex(resumeId, place);
      await index.replace(resumeId, ...rest);
    },
    async delete(resumeId) {
      await index.delete(resumeId);
      await files.delete(resumeId);
      await store.forgetHostedIndex(resumeId);
    },
  };
}

function leftAtHost(resumeId: string, place: string): InputError {
  return new InputError(
    'hosted-copy',
    `The passages of ${resumeId} are at ${place} too, and the settings in force do not reach it.`,
    'Delete it with `vectors: pinecone` in config.yaml and without --offline, or leave them there with --leave-hosted.',
  );
}

function openPinecone({ apiKey, index, cloud, region, url }: Extract<Config['vectors'], { kind: 'pinecone' }>, { mask, tries }: Config['models'], { onCall }: IndexContext): VectorIndex {
  return createPineconeIndex({
    apiKey,
    indexName: index,
    cloud,
    region,
    controllerUrl: url,
    patience: createPatience({ tries }),
    onRequest: (request) => onCall(callOf(request)),
    ...(mask ? { redactFor: (person) => createMask(person).redact } : {}),
  });
}

/** What a request costs depends on the plan at Pinecone, so nobody is told. In the ledger contact data is masked even where it was sent as it is. */
function callOf({ host, indexName, sessionId, payload, latencyMs, ok, failure, person }: VectorRequest): SentCall {
  const maskedPayload = withoutKeys(createMask(person).redact(payload));
  return { sessionId: sessionId ?? null, provider: 'pinecone', host, model: indexName, purpose: 'vectors', inputTokens: null, outputTokens: null, costUsd: null, latencyMs, ok, failure, maskedPayload };
}
