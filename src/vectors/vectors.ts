import { z } from 'zod';
import type { KnownContact } from '../llm/contact-patterns.ts';

/** A passage's place in the index. The metadata is what filters work on. */
export interface VectorItem {
  /** Unique within its resume: the chunk's index as text. */
  id: string;
  vector: Float32Array;
  metadata: VectorMetadata;
}

/** What travels with a vector, and is checked when an index gives it back. */
export const VectorMetadata = z.object({
  resumeId: z.string(),
  index: z.number(),
  text: z.string(),
  role: z.string(),
  section: z.string(),
  type: z.string(),
  entryIndex: z.number(),
  domains: z.string(),
  primaryDomain: z.string(),
});
export type VectorMetadata = z.infer<typeof VectorMetadata>;

export interface VectorHit {
  id: string;
  /** Cosine, -1 to 1; the nearest first. */
  score: number;
  metadata: VectorMetadata;
}

/**
 * Nearest passages of a resume.
 *
 * `replace` puts the whole set of a resume in place at once: a reader sees the
 * old set or the new one, and a process that dies in between leaves one of
 * them. Vectors of another length than 512, of length 0 or with a number that
 * is not finite are refused with an `InputError`, by `query` too. `query` of a
 * resume without an index rejects with `IndexMissing`; so does one that is
 * damaged or made by another embedder: whoever holds the rows rebuilds it.
 * `replace` and `delete` reject with `StorageError` when the disk refuses, or
 * the host of the index.
 */
export interface VectorIndex {
  readonly name: string;
  /** `person`: whose passages they are, so that what is known of them is masked where the texts leave the machine. */
  replace(resumeId: string, embedderId: string, items: VectorItem[], options?: { person?: KnownContact }): Promise<void>;
  query(resumeId: string, embedderId: string, vector: Float32Array, options: VectorQuery): Promise<VectorHit[]>;
  /** Whether `query` would find the resume's index. Makes and changes nothing. */
  has(resumeId: string, embedderId: string): Promise<boolean>;
  delete(resumeId: string): Promise<void>;
}

export interface VectorQuery {
  limit: number;
  /** Only passages of this domain. */
  primaryDomain?: string;
  /** The interview, for the record of what was sent. */
  sessionId?: string;
}

/** The index of a resume is not there, damaged, or of another embedder. */
export class IndexMissing extends Error {
  constructor(readonly resumeId: string, options?: ErrorOptions) {
    super(`No usable vector index for resume ${resumeId}.`, options);
    this.name = 'IndexMissing';
  }
}
