import { basename, join } from 'node:path';
import type { Config } from './config.ts';
import { createLocalEmbedder } from './embeddings/local.ts';
import type { Embedder } from './embeddings/embeddings.ts';
import type { Grader } from './grading/grader.ts';
import { createOfflineGrader } from './grading/offline-grader.ts';
import { refuseSockets } from './llm/fetch-guard.ts';
import { openModels, type ModelContext, type OpenModels } from './open-models.ts';
import type { Originals } from './resume/ingest.ts';
import { deleteOriginal, keepOriginal } from './store/data-folder.ts';
import type { Store } from './store/store.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { createMask } from './llm/masking.ts';
import { createMemoryIndex } from './vectors/memory.ts';
import { createPineconeIndex } from './vectors/pinecone.ts';
import { createVectraIndex } from './vectors/vectra.ts';
import type { VectorIndex } from './vectors/vectors.ts';

export interface Services {
  config: Config;
  store: Store;
  index: VectorIndex;
  embedder: Embedder;
  /** Grades without a model. */
  grader: Grader;
  /** Opens the models that were chosen, for one person's data. */
  models(context: Pick<ModelContext, 'contact' | 'sessionId' | 'concurrency'>): OpenModels;
  originals: Originals;
  close(): Promise<void>;
}

function openIndex({ vectors, home, models }: Config): VectorIndex {
  switch (vectors.kind) {
    case 'vectra':
      return createVectraIndex(join(home, 'vectors'));
    case 'memory':
      return createMemoryIndex();
    case 'pinecone': {
      const mask = createMask();
      return createPineconeIndex({ apiKey: vectors.apiKey, ...(models.mask ? { mask: (text: string) => mask.redact(text) } : {}) });
    }
  }
}

function repliesIn(store: Store, hours: number): ModelContext['cache'] {
  if (hours === 0) return null;
  return { find: (key) => store.findReply(key), keep: (key, reply) => store.keepReply(key, reply, hours) };
}

/** The embedder alone, for what needs no data. */
export function openEmbedder(): Embedder {
  return createLocalEmbedder();
}

/** The one place where an adapter is named. Whoever opens services closes them. */
export function openServices(config: Config): Services {
  if (config.offline) refuseSockets();
  const store = openSqliteStore(config.home);
  return {
    config,
    store,
    index: openIndex(config),
    embedder: createLocalEmbedder(),
    grader: createOfflineGrader(),
    models: (context) =>
      openModels(config.models, {
        ...context,
        // The ledger must not hold up an interview; a call that cannot be written down is still in the log of the provider.
        onCall: (call) => void store.recordCall(call).catch(() => undefined),
        cache: repliesIn(store, config.models.cacheHours),
      }),
    originals: {
      keep: async (resumeId, path) => void (await keepOriginal(config.home, resumeId, basename(path), path)),
      delete: async (resumeId) => void (await deleteOriginal(config.home, resumeId)),
    },
    close: () => store.close(),
  };
}
