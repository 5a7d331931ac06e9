import type { CaseFacts, FactsList } from './case-facts.ts';

/** How the calls to the graders of a run went. What code knows by itself, and what --max-cost left out, is no call. */
export interface ModelCalls {
  /** Every call to the grader failed; of a run whose grader calls no model, every call to the second one. */
  everyOneFailed: boolean;
  /** A second grader was asked for, and none of its calls gave a grade: what code settled in its place is no second opinion. */
  secondMissing: boolean;
}

/** A call that gave a grade or not; null where none was made. */
type Call = 'worked' | 'failed' | null;

export function modelCallsOf(facts: FactsList): ModelCalls {
  const first = new Set<Call>();
  const second = new Set<Call>();
  let [seconded, secondGraded, secondByModel] = [false, false, false];
  for (const one of facts) {
    first.add(firstCall(one));
    second.add(secondCall(one));
    const beside = one.beside?.second;
    seconded ||= Boolean(beside);
    secondGraded ||= (beside?.score ?? null) !== null;
    secondByModel ||= beside?.byModel ?? false;
  }
  const isAlone = !first.has('worked') && !first.has('failed');
  return {
    everyOneFailed: allFailed(first) || (isAlone && allFailed(second)),
    secondMissing: seconded && (!secondGraded || (secondByModel && !second.has('worked'))),
  };
}

function firstCall({ callFailed, beside }: CaseFacts): Call {
  if (callFailed) return 'failed';
  return beside?.byModel && !beside.notAsked ? 'worked' : null;
}

function secondCall({ beside }: CaseFacts): Call {
  const second = beside?.second;
  if (!second?.byModel || second.notAsked) return null;
  return second.score === null ? 'failed' : 'worked';
}

function allFailed(calls: ReadonlySet<Call>): boolean {
  return calls.has('failed') && !calls.has('worked');
}
