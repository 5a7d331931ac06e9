/**
 * Letters to change, add, leave out or swap with their neighbour to get from
 * one word to the other (optimal string alignment). Stops counting above
 * `limit` and gives `limit + 1`.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  if (to.length >= SHORT) return distanceOver([[], [], []], from, to, limit);
  return distanceOver(shortRows, from, to, limit);
}

// Words are compared by the thousand: their rows are made once.
const SHORT = 64;
const shortRows = [0, 1, 2].map(() => new Array<number>(SHORT).fill(0));

function distanceOver(rows: readonly number[][], from: string, to: string, limit: number): number {
  let [before = [], previous = [], current = []] = rows;
  for (let column = 0; column <= to.length; column++) previous[column] = column;
  for (let row = 1; row <= from.length; row++) {
    if (fillRow(current, previous, before, from, to, row) > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[to.length] ?? limit + 1;
}

/** Counts from `row` letters of the one word to each beginning of the other; gives the least of it. */
function fillRow(current: number[], previous: readonly number[], before: readonly number[], from: string, to: string, row: number): number {
  const letter = from.charCodeAt(row - 1);
  const last = row > 1 ? from.charCodeAt(row - 2) : -1;
  let left = row;
  let least = row;
  current[0] = row;
  for (let column = 1; column <= to.length; column++) {
    const other = to.charCodeAt(column - 1);
    let cost = Math.min((previous[column] ?? 0) + 1, left + 1, (previous[column - 1] ?? 0) + (letter === other ? 0 : 1));
    if (column > 1 && last === other && letter === to.charCodeAt(column - 2)) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    current[column] = left = cost;
    if (cost < least) least = cost;
  }
  return least;
}
