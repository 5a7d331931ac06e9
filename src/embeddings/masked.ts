import type { KnownContact } from '../llm/contact-patterns.ts';
import type { Embedder } from './embeddings.ts';

/** Gives what takes a person's contact data, and whatever looks like such, out of texts. */
export type RedactFor = (person?: KnownContact) => (text: string) => string;

/** `[NAME_1]` and `[NAME_2]` mean the same to an embedder; with their numbers a text would mean something else beside other texts. */
const STAND_IN = /\[(NAME|EMAIL|PHONE|LINK|ADDRESS|HANDLE)_\d{1,6}\]/gu;

/** An embedder that never sees contact data. The same text of the same person always becomes the same words. */
export function createMaskedEmbedder(embedder: Embedder, redactFor: RedactFor): Embedder {
  return {
    id: embedder.id,

    async embed(texts, options) {
      const redact = redactFor(options?.person);
      return embedder.embed(texts.map((text) => redact(text).replace(STAND_IN, '[$1]')), options);
    },
  };
}
