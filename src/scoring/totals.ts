import type { CaseFacts } from './case-facts.ts';
import type { Totals } from './result.ts';

/** Counts and means, in the order of the cases: the same cases give the same bytes. */
export function totalsOf(facts: readonly CaseFacts[]): Totals {
  const byBand = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { band } of facts) if (band !== null) byBand[band]++;
  const graded = count(facts, ({ status }) => status === 'graded');
  return {
    cases: facts.length,
    graded,
    ungraded: facts.length - graded,
    failedCalls: count(facts, ({ callFailed }) => callFailed),
    passed: count(facts, ({ passed }) => passed === true),
    failed: count(facts, ({ passed }) => passed === false),
    ...besideTotals(facts),
    mean: meanOf(facts),
    byBand,
    byDomain: Object.fromEntries([...byDomain(facts)].map(([domain, own]) => [domain, { cases: own.length, graded: count(own, ({ status }) => status === 'graded'), mean: meanOf(own) }])),
  };
}

/** What only models and second graders have; of the offline grader alone, nothing. */
function besideTotals(facts: readonly CaseFacts[]): Pick<Totals, 'inconclusive' | 'notAsked' | 'second'> {
  const all = facts.flatMap(({ beside }) => beside ?? []);
  const [inconclusive, notAsked] = [count(all, (one) => one.inconclusive), count(all, (one) => one.notAsked)];
  const second = all.flatMap((one) => one.second ?? []);
  const graded = count(second, ({ score }) => score !== null);
  const agreements = { agreed: count(second, ({ agreement }) => agreement === 'agreed'), split: count(second, ({ agreement }) => agreement === 'split') };
  return {
    ...(inconclusive > 0 ? { inconclusive } : {}),
    ...(notAsked > 0 ? { notAsked } : {}),
    ...(second.length > 0 ? { second: { graded, failed: second.length - graded, ...agreements } } : {}),
  };
}

/** The cases of each domain, domains in the order of their first case. */
export function byDomain(facts: readonly CaseFacts[]): Map<string, CaseFacts[]> {
  const groups = new Map<string, CaseFacts[]>();
  for (const one of facts) {
    const group = groups.get(one.domain);
    if (group) group.push(one);
    else groups.set(one.domain, [one]);
  }
  return groups;
}

/** The mean score of the graded ones, to four decimals; null when there is none. */
export function meanOf(facts: Iterable<{ score: number | null }>): number | null {
  let sum = 0;
  let scores = 0;
  for (const { score } of facts) {
    if (score === null) continue;
    sum += score;
    scores++;
  }
  return scores === 0 ? null : Number((sum / scores).toFixed(4));
}

export function lowestOf(facts: readonly CaseFacts[]): number | null {
  return facts.reduce<number | null>((lowest, { score }) => (score === null ? lowest : Math.min(lowest ?? 1, score)), null);
}

function count<One>(all: readonly One[], is: (one: One) => boolean): number {
  return all.reduce((sum, one) => sum + (is(one) ? 1 : 0), 0);
}
