import { foundOnce } from './text-cache.ts';
import type { Text } from './words.ts';

/** What is found out about some texts together once, and kept with the first of them for as long as it is asked for beside the same others. */
export function foundTogether<Found>(find: (texts: readonly Text[]) => Found): (texts: readonly Text[]) => Found {
  const keptWith = foundOnce((): { known?: { texts: readonly Text[]; found: Found } } => ({}));
  return (texts) => {
    const [first] = texts;
    if (!first) return find(texts);
    const kept = keptWith(first);
    if (!kept.known || !areSame(kept.known.texts, texts)) kept.known = { texts, found: find(texts) };
    return kept.known.found;
  };
}

function areSame(known: readonly Text[], texts: readonly Text[]): boolean {
  return known.length === texts.length && known.every((text, at) => text === texts[at]);
}
