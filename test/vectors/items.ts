import { DIMENSIONS } from '../../src/embeddings/embeddings.ts';
import type { VectorItem } from '../../src/vectors/vectors.ts';

/** A vector with these first numbers, and zeros after them. */
export function vectorOf(...numbers: number[]): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  vector.set(numbers);
  return vector;
}

export function item(index: number, vector: Float32Array, primaryDomain = 'sql'): VectorItem {
  const metadata = {
    resumeId: 'abc',
    index,
    text: `Passage ${index}`,
    role: 'Backend Developer',
    section: 'experience',
    type: 'bullets',
    entryIndex: 0,
    domains: primaryDomain,
    primaryDomain,
  };
  return { id: String(index), vector, metadata };
}
