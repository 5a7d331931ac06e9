import type { Beside, CaseFacts, FactsList } from './case-facts.ts';

/** The facts of many cases in little memory: they stand in columns, and what many cases have in common is kept once. */
export interface KeptFacts {
  /** Gives the row that they stand in, from 0 on. */
  add(facts: CaseFacts): number;
  /** The facts in these rows. The list grows as `rows` does. */
  list(rows: readonly number[]): FactsList;
}

/** What a case has in common with many others. */
type Common = Omit<CaseFacts, 'id' | 'score' | 'beside'>;

/** Stands in the column for a score that is missing: with null among them, each number would be an object of its own. */
const NO_SCORE = NaN;

export function createKeptFacts(): KeptFacts {
  const ids: string[] = [];
  const scores: number[] = [];
  const besides: (Beside | null)[] = [];
  const commons: Common[] = [];
  const known = new Map<string, Common>();

  function keptOnce(common: Common): Common {
    const words = JSON.stringify(common);
    const same = known.get(words) ?? common;
    known.set(words, same);
    return same;
  }

  function factsIn(row: number): CaseFacts | undefined {
    const [id = '', score = NO_SCORE, common] = [ids[row], scores[row], commons[row]];
    return common && { id, ...common, score: Number.isNaN(score) ? null : score, beside: besides[row] ?? null };
  }

  return {
    add({ id, score, beside, ...common }) {
      ids.push(id);
      scores.push(score ?? NO_SCORE);
      besides.push(beside);
      return commons.push(keptOnce(common)) - 1;
    },
    list: (rows) => ({
      get length() {
        return rows.length;
      },
      at: (place) => factsIn(rows[place] ?? -1),
      *[Symbol.iterator]() {
        for (const row of rows) {
          const facts = factsIn(row);
          if (facts) yield facts;
        }
      },
    }),
  };
}
