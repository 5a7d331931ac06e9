import { hash } from 'node:crypto';
import type { Grader } from '../grading/grader.ts';
import type { PreparedCase } from './prepared-case.ts';
import { type CaseFacts, factsOf } from './case-facts.ts';
import type { ScoredCase } from './result.ts';
import { scoreCase } from './score-case.ts';

/** A graded case: its JSON, and what stays in memory of it. */
export interface GradedLine {
  line: string;
  facts: CaseFacts;
}

/** Whoever grades: in this thread with any grader, or offline in several threads. */
export interface Crew {
  /** Batches that are worked on at the same time. */
  readonly width: number;
  /** Cases in a batch. */
  readonly batch: number;
  /** Grades a batch, in its order. Rejects when the signal aborts. */
  grade(cases: readonly PreparedCase[], signal?: AbortSignal): Promise<GradedLine[]>;
  close(): Promise<void>;
}

/** One grader in this thread: `width` batches at a time, each of `batch` cases one after another. */
export function createCrew(grader: Grader, { width, batch = 1, minEach }: { width: number; batch?: number; minEach?: number }): Crew {
  return {
    width,
    batch,
    async grade(cases, signal) {
      const lines: GradedLine[] = [];
      for (const one of cases) lines.push(gradedLine(scoreCase(one, await grader.grade(one.request, { signal }), minEach)));
      // Offline grades, and replies of an earlier run, are there at once: without a pause the signals of the process would never be heard.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      return lines;
    },
    close: async () => undefined,
  };
}

export function gradedLine(scored: ScoredCase): GradedLine {
  return { line: JSON.stringify(scored), facts: factsOf(scored) };
}

/** Says what a result was made from: with the same key it can be taken over from a run that stopped. */
export function keyOf(one: PreparedCase, settings: readonly unknown[]): string {
  return hash('sha256', JSON.stringify([settings, one]), 'base64url').slice(0, 22);
}
