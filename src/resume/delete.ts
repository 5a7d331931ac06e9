import { InputError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import type { VectorIndex } from '../vectors/vectors.ts';
import type { Originals } from './ingest.ts';

export interface DeletingServices {
  store: Store;
  index: VectorIndex;
  originals: Originals;
}

/**
 * Deletes a resume and everything derived.
 *
 * The index goes first: a hosted one may refuse, and then all is still there
 * and can be deleted later. With the row go its passages, claims and
 * interviews; the original goes last, since nothing could bring it back.
 */
export async function deleteResume(id: string, { store, index, originals }: DeletingServices): Promise<void> {
  await index.delete(id);
  await store.deleteResume(id);
  await originals.delete(id);
}

/** Deletes a person with all their resumes, in the same order. Rejects with an InputError when there is no such person. */
export async function deleteCandidate(id: string, { store, index, originals }: DeletingServices): Promise<{ resumeIds: string[] }> {
  const resumeIds = await store.resumesOf(id);
  if (!resumeIds) throw unknownCandidate(id);
  for (const resumeId of resumeIds) await index.delete(resumeId);
  await store.deleteCandidate(id);
  for (const resumeId of resumeIds) await originals.delete(resumeId);
  return { resumeIds };
}

export function unknownCandidate(id: string): InputError {
  return new InputError('unknown-candidate', `There is no candidate "${id}".`, 'See them with: hotseat candidate list');
}
