import { basename } from 'node:path';
import type { Config } from './config.ts';
import type { VectorCache } from './embeddings/cached.ts';
import { createLocalEmbedder } from './embeddings/local.ts';
import type { Embedder } from './embeddings/embeddings.ts';
import type { Grader } from './grading/grader.ts';
import { createOfflineGrader } from './grading/offline-grader.ts';
import { refuseSockets } from './llm/fetch-guard.ts';
import type { ModelSettings } from './model-settings.ts';
import { openEmbedder } from './open-embedder.ts';
import { openIndex } from './open-index.ts';
import { openModels, openSpending, type ModelContext, type OpenModels } from './open-models.ts';
import type { Originals } from './resume/ingest.ts';
import type { SentCall } from './schemas/network.ts';
import type { OnWork } from './schemas/progress.ts';
import { deleteOriginal, keepOriginal } from './store/data-folder.ts';
import type { Store } from './store/store.ts';
import { openSqliteStore } from './store/sqlite.ts';
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
  /** Told when vectors must be made before anything else can happen. */
  onWork: OnWork;
  close(): Promise<void>;
}

/** The embedder that sends nothing, for what needs no data. */
export function openLocalEmbedder(): Embedder {
  return createLocalEmbedder();
}

/** The one place where an adapter is named. Whoever opens services closes them. */
export function openServices(config: Config, onWork: OnWork = () => undefined): Services {
  if (config.offline) refuseSockets();
  const store = openSqliteStore(config.home);
  const { models } = config;
  const onCall = recordIn(store);
  return {
    config,
    store,
    index: openIndex(config, { store, onCall }),
    embedder: openEmbedder(config.embedder, models, { onCall, cacheFor: (embedderId) => vectorsIn(store, embedderId, models.cacheHours) }),
    grader: createOfflineGrader(),
    models: modelsOf(models, store),
    originals: {
      keep: async (resumeId, path) => void (await keepOriginal(config.home, resumeId, basename(path), path)),
      delete: async (resumeId) => void (await deleteOriginal(config.home, resumeId)),
    },
    onWork,
    close: () => store.close(),
  };
}

/** The same services, open as they are, with other models. */
export function withModels(services: Services, models: ModelSettings): Services {
  return { ...services, config: { ...services.config, models }, models: modelsOf(models, services.store) };
}

function modelsOf(settings: ModelSettings, store: Store): Services['models'] {
  const shared = { onCall: recordIn(store), cache: repliesIn(store, settings.cacheHours), spending: openSpending(settings) };
  return (context) => openModels(settings, { ...context, ...shared });
}

/** The ledger must not hold up an interview; a call that cannot be written down is still in the log of the provider. */
function recordIn(store: Store): (call: SentCall) => void {
  return (call) => void store.recordCall(call).catch(() => undefined);
}

function repliesIn(store: Store, hours: number): ModelContext['cache'] {
  if (hours === 0) return null;
  return { find: (key) => store.findReply(key), keep: (key, reply) => store.keepReply(key, reply, hours) };
}

function vectorsIn(store: Store, embedderId: string, hours: number): VectorCache | null {
  if (hours === 0) return null;
  return { get: (keys) => store.findEmbeddings(keys), put: (entries) => store.keepEmbeddings(embedderId, entries, hours) };
}

/** What is kept of a batch's model calls, without an interview. */
export interface BatchRecords {
  /** Null where nothing is to be used again. */
  cache: ModelContext['cache'];
  record(call: SentCall): void;
  close(): Promise<void>;
}

/** Opens the data folder for a batch alone: no index, no embedder. Throws a StorageError when it cannot be used. */
export function openBatchRecords({ home, models }: Config): BatchRecords {
  const store = openSqliteStore(home);
  return {
    cache: repliesIn(store, models.cacheHours),
    record: recordIn(store),
    close: () => store.close(),
  };
}
