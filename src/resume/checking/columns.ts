import type { Line } from '../../schemas/resume.ts';

/** Left edges that lie closer together, as a share of the page's width, belong to one column: a list is indented by less. */
const INDENT = 0.14;
/** Lines at most this far apart in height, as a share of the page, stand side by side. */
const BESIDE = 0.012;
const LEAST_LINES = 4;

/**
 * How many columns of text stand side by side on a page; null where the file
 * has no positions. A second left edge makes a column only when lines begin
 * there beside lines of another column: centred headings do not.
 */
export function columnsOf(lines: Line[]): number | null {
  const placed = lines.flatMap(({ left, top, hidden }) => (left === undefined || top === undefined || hidden ? [] : [{ left, top }]));
  if (placed.length === 0) return null;
  const edges = edgesOf(placed.map(({ left }) => left));
  const groups = edges.map((edge, index) => placed.filter(({ left }) => left >= edge && left < (edges[index + 1] ?? Infinity)));
  const columns = groups.filter((group) => {
    const others = placed.filter((line) => !group.includes(line));
    const beside = group.filter(({ top }) => others.some((other) => Math.abs(other.top - top) < BESIDE));
    return group.length >= LEAST_LINES && beside.length >= Math.min(LEAST_LINES, group.length * 0.4);
  });
  return Math.max(1, columns.length);
}

/** Where groups of left edges begin. */
function edgesOf(lefts: number[]): number[] {
  const edges: number[] = [];
  for (const left of [...lefts].sort((one, other) => one - other)) {
    const last = edges.at(-1);
    if (last === undefined || left - last > INDENT) edges.push(left);
  }
  return edges;
}

/** How often the reading goes back up the page: once for each further column, and where the order is a guess, many times. */
export function upwardJumps(lines: Line[]): number {
  const tops = lines.flatMap(({ top, hidden }) => (top === undefined || hidden ? [] : [top]));
  return tops.filter((top, index) => index > 0 && top < (tops[index - 1] ?? 0) - BESIDE).length;
}
