import type { Place } from './pack-source.ts';

export const LINT_RULES = [
  'yaml',
  'schema',
  'duplicate-id',
  'same-question',
  'key-point-not-in-reference',
  'orphan-follow-up',
  'follow-ups',
  'hints',
  'key-points',
  'weights',
  'gold',
] as const;
export type LintRule = (typeof LINT_RULES)[number];

/** One thing that is wrong with a pack: where, what, and what to do about it. */
export interface Finding extends Place {
  rule: LintRule;
  severity: 'error' | 'warning';
  file: string;
  /** The question that it is about; null for the pack itself. */
  question: string | null;
  message: string;
  remedy: string;
}

/** By file and place, so that an author goes through a file from top to bottom. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((left, right) => compare(left.file, right.file) || left.line - right.line || left.column - right.column);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
