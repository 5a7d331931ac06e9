import type { Text, Word } from './words.ts';

/** Two things that a question sets against each other, each by a word of its name. */
export interface Contrast {
  first: Word;
  second: Word;
}

/** Words that set what stands before them against what comes after. */
const AGAINST = new Set('and or vs versus than over when'.split(' '));
/** Words that may: two of them do after some verbs alone ("prefer A to B", "differ from"). */
const SETTING = new Set([...AGAINST, 'to', 'from']);
/** Words that name neither. */
const BETWEEN = new Set('when do does did you should would can a an the how it is are use for between'.split(' '));
/** Words of a name. */
const REACH = 2;

/** What a question sets against each other: "A or B", "when A and when B", "prefer A to B", "what is A, and how does it differ from B". Each pair once. */
export function contrastsIn(question: Text): Contrast[] {
  const contrasts = new Map(everyContrast(question).map((contrast) => [`${contrast.first.stem} ${contrast.second.stem}`, contrast]));
  return [...contrasts.values()];
}

function everyContrast({ source, words }: Text): Contrast[] {
  return words.flatMap((word, at) => {
    const around = SETTING.has(word.text) ? placesAround(words, at) : undefined;
    // After a comma another clause begins: only "when" takes up the question again.
    if (!around || (word.text !== 'when' && /,\s*$/.test(source.slice(0, word.start)))) return [];
    const [before, after] = [nameIn(around.before, word.sentence), nameIn(around.after, word.sentence)];
    // What both have in their names does not tell them apart.
    const own = (list: readonly Word[], others: readonly Word[]): Word[] => list.filter(({ stem }) => others.every((other) => other.stem !== stem));
    return own(before, after).flatMap((first) => own(after, before).map((second) => ({ first, second })));
  });
}

/** The words of matter with which a list of words begins, small words before them left out. */
function nameIn(words: readonly Word[], sentence: number): Word[] {
  const from = words.findIndex((word) => word.content && !BETWEEN.has(word.text));
  const name = from < 0 ? [] : words.slice(from, from + REACH);
  const end = name.findIndex((word) => !word.content || word.sentence !== sentence || BETWEEN.has(word.text));
  return end < 0 ? name : name.slice(0, end);
}

/** The words before and after a word that sets two things against each other, nearest first; "differ from" has the first thing at the beginning of its sentence. */
function placesAround(words: readonly Word[], at: number): { before: Word[]; after: Word[] } | undefined {
  const [word, ...after] = words.slice(at);
  const before = words.slice(0, at).reverse();
  if (!word) return undefined;
  const verb = before.find(({ sentence, stem }) => sentence === word.sentence && (stem === 'prefer' || stem === 'differ'))?.stem;
  if (word.text === 'from') return verb === 'differ' ? { before: before.filter(({ sentence }) => sentence === word.sentence).reverse(), after } : undefined;
  return AGAINST.has(word.text) || (word.text === 'to' && verb === 'prefer') ? { before, after } : undefined;
}

/** 1 where a word names the first, -1 where it names the second, or a synonym of it. */
export function sideOf({ first, second }: Contrast, word: Word): number {
  if (isName(first, word)) return 1;
  return isName(second, word) ? -1 : 0;
}

function isName(name: Word, { stem, concepts }: Word): boolean {
  if (stem === name.stem) return true;
  for (let at = 0; at < concepts.length; at++) if (name.concepts.includes(concepts[at] ?? -1)) return true;
  return false;
}
