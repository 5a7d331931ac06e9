import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { Chunk, Claim } from '../schemas/resume.ts';
import { json, readRecord } from './records.ts';
import type { StoredChunk } from './store.ts';
import { fromBlob, toBlob } from './vector-blobs.ts';

/** The chunks and claims of resumes; called inside the transactions of resumes. */
export interface PassageRows {
  chunks(resumeId: string): StoredChunk[];
  claims(resumeId: string): Claim[];
  addChunks(resumeId: string, chunks: Chunk[], vectors: Float32Array[]): void;
  addClaims(resumeId: string, claims: Claim[]): void;
  replaceVectors(resumeId: string, vectors: Float32Array[]): void;
  updateClaim(resumeId: string, claim: Claim): void;
}

const ChunkRow = z.object({ content: json(Chunk), vector: z.instanceof(Buffer) });

export function createPassageRows(database: Database): PassageRows {
  const selectChunks = database.prepare<[string]>(
    'SELECT content, vector FROM chunks WHERE resume_id = ? ORDER BY position',
  );
  const selectClaims = database
    .prepare<[string]>('SELECT content FROM claims WHERE resume_id = ? ORDER BY position')
    .pluck();
  const insertChunk = database.prepare<[string, number, string, Buffer]>(
    'INSERT INTO chunks (resume_id, position, content, vector) VALUES (?, ?, ?, ?)',
  );
  const insertClaim = database.prepare<[string, number, string]>(
    'INSERT INTO claims (resume_id, position, content) VALUES (?, ?, ?)',
  );
  const countChunks = database.prepare<[string], number>('SELECT count(*) FROM chunks WHERE resume_id = ?').pluck();
  const updateVector = database.prepare<[Buffer, string, number]>(
    'UPDATE chunks SET vector = ? WHERE resume_id = ? AND position = ?',
  );
  const updateClaim = database.prepare<[string, string, string]>(
    'UPDATE claims SET content = ? WHERE resume_id = ? AND claim_id = ?',
  );

  return {
    chunks(resumeId) {
      const rows = readRecord(z.array(ChunkRow), selectChunks.all(resumeId), `A passage of the resume ${resumeId}`);
      return rows.map(({ content, vector }) => ({ chunk: content, vector: fromBlob(vector) }));
    },

    claims(resumeId) {
      return readRecord(z.array(json(Claim)), selectClaims.all(resumeId), `A claim of the resume ${resumeId}`);
    },

    addChunks(resumeId, chunks, vectors) {
      requireOneEach(chunks.length, vectors.length);
      vectors.forEach((vector, position) => {
        insertChunk.run(resumeId, position, JSON.stringify(chunks[position]), toBlob(vector));
      });
    },

    addClaims(resumeId, claims) {
      claims.forEach((claim, position) => insertClaim.run(resumeId, position, JSON.stringify(claim)));
    },

    replaceVectors(resumeId, vectors) {
      requireOneEach(countChunks.get(resumeId) ?? 0, vectors.length);
      vectors.forEach((vector, position) => updateVector.run(toBlob(vector), resumeId, position));
    },

    updateClaim(resumeId, claim) {
      updateClaim.run(JSON.stringify(claim), resumeId, claim.id);
    },
  };
}

// A miscount is a mistake of the caller's code, so it is a plain error.
function requireOneEach(chunks: number, vectors: number): void {
  if (chunks !== vectors) throw new Error(`${vectors} vectors for ${chunks} chunks.`);
}
