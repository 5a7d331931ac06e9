interface Interval {
  start: string | null;
  end: string | null;
}

/**
 * Years of work: the union of the intervals in months, so that two jobs at the
 * same time count once. From the start month up to the end month; an open end
 * counts until `now`. Rounded to hundredths; null when no interval has a start.
 */
export function yearsOfExperience(intervals: Interval[], now: Date): number | null {
  const today = now.getUTCFullYear() * 12 + now.getUTCMonth();
  const spans = intervals
    .flatMap(({ start, end }) => (start === null ? [] : [{ from: monthNumber(start), to: end === null ? today : monthNumber(end) }]))
    .map(({ from, to }) => ({ from, to: Math.min(to, today) }))
    .filter(({ from, to }) => to >= from)
    .sort((a, b) => a.from - b.from);
  if (spans.length === 0) return null;

  let months = 0;
  let covered = -Infinity;
  for (const { from, to } of spans) {
    months += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return Math.round((months / 12) * 100) / 100;
}

function monthNumber(yearMonth: string): number {
  return Number(yearMonth.slice(0, 4)) * 12 + Number(yearMonth.slice(5, 7)) - 1;
}
