import type { WorkEntry } from '../schemas/resume.ts';

/** Work that goes on comes first, then what ended last. A job without dates stays where it stood. */
export function newestFirst(work: readonly WorkEntry[]): WorkEntry[] {
  return [...work].sort(byEnd);
}

function byEnd(one: WorkEntry, other: WorkEntry): number {
  const [first, second] = [datesOf(one), datesOf(other)];
  return first === null || second === null || first === second ? 0 : first < second ? 1 : -1;
}

function datesOf({ start, end }: WorkEntry): string | null {
  return start === null && end === null ? null : `${end ?? '9999-99'} ${start ?? ''}`;
}
