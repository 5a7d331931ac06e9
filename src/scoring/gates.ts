import type { GateResult, Totals } from './result.ts';

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

export interface Seen {
  totals: Totals;
  lowest: number | null;
  largestDrop: number | null;
  /** A part of the run: what needs all cases is left for the merge. */
  partial: boolean;
}

/** Every gate with the number it saw. What cannot be seen does not pass. */
export function judgeGates(gates: Gates, { totals, lowest, largestDrop, partial }: Seen): GateResult[] {
  const asked = totals.passed + totals.failed;
  const whole = (passed: boolean): boolean | null => (partial ? null : passed);
  const least = (name: string, limit: number | undefined, seen: number | null): GateResult[] =>
    limit === undefined ? [] : [{ name, limit, seen, passed: whole(seen !== null && seen >= limit) }];
  return [
    ...least('min-each', gates.minEach, lowest).map((gate) => (partial ? { ...gate, passed: lowest === null || lowest >= gate.limit } : gate)),
    ...least('min-mean', gates.minMean, totals.mean),
    ...Object.entries(gates.minDomain).flatMap(([domain, limit]) => least(`min-domain ${domain}`, limit, totals.byDomain[domain]?.mean ?? null)),
    ...least('min-pass-rate', gates.minPassRate, asked === 0 ? null : Number((totals.passed / asked).toFixed(4))),
    ...(gates.maxUngraded === undefined ? [] : [{ name: 'max-ungraded', limit: gates.maxUngraded, seen: totals.ungraded, passed: totals.ungraded <= gates.maxUngraded }]),
    ...(gates.maxDrop === undefined ? [] : [{ name: 'max-drop', limit: gates.maxDrop, seen: largestDrop, passed: largestDrop !== null && largestDrop <= gates.maxDrop }]),
  ];
}

/** "--min-mean 0.7: the mean is 0.63", for a gate that was missed or kept. */
export function gateWords({ name, limit, seen }: GateResult): string {
  const [kind = '', domain] = name.split(/ (.*)/su);
  const flag = domain === undefined ? `--${kind} ${limit}` : `--${kind} ${domain}=${limit}`;
  return `${flag}: ${seen === null ? NOTHING_SEEN[kind] ?? 'nothing was seen' : `${SEEN[kind] ?? 'seen'} ${seen}`}`;
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
