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

/** Signs between two clauses. */
const GAP = /[,;:()!?\n\]–—]|\.(?=\s|$)|\s-+\s/;

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
  for (const { form, sentence, keyword } of words) if (form.clauseWord.ofCase && !keyword) cases.add(sentence);
  let open: Clause | undefined;
  let aside = false;
  for (let at = 0; at < words.length; at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (!word) break;
    const { joint, asideWith } = word.form.clauseWord;
    const joins = joint && !word.keyword;
    if (!open || joins || open.sentence !== word.sentence || isApart(source, before, word)) {
      open = { sentence: word.sentence, words: [], denials: 0, inCase: cases.has(word.sentence), norm: false, joined: false };
      clauses.push(open);
      // ", not rows" names what does not hold, as "rather than rows" does.
      aside = word.text === 'not' && at > 0;
    }
    if (asideWith !== undefined && words[at + 1]?.text === asideWith) aside = true;
    if (!joins && !aside) addWord(open, word, before);
  }
  return clauses.filter((clause) => clause.words.length > 0 || clause.denials > 0);
}

function isApart(source: string, before: Word | undefined, { start }: Word): boolean {
  return before !== undefined && start > before.end + 1 && GAP.test(source.slice(before.end, start));
}

function addWord(clause: Clause, word: Word, before: Word | undefined): void {
  const { norm, denies, directed } = word.form.clauseWord;
  if (norm) clause.norm = true;
  if (word.form.grammar && !word.keyword) clause.joined = true;
  if (denies) clause.denials++;
  // "No longer" is one denial: of its two words neither says which way it goes.
  else if ((word.content || directed) && !(word.text === 'longer' && before?.text === 'no')) clause.words.push(word);
}
