import { describeError, type HotseatError } from '../errors.ts';
import { counted } from './formats/numbers.ts';
import { gateWords, judgeGates, type Gates } from './gates.ts';
import type { FactsList } from './case-facts.ts';
import type { Comparison, GateResult, Provenance, RunSummary, RunUse, Totals } from './result.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { modelCallsOf } from './model-calls.ts';
import { totalsOf, unexpectedlyUngraded } from './totals.ts';
import { verdictOf } from './verdict.ts';

/** What a summary is made from: nothing in it depends on how or where the cases were graded. */
export interface Outcome {
  facts: FactsList;
  /** Null when there is no case. */
  provenance: Provenance | null;
  gates: Gates;
  shard: RunSummary['shard'];
  comparison: Comparison | null;
  /** What the models took; left out where none is used. */
  use?: RunUse;
}

/** Verdict, gates and totals of a run. */
export function summarize({ facts, provenance, gates, shard, comparison, use }: Outcome): RunSummary {
  const totals = totalsOf(facts);
  const results = judgeGates(gates, { totals, facts, comparison, partial: shard !== null });
  const calls = modelCallsOf(facts);
  const found: Found = {
    totals,
    maxUngraded: gates.maxUngraded ?? 0,
    everyCallFailed: calls.everyOneFailed,
    missed: results.filter(({ name, passed }) => passed === false && name !== 'max-ungraded'),
    unsure: results.filter(({ inconclusive }) => inconclusive),
    // With a rate to reach, single cases may fail; ungraded cases are inconclusive, not failed.
    casesMissed: gates.minPassRate === undefined && totals.failed > 0,
    casesUnsure: gates.minPassRate === undefined && (totals.inconclusive ?? 0) > 0,
    // A second opinion that was asked for and never came is no success.
    secondMissing: calls.secondMissing,
  };
  const verdict = verdictOf({
    error: null,
    graded: totals.graded,
    ungraded: unexpectedlyUngraded(totals),
    maxUngraded: found.maxUngraded,
    everyCallFailed: found.everyCallFailed,
    missed: found.casesMissed || found.missed.length > 0,
    unsure: found.casesUnsure || found.unsure.length > 0 || found.secondMissing,
    asked: results.some(({ passed }) => passed !== null) || totals.passed + totals.failed > 0,
  });
  return {
    schemaVersion: SCHEMA_VERSION,
    ...verdict,
    reasons: reasonsFor(found),
    gates: results,
    totals,
    provenance,
    ...(use ? { use } : {}),
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

/** What speaks against a run. */
interface Found {
  totals: Totals;
  maxUngraded: number;
  everyCallFailed: boolean;
  missed: GateResult[];
  unsure: GateResult[];
  casesMissed: boolean;
  casesUnsure: boolean;
  secondMissing: boolean;
}

function reasonsFor({ totals, maxUngraded, missed, unsure, ...found }: Found): string[] {
  const { cases, graded, failed, inconclusive = 0, notAsked = 0 } = totals;
  const ungraded = unexpectedlyUngraded(totals);
  // The grader itself made no call: only the second one's are left to have failed.
  const isSecondAlone = found.everyCallFailed && totals.failedCalls === 0;
  return [
    ...(found.everyCallFailed ? [`Every call to the ${isSecondAlone ? 'second ' : ''}grader failed.`] : []),
    ...(graded === 0 ? [cases === 0 ? 'There was no case to grade.' : 'No case could be graded.'] : []),
    ...missed.map((gate) => `${gateWords(gate)}.`),
    ...(found.casesMissed ? [`${failed} of ${counted(cases, 'case')} ${failed === 1 ? 'does' : 'do'} not meet what was asked.`] : []),
    ...unsure.map((gate) => `${gateWords(gate)}.`),
    ...(found.casesUnsure ? [`${inconclusive} of ${counted(cases, 'case')} can be told neither to meet what was asked nor to miss it.`] : []),
    ...(found.secondMissing && !isSecondAlone ? [`The second grader gave no grade${(totals.second?.graded ?? 0) > 0 ? ' where it was asked; code knew the rest by itself' : ' at all'}.`] : []),
    ...(notAsked > 0 ? [`${notAsked} of ${cases} ${notAsked === 1 ? 'was' : 'were'} left out because of --max-cost.`] : []),
    ...(graded > 0 && ungraded > maxUngraded ? [`${ungraded} of ${cases} could not be graded; --max-ungraded is ${maxUngraded}.`] : []),
  ];
}
