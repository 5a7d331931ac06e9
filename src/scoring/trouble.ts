import type { CaseFacts } from './case-facts.ts';
import type { RunSummary, ScoredCase } from './result.ts';

/** What can be the matter with a case. */
export type Trouble = 'failed' | 'ungraded' | 'inconclusive';

/** Null where nothing is the matter: a case that passed, or of which nothing was asked. */
export function troubleOf({ status, passed, inconclusive }: Pick<ScoredCase, 'status' | 'passed'> & { inconclusive?: boolean }): Trouble | null {
  if (passed === true) return null;
  if (status === 'ungraded') return 'ungraded';
  if (passed === false) return 'failed';
  return inconclusive ? 'inconclusive' : null;
}

export function troubleIn({ status, passed, beside }: CaseFacts): Trouble | null {
  return troubleOf({ status, passed, inconclusive: beside?.inconclusive });
}

/** Whether the gates of a run let its cases miss what was asked, or stay ungraded: then they are worth a look, and nothing of them is red. */
export function isTolerant({ exitCode }: RunSummary): boolean {
  return exitCode === 0;
}
