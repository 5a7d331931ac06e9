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
 * Gives each word of a text, in order, the groups of synonyms it stands for. A
 * phrase gives its group to each of its words, so that `gc` meets both words
 * of "garbage collection".
 */
export function markConcepts(words: readonly { stem: string; concepts: readonly number[] }[]): void {
  for (let at = 0; at < words.length; at++) {
    const beginning = phrases.get(words[at]?.stem ?? '');
    if (!beginning) continue;
    for (const { stems, concept } of beginning) {
      if (!stems.every((stem, offset) => words[at + offset]?.stem === stem)) continue;
      for (let offset = 0; offset < stems.length; offset++) {
        const word = words[at + offset];
        if (word && !word.concepts.includes(concept)) word.concepts = [...word.concepts, concept];
      }
    }
  }
}

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
