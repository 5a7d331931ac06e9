import type { Problem } from './problems.ts';

/** A way into a value: keys and list places, from the outside in. */
export type Path = readonly (string | number)[];

export interface Place {
  line: number | null;
  column: number | null;
}

/** A case as a file holds it, before anything is known about it. */
export interface RawCase {
  value: unknown;
  file: string;
  /** The line that the case begins at. */
  line: number;
  /** Where a part of it stands. Slow: only asked for when something is wrong with it. */
  locate(path: Path): Place;
}

/** What a file yields, in its order: cases, and what is no case. */
export type Reading = { raw: RawCase } | { problem: Problem };
