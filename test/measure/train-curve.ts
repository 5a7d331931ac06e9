import { BAND_STARTS } from '../../src/grading/bands.ts';

/** Evidence, 0 to 1, of an answer with the band that it must land in, and how much it counts. */
export interface EvidenceOfBand {
  evidence: number;
  /** 1 to 4. */
  band: number;
  weight: number;
}

/** So many places are tried for each start, as dense as the answers lie. */
const CANDIDATES = 400;
/** Where bands 2, 3 and 4 start before anything is learnt. */
const FIRST_STARTS: readonly number[] = [0.15, 0.35, 0.55];
/** One start after the other is moved, as often as this. */
const ROUNDS = 6;
/** An answer in its band counts 1, one beside it nothing, one further off less than nothing. */
const FAR_OFF = -1.5;
/** What earns 0.95, as a share of the way from the start of band 4 to the evidence of the reference. */
const NEARLY_ALL = 0.42;

/**
 * The curve from evidence to score, by its corners: it goes from 0 to 1 through
 * the band starts where evidence parts the answers best. A band missed by more
 * than one costs more than an exact hit is worth.
 */
export function trainCurve(answers: readonly EvidenceOfBand[]): number[][] {
  const [two = 0, three = 0, four = 0] = bestStarts(answers).map(rounded);
  const top = rounded(four + NEARLY_ALL * (1 - four));
  return [[0, 0], [two / 2, BAND_STARTS[2] / 3], [two, BAND_STARTS[2]], [three, BAND_STARTS[3]], [four, BAND_STARTS[4]], [top, 0.95], [1, 1]];
}

function bestStarts(answers: readonly EvidenceOfBand[]): readonly number[] {
  const sorted = answers.map(({ evidence }) => evidence).sort((a, b) => a - b);
  const candidates = Array.from({ length: CANDIDATES }, (_, index) => sorted[Math.floor(((index + 0.5) * sorted.length) / CANDIDATES)] ?? 0);
  let starts = FIRST_STARTS;
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of starts.keys()) {
      const tried = candidates.map((candidate) => starts.map((start, index) => (index === at ? candidate : start))).filter(isRising);
      starts = middleOfBest(tried, answers);
    }
  }
  return starts;
}

/** Several starts part the answers equally well: the one in their middle is likeliest to part others too. */
function middleOfBest(tried: readonly number[][], answers: readonly EvidenceOfBand[]): number[] {
  const worths = tried.map((starts) => worthOf(starts, answers));
  const best = Math.max(...worths);
  const equal = tried.filter((_, index) => (worths[index] ?? 0) >= best - 1e-9);
  return equal[Math.floor(equal.length / 2)] ?? [];
}

function worthOf(starts: readonly number[], answers: readonly EvidenceOfBand[]): number {
  return answers.reduce((sum, { evidence, band, weight }) => {
    const off = Math.abs(1 + starts.filter((start) => evidence >= start).length - band);
    return sum + weight * (off === 0 ? 1 : off === 1 ? 0 : FAR_OFF);
  }, 0);
}

function isRising(starts: readonly number[]): boolean {
  return starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
