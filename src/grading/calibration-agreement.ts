import type { Band } from '../schemas/evaluation.ts';
import type { CalibrationItem } from './calibration-gold.ts';
import { confusionOf, deviation, mean, pearson, quadraticKappa } from './calibration-statistics.ts';

/** What a grader gave an answer, run by run; null where it was left ungraded. */
export interface GradedItem {
  item: CalibrationItem;
  runs: { band: Band | null; score: number | null }[];
}

/** How far grades agree with those of people. Shares are of all answers, the ungraded included. */
export interface GoldAgreement {
  gold: number;
  ungraded: number;
  exact: number;
  withinOne: number;
  /** Pearson's r between scores; null where one side does not vary. */
  r: number | null;
  /** Cohen's kappa with quadratic weights over the bands. */
  kappa: number | null;
  /** Rows: the band that people gave; columns: the band of the grader. */
  confusion: number[][];
}

/** The agreement of the first run. */
export function agreementOf(items: readonly GradedItem[]): GoldAgreement {
  const graded = items.flatMap(({ item, runs: [first] }) =>
    first && first.band !== null && first.score !== null ? [{ expected: item, band: first.band, score: first.score }] : [],
  );
  const near = (distance: number): number => graded.filter(({ expected, band }) => Math.abs(expected.band - band) <= distance).length / Math.max(1, items.length);
  const confusion = confusionOf(graded.map(({ expected, band }) => [expected.band, band]));
  return {
    gold: items.length,
    ungraded: items.length - graded.length,
    exact: near(0),
    withinOne: near(1),
    r: pearson(graded.map(({ expected, score }) => [expected.score, score])),
    kappa: quadraticKappa(confusion),
    confusion,
  };
}

/** How far the same answer's grade moves from run to run; null where there was one run only. */
export interface Spread {
  runs: number;
  /** The mean and the largest standard deviation of an answer's scores. */
  mean: number;
  largest: number;
  /** Answers that did not get the same band in every run. */
  bandsMoved: number;
}

/** The spread over runs; null for fewer than two. Ungraded answers of a run count for no score, and as a band of their own. */
export function spreadOf(items: readonly GradedItem[]): Spread | null {
  const runs = items[0]?.runs.length ?? 0;
  if (runs < 2) return null;
  const deviations = items.map((item) => deviation(item.runs.flatMap(({ score }) => score ?? [])));
  return {
    runs,
    mean: mean(deviations),
    largest: deviations.reduce((most, value) => Math.max(most, value), 0),
    bandsMoved: items.filter((item) => new Set(item.runs.map(({ band }) => band)).size > 1).length,
  };
}
