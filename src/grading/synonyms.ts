import groups from './synonyms.json' with { type: 'json' };
import { isFunctionWord } from './function-words.ts';
import { put } from './multimap.ts';
import { remembering } from './remember.ts';
import { stemOf } from './stems.ts';

interface Wording {
  text: string;
  concept: number;
}

/** A wording of several words, of a group of synonyms. */
interface Phrase {
  stems: readonly string[];
  concept: number;
}

/** The wordings that begin with one word. */
export interface Wordings {
  /** The groups of the word by itself. */
  alone: readonly number[];
  /** Longer wordings by the stem of their second word, longest first. */
  longer: ReadonlyMap<string, readonly Phrase[]>;
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

/** The wordings that begin with a stem. */
export function wordingsFrom(stem: string): Wordings {
  return wordings.has(stem) ? readWordings(stem) : NONE;
}

const NONE: Wordings = { alone: [], longer: new Map() };
const NO_PHRASES: readonly Phrase[] = [];

const readWordings = remembering((stem): Wordings => {
  const phrases = (wordings.get(stem) ?? []).map(({ text, concept }): Phrase => ({ stems: text.split(BREAK).map(stemOf), concept }));
  const longer = new Map<string, Phrase[]>();
  for (const phrase of phrases.sort((a, b) => b.stems.length - a.stems.length)) if (phrase.stems.length > 1) put(longer, phrase.stems[1] ?? '', phrase);
  return { alone: phrases.filter(({ stems }) => stems.length === 1).map(({ concept }) => concept), longer };
});

/** A word of a text, as far as wordings are looked for in it. */
interface WordingWord {
  form: { stem: string; wordings: Wordings };
  concepts: readonly number[];
}

/**
 * Gives each word of a text, in order, the groups of synonyms it stands for. A
 * phrase gives its group to each of its words, so that `gc` meets both words
 * of "garbage collection".
 */
export function markConcepts(words: readonly WordingWord[]): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || word.form.wordings === NONE) continue;
    const { alone, longer } = word.form.wordings;
    for (const phrase of longer.get(words[at + 1]?.form.stem ?? '') ?? NO_PHRASES) if (isPhraseAt(phrase, words, at)) markPhrase(phrase, words, at);
    for (const concept of alone) mark(word, concept);
  }
}

/** The first two stems are there already. */
function isPhraseAt({ stems }: Phrase, words: readonly WordingWord[], at: number): boolean {
  for (let offset = 2; offset < stems.length; offset++) if (words[at + offset]?.form.stem !== stems[offset]) return false;
  return true;
}

function markPhrase({ stems, concept }: Phrase, words: readonly WordingWord[], at: number): void {
  for (let offset = 0; offset < stems.length; offset++) mark(words[at + offset], concept);
}

function mark(word: WordingWord | undefined, concept: number): void {
  if (word && !word.concepts.includes(concept)) word.concepts = word.concepts.length === 0 ? only(concept) : [...word.concepts, concept];
}

const lists: (readonly number[])[] = [];

/** Most words with a group have one: they share its list. */
function only(concept: number): readonly number[] {
  return (lists[concept] ??= [concept]);
}

function addWording(wording: Wording): void {
  const { text } = wording;
  const length = text.search(BREAK);
  // A lone word of grammar says too little to stand for anything.
  if (length === -1 && isFunctionWord(text)) return;
  put(wordings, stemOf(length === -1 ? text : text.slice(0, length)), wording);
}
