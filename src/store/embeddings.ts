import type { Connection } from './connection.ts';
import type { Store } from './store.ts';
import { fromBlob, fromBlobOfMany, toBlob, toBlobOfMany } from './vector-blobs.ts';

type EmbeddingMethods = Pick<
  Store,
  'findEmbeddings' | 'keepEmbeddings' | 'findPackVectors' | 'keepPackVectors' | 'noteHostedIndex' | 'hostedIndexOf' | 'forgetHostedIndex'
>;

const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
const ago = (days: number): string => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-${days} days')`;

const UPSERT = `
  INSERT INTO embeddings (key, embedder_id, vector, expires_at)
  VALUES (@key, @embedderId, @vector, strftime('%Y-%m-%dT%H:%M:%fZ', 'now', @lifetime))
  ON CONFLICT (key) DO UPDATE SET vector = excluded.vector, expires_at = excluded.expires_at`;

const UPSERT_PACK = `
  INSERT INTO pack_vectors (embedder_id, pack_hash, vectors) VALUES (@embedderId, @packHash, @vectors)
  ON CONFLICT (embedder_id, pack_hash) DO UPDATE SET vectors = excluded.vectors, used_at = excluded.used_at`;

// Once a day is often enough to know what is used.
const SELECT_PACK = `
  SELECT vectors, used_at < ${ago(1)} AS isStale FROM pack_vectors
  WHERE embedder_id = ? AND pack_hash = ?`;

const UPSERT_PLACE = `
  INSERT INTO hosted_indexes (resume_id, place) VALUES (?, ?)
  ON CONFLICT (resume_id) DO UPDATE SET place = excluded.place`;

/** Vectors that cost time or money to make: of texts for a while, of question packs for as long as they are used; and where else they are. */
export function createEmbeddingStore({ database, read, write }: Connection): EmbeddingMethods {
  const select = database.prepare<[string], Buffer>(`SELECT vector FROM embeddings WHERE key = ? AND expires_at > ${NOW}`).pluck();
  const upsert = database.prepare(UPSERT);
  const forgetOld = database.prepare(`DELETE FROM embeddings WHERE expires_at <= ${NOW}`);
  const selectPack = database.prepare<[string, string], { vectors: Buffer; isStale: number }>(SELECT_PACK);
  const upsertPack = database.prepare(UPSERT_PACK);
  const touchPack = database.prepare<[string, string]>(`UPDATE pack_vectors SET used_at = ${NOW} WHERE embedder_id = ? AND pack_hash = ?`);
  const forgetUnused = database.prepare(`DELETE FROM pack_vectors WHERE used_at < ${ago(90)}`);
  const upsertPlace = database.prepare<[string, string]>(UPSERT_PLACE);
  const selectPlace = database.prepare<[string], string>('SELECT place FROM hosted_indexes WHERE resume_id = ?').pluck();
  const deletePlace = database.prepare<[string]>('DELETE FROM hosted_indexes WHERE resume_id = ?');

  return {
    async findEmbeddings(keys) {
      return read(() => keys.map((key) => select.get(key))).map((blob) => blob && fromBlob(blob));
    },

    async keepEmbeddings(embedderId, entries, lifetimeHours) {
      write(() => {
        forgetOld.run();
        for (const { key, vector } of entries) upsert.run({ key, embedderId, vector: toBlob(vector), lifetime: `+${lifetimeHours} hours` });
      });
    },

    async findPackVectors(embedderId, packHash, questions) {
      const row = read(() => selectPack.get(embedderId, packHash));
      if (row?.isStale) write(() => touchPack.run(embedderId, packHash));
      return row && fromBlobOfMany(row.vectors, questions);
    },

    async keepPackVectors(embedderId, packHash, vectors) {
      write(() => {
        forgetUnused.run();
        upsertPack.run({ embedderId, packHash, vectors: toBlobOfMany(vectors) });
      });
    },

    async noteHostedIndex(resumeId, place) {
      write(() => upsertPlace.run(resumeId, place));
    },

    async hostedIndexOf(resumeId) {
      return read(() => selectPlace.get(resumeId));
    },

    async forgetHostedIndex(resumeId) {
      write(() => deletePlace.run(resumeId));
    },
  };
}
