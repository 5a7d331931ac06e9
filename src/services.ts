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
  models(context: Omit<ModelContext, 'onCall'>): OpenModels;
  originals: Originals;
  close(): Promise<void>;
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
    index: createVectraIndex(join(config.home, 'vectors')),
    embedder: createLocalEmbedder(),
    grader: createOfflineGrader(),
    // The ledger must not hold up an interview; a call that cannot be written down is still in the log of the provider.
    models: (context) => openModels(config.models, { ...context, onCall: (call) => void store.recordCall(call) }),
    originals: {
      keep: async (resumeId, path) => void (await keepOriginal(config.home, resumeId, basename(path), path)),
      delete: async (resumeId) => void (await deleteOriginal(config.home, resumeId)),
    },
    close: () => store.close(),
  };
}
