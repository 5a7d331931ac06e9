/** Numbers a text has, in every embedder. */
export const DIMENSIONS = 512;

/**
 * Turns texts into vectors of 512 numbers, of length 1, so that a dot product
 * is the cosine.
 *
 * One vector a text, in order; white space counts as one space; an empty text gives a zero vector. Vectors of
 * different `id`s are never compared. Rejects with `ModelError` when a provider
 * fails, and with the signal's reason when it is cancelled.
 */
export interface Embedder {
  /** Names provider and model, for instance `local/use-lite`. */
  readonly id: string;
  embed(texts: string[], options?: { signal?: AbortSignal }): Promise<Float32Array[]>;
}
