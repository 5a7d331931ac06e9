import { describeError, type HotseatError } from '../errors.ts';
import { gateWords, judgeGates, type Gates } from './gates.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Comparison, GateResult, Provenance, RunSummary, Totals } from './result.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { lowestOf, totalsOf } from './totals.ts';
import { verdictOf } from './verdict.ts';

/** What a summary is made from: nothing in it depends on how or where the cases were graded. */
export interface Outcome {
  facts: readonly CaseFacts[];
  /** Null when there is no case. */
  provenance: Provenance | null;
  gates: Gates;
  shard: RunSummary['shard'];
  comparison: Comparison | null;
}

/** Verdict, gates and totals of a run. */
export function summarize({ facts, provenance, gates, shard, comparison }: Outcome): RunSummary {
  const totals = totalsOf(facts);
  const results = judgeGates(gates, { totals, lowest: lowestOf(facts), largestDrop: comparison?.largestDrop ?? null, partial: shard !== null });
  const maxUngraded = gates.maxUngraded ?? 0;
  // With a rate to reach, single cases may fail; ungraded cases are inconclusive, not failed.
  const casesMissed = gates.minPassRate === undefined && totals.failed > 0;
  const missed = results.filter(({ name, passed }) => passed === false && name !== 'max-ungraded');
  const verdict = verdictOf({
    error: null,
    cases: totals.cases,
    graded: totals.graded,
    ungraded: totals.ungraded,
    failedCalls: totals.failedCalls,
    maxUngraded,
    missed: casesMissed || missed.length > 0,
    asked: results.some(({ passed }) => passed !== null) || totals.passed + totals.failed > 0,
  });
  return {
    schemaVersion: SCHEMA_VERSION,
    ...verdict,
    reasons: reasonsFor(totals, missed, casesMissed, maxUngraded),
    gates: results,
    totals,
    provenance,
    shard,
    comparison,
    error: null,
  };
}

/** The summary of a run that an error ended. */
export function summarizeError(error: HotseatError): RunSummary {
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict: 'error',
    exitCode: error.exitCode,
    reasons: [error.message],
    gates: [],
    totals: totalsOf([]),
    provenance: null,
    shard: null,
    comparison: null,
    error: describeError(error),
  };
}

function reasonsFor(totals: Totals, missed: GateResult[], casesMissed: boolean, maxUngraded: number): string[] {
  const { cases, graded, ungraded, failed, failedCalls } = totals;
  return [
    ...(cases > 0 && failedCalls === cases ? ['Every call to the grader failed.'] : []),
    ...(graded === 0 ? [cases === 0 ? 'There was no case to grade.' : 'No case could be graded.'] : []),
    ...missed.map((gate) => `${gateWords(gate)}.`),
    ...(casesMissed ? [`${failed} of ${cases} ${failed === 1 ? 'cases does' : 'cases do'} not meet what was asked.`] : []),
    ...(graded > 0 && ungraded > maxUngraded ? [`${ungraded} of ${cases} could not be graded; --max-ungraded is ${maxUngraded}.`] : []),
  ];
}
