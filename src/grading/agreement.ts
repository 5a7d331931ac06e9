import { type Clause, clausesOf } from './clauses.ts';
import { foundTogether } from './found-together.ts';
import { put } from './multimap.ts';
import { oppositesOf } from './opposites.ts';
import type { Truth } from './truth.ts';
import type { Text, Word } from './words.ts';

/** From this likeness on two clauses are about the same; likenesses this near to the best vote with it. */
const ALIKE = 0.45;
const BESIDE_BEST = 0.75;
/** One shared word of matter is chance. */
const LEAST_SHARED = 2;
/** A clause is contrary to the rubric from this agreement on, -1 to 1. */
const CONTRARY = -0.3;
/** One such clause may be a way of speaking. */
const LEAST_CONTRARY = 2;
/** So many times what agrees must be contrary, and so much of all that is said. */
const OUTWEIGHS = 1.1;
const LEAST_SHARE = 0.33;

/** How a clause of an answer stands to what the rubric says of the same. */
interface Vote {
  sentence: number;
  /** 1 says it too, -1 says the contrary. */
  agreement: number;
  /** What its words tell. */
  weight: number;
}

/**
 * Sentences that say the contrary of the rubric in words of their own, where
 * that outweighs what the answer says rightly. Each clause is held against the
 * clauses of the rubric likest to it: with a denial, or an opposite, on one side
 * alone they disagree. Free wording makes a single vote unsure ("does not
 * change" is "fixed"), so only all of them together tell, and only against a
 * rubric that says its points in several ways. A sentence that meets no word
 * of it (`meeting` are the others) weighs nothing.
 */
export function contrarySentences(truth: Truth, answer: Text, meeting: ReadonlySet<number>): Set<number> {
  if (truth.wordings.length === 0) return new Set();
  const votes = votesOn(truth, answer);
  const contrary = votes.filter(({ agreement }) => agreement <= CONTRARY);
  if (contrary.length < LEAST_CONTRARY) return new Set();
  const against = contrary.reduce((sum, { agreement, weight }) => sum - agreement * weight, 0);
  const agreeing = votes.reduce((sum, { agreement, weight }) => sum + Math.max(0, agreement) * weight, 0);
  const bearing = new Set([...meeting, ...votes.map(({ sentence }) => sentence)]);
  const whole = costOf(clausesOf(answer).flatMap(({ words, sentence }) => (bearing.has(sentence) ? words : [])));
  return new Set(against > Math.max(OUTWEIGHS * agreeing, LEAST_SHARE * whole) ? contrary.map(({ sentence }) => sentence) : []);
}

function votesOn({ statements, wordings }: Truth, answer: Text): Vote[] {
  const said = clausesOf(answer).filter(({ words }) => words.length >= LEAST_SHARED);
  if (said.length < LEAST_CONTRARY) return [];
  const index = indexOf([...statements, ...wordings]);
  return said.flatMap((clause) => {
    const alike = likenesses(clause, index);
    const best = alike.reduce((most, { likeness }) => Math.max(most, likeness), 0);
    let [sum, trust] = [0, 0];
    for (const { likeness, agrees } of alike) {
      if (likeness < BESIDE_BEST * best) continue;
      trust += likeness ** 2;
      sum += agrees ? likeness ** 2 : -(likeness ** 2);
    }
    return trust > 0 ? { sentence: clause.sentence, agreement: sum / trust, weight: costOf(clause.words) } : [];
  });
}

/** A clause of the rubric by what it shares with one of the answer. */
interface Likeness {
  likeness: number;
  agrees: boolean;
}

function likenesses(said: Clause, index: ClauseIndex): Likeness[] {
  const whole = costOf(said.words);
  const alike: Likeness[] = [];
  for (const [at, { shared, count, turned }] of sharesWith(said, index)) {
    const { denials, cost } = index.clauses[at] ?? { denials: 0, cost: 0 };
    const likeness = Math.min(1, shared / Math.sqrt(Math.max(0.01, whole * cost)));
    if (count >= LEAST_SHARED && likeness >= ALIKE) alike.push({ likeness, agrees: (said.denials + denials + turned) % 2 === 0 });
  }
  return alike;
}

interface Share {
  /** What the shared words tell. */
  shared: number;
  count: number;
  /** How many of them stand there as their opposite. */
  turned: number;
  /** The last word that was counted: each counts once. */
  last: Word;
}

function sharesWith({ words }: Clause, { byStem, byConcept }: ClauseIndex): Map<number, Share> {
  const shares = new Map<number, Share>();
  for (const word of words) {
    meet(shares, byStem.get(word.stem), word, 0);
    for (const concept of word.concepts) meet(shares, byConcept.get(concept), word, 0);
    for (const opposite of oppositesOf(word.stem)) meet(shares, byStem.get(opposite), word, 1);
  }
  return shares;
}

function meet(shares: Map<number, Share>, clauses: readonly number[] | undefined, word: Word, turned: number): void {
  if (!clauses) return;
  for (const at of clauses) {
    const share = shares.get(at);
    if (!share) shares.set(at, { shared: word.cost, count: 1, turned, last: word });
    else if (share.last !== word) {
      share.shared += word.cost;
      share.count++;
      share.turned += turned;
      share.last = word;
    }
  }
}

/** The clauses of a rubric, and by each word the places of those that have it. */
interface ClauseIndex {
  clauses: { denials: number; cost: number }[];
  byStem: Map<string, number[]>;
  byConcept: Map<number, number[]>;
}

const indexOf = foundTogether((texts): ClauseIndex => {
  const index: ClauseIndex = { clauses: [], byStem: new Map(), byConcept: new Map() };
  for (const { words, denials } of texts.flatMap(clausesOf)) {
    const at = index.clauses.push({ denials, cost: costOf(words) }) - 1;
    for (const stem of new Set(words.map((word) => word.stem))) put(index.byStem, stem, at);
    for (const concept of new Set(words.flatMap(({ concepts }) => concepts))) put(index.byConcept, concept, at);
  }
  return index;
});

function costOf(words: readonly Word[]): number {
  let sum = 0;
  for (const { cost } of words) sum += cost;
  return sum;
}
