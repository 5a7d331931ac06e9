import type { Chunk } from '../schemas/resume.ts';

/** What a passage is worth for holding every word of the query, beside its cosine. */
const WORDS = 0.25;
/** A passage of a job or project says more of a technology than a list that names it. */
const ENTRY = 0.05;

/**
 * How well a passage answers a query: the cosine of their meanings, and the
 * share of the query's words that the passage has. The embedder hears little
 * of a product's name; the words do.
 */
export function passageRank(query: string, passage: Pick<Chunk, 'text' | 'entryIndex'>, cosine: number): number {
  const wanted = wordsOf(query);
  const had = new Set(wordsOf(passage.text));
  const share = wanted.length === 0 ? 0 : wanted.filter((word) => had.has(word)).length / wanted.length;
  return cosine + WORDS * share + (passage.entryIndex === null ? 0 : ENTRY);
}

/** Words with the signs that belong to names of technologies: `c++`, `node.js`, `c#`. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}+#.]*/gu) ?? [];
  return [...new Set(words.map((word) => word.replace(/\.+$/u, '')).filter((word) => word.length > 1))];
}
