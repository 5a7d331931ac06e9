import type { Store } from '../store/store.ts';
import type { VectorIndex } from '../vectors/vectors.ts';
import type { Originals } from './ingest.ts';

/**
 * Deletes a resume and everything derived: first the row, which is the truth,
 * with its passages, claims and interviews; then its index and its original.
 */
export async function deleteResume(id: string, services: { store: Store; index: VectorIndex; originals: Originals }): Promise<void> {
  await services.store.deleteResume(id);
  await services.index.delete(id);
  await services.originals.delete(id);
}
