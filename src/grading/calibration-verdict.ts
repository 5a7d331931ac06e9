import type { GoldAgreement, Spread } from './calibration-agreement.ts';
import type { FalseHigh } from './calibration-floor.ts';

/** One published bar, and what the grader reached. */
export interface Bar {
  name: string;
  limit: { atLeast: number } | { atMost: number };
  /** Null where it could not be measured, which does not pass. */
  seen: number | null;
  passed: boolean;
}

/** All bars, and whether every one of them was met. */
export interface CalibrationVerdict {
  trusted: boolean;
  bars: Bar[];
}

/** The bars. Kappa and r from 0.8 on are usually read as very high agreement; the others are what a gate can live with. */
const BARS = {
  exact: { atLeast: 0.8 },
  withinOne: { atLeast: 0.98 },
  r: { atLeast: 0.8 },
  kappa: { atLeast: 0.8 },
  /** Of made answers that deserve little: above the limit of their kind, and in a band that a gate lets through. */
  falseHigh: { atMost: 0.05 },
  falseGood: { atMost: 0.01 },
  ungraded: { atMost: 0.01 },
  spread: { atMost: 0.05 },
} as const;

/** Fewer answers say nothing about a share of 98%. */
const FEWEST_ANSWERS = 20;

/** What is held against the bars; `spread` is null where there was one run. */
export interface Measured {
  packs: GoldAgreement;
  heldOut: GoldAgreement;
  own: GoldAgreement;
  falseHigh: FalseHigh;
  spread: Spread | null;
}

/** Whether a grader may decide over a build: all bars, or no. */
export function judgeCalibration({ packs, heldOut, own, falseHigh, spread }: Measured): CalibrationVerdict {
  const groups: [string, GoldAgreement][] = [['', packs], [' on held-out questions', heldOut], [' on your own answers', own]];
  const bars = [
    ...groups.flatMap(([where, { gold, exact, withinOne }]) =>
      where !== '' && gold < FEWEST_ANSWERS ? [] : [bar(`exact bands${where}`, BARS.exact, exact), bar(`bands within one${where}`, BARS.withinOne, withinOne)],
    ),
    bar('correlation with people (r)', BARS.r, packs.r),
    bar('weighted kappa', BARS.kappa, packs.kappa),
    bar('ungraded answers', BARS.ungraded, packs.ungraded / Math.max(1, packs.gold)),
    ...(falseHigh.answers > 0
      ? [bar('false answers above their limit', BARS.falseHigh, falseHigh.share), bar('false answers graded good', BARS.falseGood, falseHigh.goodShare)]
      : []),
    ...(spread ? [bar('spread from run to run', BARS.spread, spread.mean)] : []),
  ];
  return { trusted: bars.every(({ passed }) => passed), bars };
}

function bar(name: string, limit: Bar['limit'], seen: number | null): Bar {
  const passed = seen !== null && ('atLeast' in limit ? seen >= limit.atLeast : seen <= limit.atMost);
  return { name, limit, seen, passed };
}
