import groups from './synonyms.json' with { type: 'json' };
import { isFunctionWord } from './function-words.ts';
import { put } from './multimap.ts';
import { remembering } from './remember.ts';
import { stemOf } from './stems.ts';

interface Wording {
  text: string;
  concept: number;
}

/** A wording of a group of synonyms. */
export interface Phrase {
  stems: readonly string[];
  concept: number;
}

/** What parts the words of a wording. */
const BREAK = /[ /-]+/;

/** The wordings by the stem of their first word, as they stand in the data file: most are never asked for. */
const wordings = new Map<string, Wording[]>();
Object.values(groups.domains)
  .flat()
  .forEach((group, concept) => {
    for (const text of group.split('|')) addWording({ text, concept });
  });

/** How many groups there are. */
export const GROUP_COUNT = Object.values(groups.domains).flat().length;

/** The groups of one domain of the data file. */
export function domainConcepts(domain: keyof typeof groups.domains): Set<number> {
  const before = Object.entries(groups.domains).slice(0, Object.keys(groups.domains).indexOf(domain));
  const first = before.reduce((sum, [, list]) => sum + list.length, 0);
  return new Set(groups.domains[domain].map((_, index) => first + index));
}

/** The phrases that begin with a stem, longest first. */
export function phrasesFrom(stem: string): readonly Phrase[] {
  return wordings.has(stem) ? readPhrases(stem) : NONE;
}

const readPhrases = remembering((stem): readonly Phrase[] =>
  (wordings.get(stem) ?? []).map(({ text, concept }) => ({ stems: text.split(BREAK).map(stemOf), concept })).sort((a, b) => b.stems.length - a.stems.length),
);

const NONE: readonly Phrase[] = [];

/** A word of a text, as far as phrases are looked for in it. */
interface PhraseWord {
  form: { stem: string; phrases: readonly Phrase[] };
  concepts: readonly number[];
}

/**
 * Gives each word of a text, in order, the groups of synonyms it stands for. A
 * phrase gives its group to each of its words, so that `gc` meets both words
 * of "garbage collection".
 */
export function markConcepts(words: readonly PhraseWord[]): void {
  for (let at = 0; at < words.length; at++) {
    for (const phrase of words[at]?.form.phrases ?? NONE) if (isPhraseAt(phrase, words, at)) markPhrase(phrase, words, at);
  }
}

function isPhraseAt({ stems }: Phrase, words: readonly PhraseWord[], at: number): boolean {
  // The first stem is there already. The last is looked at first: most phrases fail at it.
  for (let offset = stems.length - 1; offset > 0; offset--) if (words[at + offset]?.form.stem !== stems[offset]) return false;
  return true;
}

function markPhrase({ stems, concept }: Phrase, words: readonly PhraseWord[], at: number): void {
  for (let offset = 0; offset < stems.length; offset++) {
    const word = words[at + offset];
    if (word && !word.concepts.includes(concept)) word.concepts = word.concepts.length === 0 ? alone(concept) : [...word.concepts, concept];
  }
}

const lists: (readonly number[])[] = [];

/** Most words with a group have one: they share its list. */
function alone(concept: number): readonly number[] {
  return (lists[concept] ??= [concept]);
}

function addWording(wording: Wording): void {
  const { text } = wording;
  const length = text.search(BREAK);
  // A lone word of grammar says too little to stand for anything.
  if (length === -1 && isFunctionWord(text)) return;
  put(wordings, stemOf(length === -1 ? text : text.slice(0, length)), wording);
}
