import index from './synonym-index.json' with { type: 'json' };
import { put } from './multimap.ts';
import { remembering } from './remember.ts';

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

/** Of each first stem its wordings, as the index writes them: most are never asked for. */
const written = new Map<string, string>();
const lines = index.phrases.split('|');
index.heads.split(' ').forEach((head, at) => written.set(head, lines[at] ?? ''));

/** The groups of one domain of the data file. */
export function domainConcepts(domain: keyof typeof index.domains): Set<number> {
  const { first, groups } = index.domains[domain];
  return new Set(Array.from({ length: groups }, (_, at) => first + at));
}

/** The wordings that begin with a stem. */
export function wordingsFrom(stem: string): Wordings {
  return written.has(stem) ? readWordings(stem) : NONE;
}

const NONE: Wordings = { alone: [], longer: new Map() };
const NO_PHRASES: readonly Phrase[] = [];

const readWordings = remembering((head): Wordings => {
  const alone: number[] = [];
  const longer = new Map<string, Phrase[]>();
  for (const wording of (written.get(head) ?? '').split(',')) {
    const [group, ...rest] = wording.split(' ');
    const [concept, [second]] = [Number(group), rest];
    if (second === undefined) alone.push(concept);
    else put(longer, second, { stems: [head, ...rest], concept });
  }
  return { alone, longer };
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
