import type { Beside, CaseFacts, FactsList } from './case-facts.ts';
import { createMean, type Mean, meanOf } from './mean.ts';
import type { Totals } from './result.ts';

/** Counts and means, in the order of the cases: the same cases give the same bytes. */
export function totalsOf(facts: FactsList): Totals {
  const byBand = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { band } of facts) if (band !== null) byBand[band]++;
  const graded = count(facts, isGraded);
  const asExpected = count(facts, (one) => one.passed === true && !isGraded(one));
  return {
    cases: facts.length,
    graded,
    ungraded: facts.length - graded,
    ...(asExpected > 0 ? { ungradedAsExpected: asExpected } : {}),
    failedCalls: count(facts, ({ callFailed }) => callFailed),
    passed: count(facts, ({ passed }) => passed === true),
    failed: count(facts, ({ passed }) => passed === false),
    ...besideTotals(facts),
    mean: meanOf(facts),
    byBand,
    byDomain: byDomain(facts),
  };
}

/** Cases without a grade that do not expect that: what --max-ungraded counts. */
export function unexpectedlyUngraded({ ungraded, ungradedAsExpected = 0 }: Totals): number {
  return ungraded - ungradedAsExpected;
}

/** What only models and second graders have; of the offline grader alone, nothing. */
function besideTotals(facts: FactsList): Pick<Totals, 'inconclusive' | 'notAsked' | 'second'> {
  const all: Beside[] = [];
  for (const { beside } of facts) if (beside) all.push(beside);
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

/** Domains in the order of their first case. */
function byDomain(facts: FactsList): Totals['byDomain'] {
  const domains = new Map<string, { cases: number; graded: number; mean: Mean }>();
  for (const one of facts) {
    const own = domains.get(one.domain) ?? { cases: 0, graded: 0, mean: createMean() };
    own.cases++;
    if (isGraded(one)) own.graded++;
    own.mean.add(one.score);
    domains.set(one.domain, own);
  }
  return Object.fromEntries([...domains].map(([domain, { mean, ...counts }]) => [domain, { ...counts, mean: mean.value() }]));
}

export function lowestOf(facts: FactsList): number | null {
  let lowest: number | null = null;
  for (const { score } of facts) if (score !== null) lowest = Math.min(lowest ?? 1, score);
  return lowest;
}

export function count<One>(all: Iterable<One>, is: (one: One) => boolean): number {
  let found = 0;
  for (const one of all) if (is(one)) found++;
  return found;
}

function isGraded({ status }: CaseFacts): boolean {
  return status === 'graded';
}
