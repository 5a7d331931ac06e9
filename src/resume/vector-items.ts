import type { Chunk } from '../schemas/resume.ts';
import type { VectorItem } from '../vectors/vectors.ts';

/** What the index holds of a resume: each chunk's vector with the metadata that filters work on. */
export function vectorItems(resumeId: string, role: string | null, chunks: Chunk[], vectors: Float32Array[]): VectorItem[] {
  return chunks.flatMap((chunk, place) => {
    const vector = vectors[place];
    // A chunk without a letter (a line of dashes) has a zero vector, which is near nothing.
    if (!vector?.some((value) => value !== 0)) return [];
    return [{ id: String(chunk.index), vector, metadata: metadataOf(resumeId, role, chunk) }];
  });
}

function metadataOf(resumeId: string, role: string | null, chunk: Chunk): VectorItem['metadata'] {
  return {
    resumeId,
    index: chunk.index,
    text: chunk.text,
    role: role ?? '',
    section: chunk.section,
    type: chunk.type,
    entryIndex: chunk.entryIndex ?? -1,
    domains: chunk.domains.join(' '),
    primaryDomain: chunk.primaryDomain ?? '',
  };
}
