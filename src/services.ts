import { basename, join } from 'node:path';
import type { Config } from './config.ts';
import { createLocalEmbedder } from './embeddings/local.ts';
import type { Embedder } from './embeddings/embeddings.ts';
import type { Grader } from './grading/grader.ts';
import { createOfflineGrader } from './grading/offline-grader.ts';
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
  grader: Grader;
  originals: Originals;
  close(): Promise<void>;
}

/** The one place where an adapter is named. Whoever opens services closes them. */
export function openServices(config: Config): Services {
  const store = openSqliteStore(config.home);
  return {
    config,
    store,
    index: createVectraIndex(join(config.home, 'vectors')),
    embedder: createLocalEmbedder(),
    grader: createOfflineGrader(),
    originals: {
      keep: async (resumeId, path) => void (await keepOriginal(config.home, resumeId, basename(path), path)),
      delete: async (resumeId) => void (await deleteOriginal(config.home, resumeId)),
    },
    close: () => store.close(),
  };
}
