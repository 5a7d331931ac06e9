import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalIndex } from 'vectra/lib/LocalIndex.js';
import { z } from 'zod';
import { DIMENSIONS } from '../embeddings/embeddings.ts';
import { InputError, StorageError } from '../errors.ts';
import { requireUsable, requireUsableItems } from './refusals.ts';
import { IndexMissing, type VectorHit, type VectorIndex, type VectorItem, VectorMetadata } from './vectors.ts';

const FILE = 'index.json';
const BUILDING = 'building-';
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** What Vectra's file must hold before we let Vectra calculate with it. */
const StoredItems = z.array(
  z.object({
    id: z.string(),
    norm: z.number().positive(),
    vector: z.array(z.number()).length(DIMENSIONS),
    metadata: VectorMetadata,
  }),
);

/**
 * Vectra indexes in `folder`, one folder a resume.
 *
 * Vectra writes its file in place, knows no lock and keeps what it once read.
 * So an index is built in a folder of its own and moved to its place when it
 * is on the disk, never changed there, and opened anew for each query.
 */
export function createVectraIndex(folder: string): VectorIndex {
  const placeOf = (resumeId: string): string => join(folder, checkedId(resumeId));

  return {
    name: 'vectra',

    async replace(resumeId, embedderId, items) {
      const place = placeOf(resumeId);
      requireUsableItems(items);
      try {
        await mkdir(place, { recursive: true, mode: 0o700 });
        await removeAbandoned(place);
        await build(place, embedderId, items);
      } catch (cause) {
        throw notWritten(place, cause);
      }
    },

    async query(resumeId, embedderId, vector, { limit, primaryDomain }) {
      const place = placeOf(resumeId);
      requireUsable(vector);
      const index = await openIndex(place, embedderId).catch((cause: unknown) => {
        throw new IndexMissing(resumeId, { cause });
      });
      const filter = primaryDomain === undefined ? undefined : { primaryDomain };
      const found = await index.queryItems(Array.from(vector), '', Math.max(0, limit), filter);
      return found.map(({ item, score }): VectorHit => ({ id: item.id, score: bounded(score), metadata: item.metadata }));
    },

    async has(resumeId, embedderId) {
      return openIndex(placeOf(resumeId), embedderId).then(() => true, () => false);
    },

    async delete(resumeId) {
      const place = placeOf(resumeId);
      await rm(place, { recursive: true, force: true, maxRetries: 3 }).catch((cause: unknown) => {
        throw notWritten(place, cause);
      });
    },
  };
}

async function build(place: string, embedderId: string, items: VectorItem[]): Promise<void> {
  const workshop = await mkdtemp(join(place, BUILDING));
  try {
    const index = await localIndex(workshop);
    // A list of indexed fields that is empty keeps all metadata in the one file; Vectra keeps our field beside it.
    const metadataConfig = { indexed: [], embedder: embedderId };
    await index.createIndex({ version: 1, metadata_config: metadataConfig });
    await index.batchInsertItems(
      items.map(({ id, vector, metadata }) => ({ id, vector: Array.from(vector), metadata: { ...metadata } })),
    );
    await settle(join(workshop, FILE));
    await rename(join(workshop, FILE), join(place, FILE));
    await settleFolder(place);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The index, read and checked; throws whatever is wrong with it. */
async function openIndex(place: string, embedderId: string): Promise<LocalIndex<VectorMetadata>> {
  const index = await localIndex(place);
  const { metadata_config: config } = await index.getIndexStats();
  z.object({ embedder: z.literal(embedderId) }).parse(config);
  StoredItems.parse(await index.listItems());
  return index;
}

/** From its own file: the package's root loads an HTML parser, a crawler and an OpenAI client too. */
async function localIndex(place: string): Promise<LocalIndex<VectorMetadata>> {
  const { LocalIndex } = await import('vectra/lib/LocalIndex.js');
  return new LocalIndex<VectorMetadata>(place, FILE);
}

async function settle(file: string): Promise<void> {
  await chmod(file, 0o600);
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new name as lasting as the bytes. Windows has no such thing. */
async function settleFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a process that was killed while building left. A young one may belong to another process at work. */
async function removeAbandoned(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    if (!name.startsWith(BUILDING)) continue;
    const path = join(place, name);
    const made = await stat(path).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

// The id becomes the name of a folder.
function checkedId(id: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(id)) return id;
  throw new InputError('bad-id', 'That is no id of a resume.', 'Give an id that `hotseat resume list` shows.');
}

// Rounding may leave a hair above 1.
const bounded = (score: number): number => Math.max(-1, Math.min(1, score));

function notWritten(place: string, cause: unknown): StorageError {
  return new StorageError(
    'vectors-not-written',
    `The vector index in ${place} cannot be written or removed.`,
    'Free some space there and make the folder writable for you, then run `hotseat vectors rebuild`.',
    { cause },
  );
}
