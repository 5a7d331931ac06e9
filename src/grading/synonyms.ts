import groups from './synonyms.json' with { type: 'json' };
import { isFunctionWord } from './function-words.ts';
import { stemOf } from './stems.ts';

interface Phrase {
  stems: readonly string[];
  concept: number;
}

/** Phrases by their first stem, longest first. */
const phrases = new Map<string, Phrase[]>();
Object.values(groups.domains)
  .flat()
  .forEach((group, concept) => {
    for (const member of group.split('|')) addPhrase(member, concept);
  });
for (const list of phrases.values()) list.sort((a, b) => b.stems.length - a.stems.length);

/** How many groups there are. */
export const GROUP_COUNT = Object.values(groups.domains).flat().length;

/** The groups of one domain of the data file. */
export function domainConcepts(domain: keyof typeof groups.domains): Set<number> {
  const before = Object.entries(groups.domains).slice(0, Object.keys(groups.domains).indexOf(domain));
  const first = before.reduce((sum, [, list]) => sum + list.length, 0);
  return new Set(groups.domains[domain].map((_, index) => first + index));
}

/**
 * For each stem of a text in order, the groups of synonyms it stands for. A
 * phrase gives its group to each of its words, so that `gc` meets both words
 * of "garbage collection".
 */
export function conceptsIn(stems: readonly string[]): (readonly number[])[] {
  const concepts: (readonly number[])[] = stems.map(() => NONE);
  for (let at = 0; at < stems.length; at++) {
    for (const phrase of phrases.get(stems[at] ?? '') ?? []) {
      if (!phrase.stems.every((stem, offset) => stems[at + offset] === stem)) continue;
      for (let offset = 0; offset < phrase.stems.length; offset++) {
        const list = concepts[at + offset] ?? NONE;
        if (!list.includes(phrase.concept)) concepts[at + offset] = [...list, phrase.concept];
      }
    }
  }
  return concepts;
}

// Most words belong to no group: they share one empty list.
const NONE: readonly number[] = [];

function addPhrase(member: string, concept: number): void {
  const words = member.trim().toLowerCase().split(/[\s/-]+/);
  const stems = words.map(stemOf);
  const [first] = stems;
  // A lone word of grammar says too little to stand for anything.
  if (!first || (words.length === 1 && isFunctionWord(words[0] ?? ''))) return;
  const list = phrases.get(first) ?? [];
  list.push({ stems, concept });
  phrases.set(first, list);
}
