import type { KnownContact } from '../llm/contact-patterns.ts';

/** Numbers a text has, in every embedder. */
export const DIMENSIONS = 512;

/** Whose texts they are, and what they are embedded for; for embedders that send them elsewhere. */
export interface EmbeddingContext {
  /** What is known of the person is masked before it leaves the machine. */
  person?: KnownContact;
  /** The interview, for the record of what was sent. */
  sessionId?: string;
}

export interface EmbedOptions extends EmbeddingContext {
  signal?: AbortSignal;
}

/**
 * Turns texts into vectors of 512 numbers, of length 1, so that a dot product
 * is the cosine.
 *
 * One vector a text, in order; white space counts as one space; an empty text gives a zero vector. Vectors of
 * different `id`s are never compared. Rejects with `ModelError` when a provider
 * fails, and with the signal's reason when it is cancelled.
 */
export interface Embedder {
  /** Names provider and model, and the host where it is not the provider's own; for instance `local/use-lite`. */
  readonly id: string;
  embed(texts: string[], options?: EmbedOptions): Promise<Float32Array[]>;
}

/** The same embedder for one person and one interview, for callers that know neither. */
export function embedderFor(embedder: Embedder, context: EmbeddingContext): Embedder {
  return { id: embedder.id, embed: (texts, options) => embedder.embed(texts, { ...context, ...options }) };
}
