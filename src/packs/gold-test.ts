import { goldAgreement, type GoldCase } from '../grading/gold.ts';
import type { Grader } from '../grading/grader.ts';
import type { Question } from '../schemas/question.ts';

/** Gold answers by how far the grader's band is from the one they must land in. `off` holds the ungraded too. */
export interface GoldTotals {
  gold: number;
  exact: number;
  /** One band away. */
  adjacent: number;
  off: number;
}

export interface GoldBar {
  name: string;
  limit: number;
  /** Share of the gold answers, 0 to 1. */
  seen: number;
  passed: boolean;
}

export interface GoldTest {
  totals: GoldTotals;
  heldOut: GoldTotals;
  tuned: GoldTotals;
  byDomain: Record<string, GoldTotals>;
  bars: GoldBar[];
  cases: GoldCase[];
}

export const GOLD_BARS = { exact: 0.8, withinOne: 0.98 };

/** Grades the gold answers of the questions and holds the outcome against the bars, shares from 0 to 1. */
export async function testGold(questions: readonly Question[], grader: Grader, { exact, withinOne }: typeof GOLD_BARS = GOLD_BARS): Promise<GoldTest> {
  const { cases } = await goldAgreement(questions, grader);
  const totals = totalsOf(cases);
  const bar = (name: string, limit: number, count: number): GoldBar => {
    const seen = count / Math.max(1, totals.gold);
    return { name, limit, seen, passed: seen >= limit };
  };
  return {
    totals,
    heldOut: totalsOf(cases.filter((one) => one.heldOut)),
    tuned: totalsOf(cases.filter((one) => !one.heldOut)),
    byDomain: Object.fromEntries([...new Set(cases.map(({ domain }) => domain))].sort().map((domain) => [domain, totalsOf(cases.filter((one) => one.domain === domain))])),
    bars: [bar('exact', exact, totals.exact), bar('withinOne', withinOne, totals.exact + totals.adjacent)],
    cases,
  };
}

/** Bands between what came and what had to come; an answer that was left ungraded is as far off as can be. */
export function distanceOf({ band, expected }: Pick<GoldCase, 'band' | 'expected'>): number {
  return band === null ? 4 : Math.abs(band - expected);
}

function totalsOf(cases: readonly GoldCase[]): GoldTotals {
  const distances = cases.map(distanceOf);
  const exact = distances.filter((distance) => distance === 0).length;
  const adjacent = distances.filter((distance) => distance === 1).length;
  return { gold: cases.length, exact, adjacent, off: cases.length - exact - adjacent };
}
