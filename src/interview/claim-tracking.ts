import type { Claim, ClaimStatus } from '../schemas/resume.ts';
import { findContradiction } from './claim-contradiction.ts';
import type { Thread } from './threads.ts';

/**
 * What became of a claim in an interview, by published rules:
 *
 * - contradicted: an answer to the question about it denies it, or gives
 *   another number for the same thing (claim-contradiction.ts);
 * - defended: the question about it, with its follow-ups, is in band 3 or 4;
 * - shaky: it was asked about, and the band is below 3;
 * - otherwise it stays what it was: it was not asked about, or the answer was
 *   skipped or could not be graded.
 *
 * The last question about a claim counts.
 */
export function trackClaim(claim: Pick<Claim, 'id' | 'text' | 'skills' | 'status'>, threads: Thread[]): ClaimStatus {
  const thread = threads.findLast(({ main }) => main.claim?.id === claim.id);
  if (!thread) return claim.status;
  if (answersOf(thread).some((answer) => findContradiction(claim, answer) !== null)) return 'contradicted';
  if (thread.band === null) return claim.status;
  return thread.band >= 3 ? 'defended' : 'shaky';
}

/** The last attempts; what was skipped says nothing. */
function answersOf({ turns }: Thread): string[] {
  return turns.flatMap(({ answer }) => (answer && !answer.skipped ? [answer.text] : []));
}
