import { BAND_STARTS } from '../../src/grading/bands.ts';

/** Evidence, 0 to 1, of a gold answer with the band that it must land in. */
export interface GoldEvidence {
  evidence: number;
  band: number;
  weight: number;
}

const CANDIDATES = 400;

/**
 * The curve from evidence to score, by its corners: it goes through the band
 * starts where evidence parts the gold answers best. A band missed by more than one costs
 * more than an exact hit is worth.
 */
export function trainCurve(gold: readonly GoldEvidence[]): number[][] {
  const sorted = gold.map(({ evidence }) => evidence).sort((a, b) => a - b);
  const candidates = Array.from({ length: CANDIDATES }, (_, index) => sorted[Math.floor(((index + 0.5) * sorted.length) / CANDIDATES)] ?? 0);
  let starts = [0.15, 0.35, 0.55];
  for (let round = 0; round < 6; round++) {
    for (const at of [0, 1, 2]) {
      const tried = candidates.map((candidate) => starts.map((start, index) => (index === at ? candidate : start))).filter(isRising);
      starts = middleOfBest(tried, gold);
    }
  }
  const [two = 0, three = 0, four = 0] = starts.map((start) => Math.round(start * 1000) / 1000);
  const top = Math.round((four + 0.42 * (1 - four)) * 1000) / 1000;
  return [[0, 0], [two / 2, BAND_STARTS[2] / 3], [two, BAND_STARTS[2]], [three, BAND_STARTS[3]], [four, BAND_STARTS[4]], [top, 0.95], [1, 1]];
}

/** Several starts part the answers equally well: the one in their middle is likeliest to part others too. */
function middleOfBest(tried: readonly number[][], gold: readonly GoldEvidence[]): number[] {
  const worths = tried.map((starts) => worth(starts, gold));
  const best = Math.max(...worths);
  const equal = tried.filter((_, index) => (worths[index] ?? 0) >= best - 1e-9);
  return equal[Math.floor(equal.length / 2)] ?? [];
}

function worth(starts: readonly number[], gold: readonly GoldEvidence[]): number {
  return gold.reduce((sum, { evidence, band, weight }) => {
    const off = Math.abs(1 + starts.filter((start) => evidence >= start).length - band);
    return sum + weight * (off === 0 ? 1 : off === 1 ? 0 : -1.5);
  }, 0);
}

function isRising(starts: readonly number[]): boolean {
  return starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0));
}
