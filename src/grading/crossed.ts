import { type Clause, clausesOf, clauseStemsOnce } from './clauses.ts';
import { foundOnce } from './text-cache.ts';
import type { Text, Word } from './words.ts';

/** Two things set against each other, by their stems. */
interface Contrast {
  first: string;
  second: string;
}

/** What is said of either thing and not of the other too. */
interface Sides {
  first: Set<string>;
  second: Set<string>;
  clauses: Clause[];
}

/** At least this share of what an answer says of the two must be crossed. */
const CROSSED = 0.3;
const AGAINST = new Set('and or vs versus than between'.split(' '));
const REACH = 3;

/**
 * Sentences that say of one thing what the rubric says of the other, both ways
 * round: "HAVING filters rows, WHERE filters groups". The question names the two
 * ("A and B", "A versus B"). One thing said straight, and nothing is taken for crossed.
 */
export function crossedSentences(question: Text, rubric: readonly Text[], answer: Text): Set<number> {
  const crossed = new Set<number>();
  for (const contrast of contrastsOnce(question)) {
    const given = sidesOf(contrast, answer);
    if (!given) continue;
    for (const text of rubric) {
      const wanted = sidesOf(contrast, text);
      if (wanted && isCrossed(wanted, given)) for (const { sentence } of given.clauses) crossed.add(sentence);
    }
  }
  return crossed;
}

const contrastsOnce = foundOnce(contrastsIn);

function contrastsIn({ words }: Text): Contrast[] {
  const stemsIn = (from: number, to: number): string[] => words.slice(Math.max(0, from), to).flatMap(({ content, stem }) => (content ? stem : []));
  return words.flatMap(({ text }, at) => {
    if (!AGAINST.has(text)) return [];
    const [before, after] = [stemsIn(at - REACH, at), stemsIn(at + 1, at + 1 + REACH)];
    // What both have in their names does not tell them apart: "path" in "path cost and path length".
    const named = (stems: readonly string[], others: readonly string[]): string[] => stems.filter((stem) => !others.includes(stem));
    return named(before, after).flatMap((first) => named(after, before).map((second) => ({ first, second })));
  });
}

function isCrossed(wanted: Sides, given: Sides): boolean {
  if (countShared(wanted.first, given.first) + countShared(wanted.second, given.second) > 0) return false;
  const [one, other] = [countShared(wanted.first, given.second), countShared(wanted.second, given.first)];
  return one > 0 && other > 0 && one + other >= CROSSED * (given.first.size + given.second.size);
}

function sidesOf({ first, second }: Contrast, text: Text): Sides | undefined {
  const named = clauseStemsOnce(text);
  return named.has(first) && named.has(second) ? divide({ first, second }, clausesOf(text)) : undefined;
}

/** A clause speaks of the thing that it names first; one that names neither goes on about the last. */
function divide({ first, second }: Contrast, clauses: readonly Clause[]): Sides | undefined {
  const about = { first: new Set<string>(), second: new Set<string>() };
  const used: Clause[] = [];
  let side: 'first' | 'second' | undefined;
  let sentence = -1;
  for (const clause of clauses) {
    const named = clause.words.find(({ stem }) => stem === first || stem === second)?.stem;
    if (named !== undefined) side = named === first ? 'first' : 'second';
    else if (clause.sentence !== sentence) side = undefined;
    sentence = clause.sentence;
    if (side === undefined || clause.denials > 0) continue;
    used.push(clause);
    for (const word of clause.words) if (word.stem !== first && word.stem !== second) for (const sign of signsOf(word)) about[side].add(sign);
  }
  const sides = { first: without(about.first, about.second), second: without(about.second, about.first), clauses: used };
  return sides.first.size > 0 && sides.second.size > 0 ? sides : undefined;
}

/** What a word stands for: its stem, and its groups of synonyms. */
export const signsOf = ({ stem, concepts }: Word): string[] => [stem, ...concepts.map((concept) => `#${concept}`)];
const without = (set: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> => new Set([...set].filter((sign) => !other.has(sign)));

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const sign of a) if (b.has(sign)) count++;
  return count;
}
