import { DIMENSIONS } from '../embeddings/embeddings.ts';
import { InputError } from '../errors.ts';
import type { VectorItem } from './vectors.ts';

/** Refuses a vector that would spoil a ranking. What has no length is near nothing, and gives no number as its cosine. */
export function requireUsable(vector: Float32Array): void {
  if (vector.length !== DIMENSIONS) throw refusal(`has ${vector.length} numbers instead of ${DIMENSIONS}`);
  if (!vector.every(Number.isFinite)) throw refusal('holds something that is no finite number');
  if (vector.every((number) => number === 0)) throw refusal('has the length 0');
}

/** Refuses items with such vectors, and two under one id. */
export function requireUsableItems(items: VectorItem[]): void {
  items.forEach(({ vector }) => requireUsable(vector));
  if (new Set(items.map(({ id }) => id)).size < items.length) throw refusal('has the same id as another one');
}

function refusal(what: string): InputError {
  return new InputError(
    'bad-vector',
    `A vector ${what}.`,
    'Check that the embedder is set up right and that the text it was given is not empty.',
  );
}
