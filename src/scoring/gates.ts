import type { CaseFacts, FactsList } from './case-facts.ts';
import type { CaseChange, Comparison, GateResult, Totals } from './result.ts';
import { rounded } from './rounded.ts';
import { atLeast, atMost, knownMean, type Known, rangeOf, type Standing, standingTo, together } from './standing.ts';
import { lowestOf, unexpectedlyUngraded } from './totals.ts';

/** What a run must reach. Scores, rates and drops are 0 to 1. */
export interface Gates {
  minEach?: number;
  minMean?: number;
  minDomain: Record<string, number>;
  minPassRate?: number;
  /** How many cases may stay ungraded; 0 where it is not said. */
  maxUngraded?: number;
  /** How far a case may fall below the baseline. */
  maxDrop?: number;
}

/** The gates of the parts of a run, and over them those that are given when it is merged. */
export function withGates(parts: Gates, given: Gates): Gates {
  return {
    minEach: parts.minEach,
    minMean: given.minMean ?? parts.minMean,
    minDomain: { ...parts.minDomain, ...given.minDomain },
    minPassRate: given.minPassRate ?? parts.minPassRate,
    maxUngraded: given.maxUngraded ?? parts.maxUngraded,
    maxDrop: given.maxDrop,
  };
}

export interface Seen {
  totals: Totals;
  facts: FactsList;
  comparison: Comparison | null;
  /** A part of the run: what needs all cases is left for the merge. */
  partial: boolean;
}

/** Every gate with the number it saw. What cannot be seen does not pass; what cannot be told is inconclusive. */
export function judgeGates(gates: Gates, seen: Seen): GateResult[] {
  const { totals, facts, partial } = seen;
  const left = (gate: GateResult): GateResult => (partial ? { name: gate.name, limit: gate.limit, seen: gate.seen, passed: null } : gate);
  return [
    ...(gates.minEach === undefined ? [] : [eachGate(gates.minEach, seen)]),
    ...(gates.minMean === undefined ? [] : [left(meanGate('min-mean', gates.minMean, facts, totals.mean))]),
    ...domainGates(gates.minDomain, seen).map(left),
    ...(gates.minPassRate === undefined ? [] : [left(rateGate(gates.minPassRate, totals))]),
    ...(gates.maxUngraded === undefined ? [] : [ungradedGate(gates.maxUngraded, totals)]),
    ...(gates.maxDrop === undefined ? [] : [dropGate(gates.maxDrop, seen)]),
  ];
}

function ungradedGate(limit: number, totals: Totals): GateResult {
  const seen = unexpectedlyUngraded(totals);
  return { name: 'max-ungraded', limit, seen, passed: seen <= limit };
}

/** Missed where one case surely is; inconclusive where none is, and one may be. */
function eachGate(limit: number, { facts, partial }: Seen): GateResult {
  const lowest = lowestOf(facts);
  if (lowest === null) return { name: 'min-each', limit, seen: null, passed: partial };
  const standings = new Set<Standing>();
  let [low, high] = [1, 1];
  for (const known of knownScores(facts)) {
    const range = rangeOf(known);
    low = Math.min(low, range[0]);
    high = Math.min(high, range[1]);
    standings.add(standingTo(atLeast(limit), known));
  }
  return judged('min-each', limit, lowest, { standing: together(standings), range: [low, high] });
}

function meanGate(name: string, limit: number, facts: Iterable<CaseFacts>, mean: number | null): GateResult {
  if (mean === null) return { name, limit, seen: null, passed: false };
  const known = knownMean(knownScores(facts), mean);
  return judged(name, limit, mean, { standing: standingTo(atLeast(limit), known), range: rangeOf(known) });
}

function domainGates(limits: Gates['minDomain'], { totals, facts }: Seen): GateResult[] {
  return Object.entries(limits).map(([domain, limit]) => meanGate(`min-domain ${domain}`, limit, inDomain(facts, domain), totals.byDomain[domain]?.mean ?? null));
}

/** Cases that may pass or fail make the rate a range: from none of them passing to all. */
function rateGate(limit: number, { passed, failed, inconclusive = 0 }: Totals): GateResult {
  const asked = passed + failed + inconclusive;
  if (asked === 0) return { name: 'min-pass-rate', limit, seen: null, passed: false };
  const [low, high] = [passed / asked, (passed + inconclusive) / asked];
  const standing = low >= limit ? 'met' : high < limit ? 'missed' : 'unsure';
  // Rounding lifts no rate over the limit: 99,999 of 100,000 are not all of them.
  const shown = (rate: number) => (rate < limit && rounded(rate) >= limit ? Math.floor(rate * 10_000) / 10_000 : rounded(rate));
  return judged('min-pass-rate', limit, shown(low), { standing, range: [shown(low), shown(high)] });
}

/** A drop that is larger than allowed, and within the spread of its two scores, may be chance. What has not dropped so far is none. */
function dropGate(limit: number, { comparison }: Seen): GateResult {
  const drop = comparison?.largestDrop ?? null;
  if (drop === null) return { name: 'max-drop', limit, seen: null, passed: false };
  const fallen = (comparison?.cases ?? []).filter((change) => (dropOf(change) ?? 0) > limit);
  const standing = together(fallen.map((change) => standingTo(atMost(limit), { score: dropOf(change) ?? 0, spread: change.dropSpread ?? 0, second: null })));
  return judged('max-drop', limit, drop, { standing, range: [drop, drop] });
}

/** A grade that is lost is lost as a whole. */
function dropOf({ drop, before, after, kind }: CaseChange): number | null {
  return kind !== 'gone' && after === null ? before : drop;
}

function judged(name: string, limit: number, seen: number, { standing, range }: { standing: Standing; range: [number, number] }): GateResult {
  const [low, high] = range;
  return {
    name,
    limit,
    seen,
    ...(low < high ? { range } : {}),
    passed: standing === 'unsure' ? null : standing === 'met',
    ...(standing === 'unsure' ? { inconclusive: true as const } : {}),
  };
}

function* inDomain(facts: FactsList, domain: string): Generator<CaseFacts> {
  for (const one of facts) if (one.domain === domain) yield one;
}

function* knownScores(facts: Iterable<CaseFacts>): Generator<Known> {
  for (const { score, beside } of facts) if (score !== null) yield { score, spread: beside?.spread ?? 0, second: beside?.second?.score ?? null };
}

/** "--min-mean 0.7: the mean is 0.63", for a gate that was missed or kept; with what it may be where that is a range. */
export function gateWords({ name, limit, seen, range, inconclusive }: GateResult): string {
  const [kind = '', domain] = name.split(/ (.*)/su);
  const flag = domain === undefined ? `--${kind} ${limit}` : `--${kind} ${domain}=${limit}`;
  const between = range ? ` (${range[0]} to ${range[1]})` : '';
  return `${flag}: ${seen === null ? NOTHING_SEEN[kind] ?? 'nothing was seen' : `${SEEN[kind] ?? 'seen'} ${seen}${between}`}${inconclusive ? ', which does not settle it' : ''}`;
}

const SEEN: Record<string, string> = {
  'min-each': 'the lowest score is',
  'min-mean': 'the mean is',
  'min-domain': 'its mean is',
  'min-pass-rate': 'the rate is',
  'max-ungraded': 'ungraded are',
  'max-drop': 'the largest drop is',
};

const NOTHING_SEEN: Record<string, string> = {
  'min-each': 'no case was graded',
  'min-mean': 'no case was graded',
  'min-domain': 'no case of this domain was graded',
  'min-pass-rate': 'no graded case says what it expects',
  'max-drop': 'no case stands in the baseline with a score',
};
