import { requireUsable, requireUsableItems } from './refusals.ts';
import { IndexMissing, type VectorIndex, type VectorItem } from './vectors.ts';

/** An index that lives as long as the process: for a demo, for tests, and where no file may be written. */
export function createMemoryIndex(): VectorIndex {
  const indexes = new Map<string, { embedderId: string; items: VectorItem[] }>();

  return {
    name: 'memory',

    async replace(resumeId, embedderId, items) {
      requireUsableItems(items);
      indexes.set(resumeId, { embedderId, items: structuredClone(items) });
    },

    async query(resumeId, embedderId, vector, { limit, primaryDomain }) {
      requireUsable(vector);
      const index = indexes.get(resumeId);
      if (index?.embedderId !== embedderId) throw new IndexMissing(resumeId);
      return index.items
        .filter(({ metadata }) => primaryDomain === undefined || metadata.primaryDomain === primaryDomain)
        .map(({ id, vector: own, metadata }) => ({ id, score: cosine(vector, own), metadata: { ...metadata } }))
        .sort((one, other) => other.score - one.score)
        .slice(0, Math.max(0, limit));
    },

    async has(resumeId, embedderId) {
      return indexes.get(resumeId)?.embedderId === embedderId;
    },

    async delete(resumeId) {
      indexes.delete(resumeId);
    },
  };
}

function cosine(one: Float32Array, other: Float32Array): number {
  const product = dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
  // Rounding may leave a hair above 1.
  return Math.max(-1, Math.min(1, product));
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, number, index) => sum + number * (other[index] ?? 0), 0);
}
