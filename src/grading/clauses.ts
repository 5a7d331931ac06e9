import { isNegator } from './function-words.ts';
import { hasOpposite } from './opposites.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

/** The smallest piece of a text that says something of something: what stands between two joints. */
export interface Clause {
  sentence: number;
  /** Words of matter and words that say which way it goes, in order. What is put aside ("rather than rows") is left out. */
  words: Word[];
  /** How many denials it holds: "never", "no longer", "fails to". */
  denials: number;
  /** Stands in a sentence that tells of a case ("if", "when"): in another case the contrary may hold. */
  inCase: boolean;
  /** Says what must or should be: how it is may differ. */
  norm: boolean;
  /** A word of grammar joins its words: without one it is a heading or an item of a list. */
  joined: boolean;
}

/** Words and signs between two clauses. */
const JOINTS = new Set('and but while whilst whereas because since which then or so unless although though as if when where that who'.split(' '));
const GAP = /[,;:()!?\n\]–—]|\.(?=\s|$)|\s-+\s/;
/** Words after which something is named that does not hold, with the word that must follow. */
const ASIDE = new Map([['rather', 'than'], ['instead', 'of'], ['opposed', 'to']]);
/** Words that say that a sentence tells of a case, and words of what must be. */
const CASES = new Set('if when whenever unless until once otherwise else without'.split(' '));
const NORMS = new Set('must should shall ought need needs expect expects'.split(' '));
/** Words that deny although they are no negators. */
const HARDLY = new Set('rarely seldom barely scarcely fail fails failed failing refuse refuses stop stops cease ceases impossible'.split(' '));

/** The clauses of a text in order. A text is cut once. */
export const clausesOf = foundOnce(clausesIn);

/** The stems in the clauses of a text. */
export const clauseStemsOnce = foundOnce((text) => {
  const stems = new Set<string>();
  for (const { words } of clausesOf(text)) for (const { stem } of words) stems.add(stem);
  return stems;
});

function clausesIn({ source, words }: Text): Clause[] {
  const clauses: Clause[] = [];
  const cases = new Set<number>();
  for (const { text, sentence, keyword } of words) if (!keyword && CASES.has(text)) cases.add(sentence);
  let open: Clause | undefined;
  let aside = false;
  words.forEach((word, at) => {
    const [before, next] = [words[at - 1], words[at + 1]];
    const joint = !word.keyword && JOINTS.has(word.text);
    if (!open || joint || open.sentence !== word.sentence || isApart(source, before, word)) {
      open = { sentence: word.sentence, words: [], denials: 0, inCase: cases.has(word.sentence), norm: false, joined: false };
      clauses.push(open);
      // ", not rows" names what does not hold, as "rather than rows" does.
      aside = word.text === 'not' && at > 0;
    }
    if (next && ASIDE.get(word.text) === next.text) aside = true;
    if (!joint && !aside) addWord(open, word, before);
  });
  return clauses.filter((clause) => clause.words.length > 0 || clause.denials > 0);
}

function isApart(source: string, before: Word | undefined, { start }: Word): boolean {
  return before !== undefined && start > before.end + 1 && GAP.test(source.slice(before.end, start));
}

function addWord(clause: Clause, word: Word, before: Word | undefined): void {
  if (NORMS.has(word.text)) clause.norm = true;
  if (word.form.grammar && !word.keyword) clause.joined = true;
  if (isDenying(word)) clause.denials++;
  // "No longer" is one denial: of its two words neither says which way it goes.
  else if ((word.content || hasOpposite(word.stem)) && !(word.text === 'longer' && before?.text === 'no')) clause.words.push(word);
}

/** Says that something is not so. */
function isDenying({ text }: Word): boolean {
  return isNegator(text) || HARDLY.has(text);
}
