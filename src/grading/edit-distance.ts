/**
 * Letters to change, add, leave out or swap with their neighbour to get from
 * one word to the other (optimal string alignment). Stops counting above
 * `limit` and gives `limit + 1`.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = nextRow(from, to, row, previous, before);
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[to.length] ?? limit + 1;
}

function nextRow(from: string, to: string, row: number, previous: number[], before: number[]): number[] {
  const current = [row];
  for (let column = 1; column <= to.length; column++) {
    const same = from.charAt(row - 1) === to.charAt(column - 1);
    let cost = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + (same ? 0 : 1));
    const swapped = from.charAt(row - 1) === to.charAt(column - 2) && from.charAt(row - 2) === to.charAt(column - 1);
    if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(before, column - 2) + 1);
    current.push(cost);
  }
  return current;
}

function at(row: number[], index: number): number {
  return row[index] ?? Infinity;
}
