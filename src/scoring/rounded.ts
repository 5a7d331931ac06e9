/** A score, a mean or a rate as it is kept and shown: to four decimals. */
export function rounded(value: number): number {
  return Number(value.toFixed(4));
}
