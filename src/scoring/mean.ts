import { rounded } from './rounded.ts';

/** The mean of scores that come one by one; what has no score does not count. */
export interface Mean {
  add(score: number | null): void;
  /** To four decimals; null when there is none. */
  value(): number | null;
}

export function createMean(): Mean {
  let sum = 0;
  let scores = 0;
  return {
    add(score) {
      if (score === null) return;
      sum += score;
      scores++;
    },
    value: () => (scores === 0 ? null : rounded(sum / scores)),
  };
}

export function meanOf(scored: Iterable<{ score: number | null }>): number | null {
  const mean = createMean();
  for (const { score } of scored) mean.add(score);
  return mean.value();
}
