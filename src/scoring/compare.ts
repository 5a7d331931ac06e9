import { InputError } from '../errors.ts';
import { baselineCaseOf, type Baseline, type BaselineCase } from './baseline.ts';
import { counted } from './formats/numbers.ts';
import type { FactsList } from './case-facts.ts';
import { meanOf } from './mean.ts';
import type { CaseChange, Comparison, Provenance, ScoredCase } from './result.ts';
import { rounded } from './rounded.ts';

/** A baseline that is older than this says little about today. */
const STALE_DAYS = 30;
const DAY_MS = 86_400_000;

export interface CompareOptions {
  /** As the command line names it. */
  name: string;
  /** Compare although the grader, its model or questions are others. */
  force: boolean;
  now: Date;
}

export interface Current {
  facts: FactsList;
  case(index: number): ScoredCase;
  provenance: Provenance | null;
}

/**
 * Case by case, domain by domain and criterion by criterion against what was
 * blessed. Rejects another grader or model, and cases whose question or rubric
 * is another than it was, with an InputError: their scores do not mean the
 * same. A case that is new or gone is none of that, whatever pack it is of.
 */
export function compareWithBaseline(baseline: Baseline, { facts, case: caseAt, provenance }: Current, { name, force, now }: CompareOptions): Comparison {
  const before = new Map(baseline.cases.map((one) => [one.id, one]));
  const after = Array.from(facts, (_, index) => baselineCaseOf(caseAt(index)));
  const shared = after.filter(({ id }) => before.has(id));
  const differences = [...(provenance ? differencesBetween(baseline.provenance, provenance) : []), ...changedQuestions(shared, before)];
  if (differences.length > 0 && !force) throw mismatch(name, differences);

  const changes = after.map((one) => changeOf(before.get(one.id), one));
  const here = new Set(after.map(({ id }) => id));
  const gone = baseline.cases.filter(({ id }) => !here.has(id)).map((one) => changeOf(one, undefined));
  const kinds = [...changes, ...gone].map((change) => change?.kind ?? 'same');
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  return {
    baseline: name,
    blessedAt: baseline.blessedAt,
    totals: { better: count('better'), worse: count('worse'), same: count('same'), new: count('new'), gone: count('gone') },
    largestDrop: largestDrop(shared, before),
    mean: { before: baseline.mean, after: meanOf(facts) },
    byDomain: changesBy(baseline.cases, after, ({ domain, score }) => [[domain, score]]),
    byCriterion: changesBy(baseline.cases, after, ({ criteria }) => Object.entries(criteria)),
    cases: [...changes, ...gone].flatMap((change) => change ?? []).sort(worstChangeFirst),
    warnings: [...differences.map((words) => `--force overrode this: ${words}. The scores may not compare.`), ...staleness(baseline, now)],
  };
}

function differencesBetween(before: Provenance, after: Provenance): string[] {
  return [
    ...(before.provider !== after.provider || before.model !== after.model ? [`The grader was ${before.provider} ${before.model} and is ${after.provider} ${after.model}`] : []),
    ...(before.promptHash !== after.promptHash ? ['The prompts of the grader have changed'] : []),
  ];
}

const MOST_IDS = 3;

/** "2 of 40 cases have another question or rubric than before (joins-1, joins-2)" */
function changedQuestions(shared: readonly BaselineCase[], before: ReadonlyMap<string, BaselineCase>): string[] {
  const changed = shared.filter(({ id, rubric }) => before.get(id)?.rubric !== rubric).map(({ id }) => id);
  if (changed.length === 0) return [];
  const named = [...changed.slice(0, MOST_IDS), ...(changed.length > MOST_IDS ? ['...'] : [])].join(', ');
  return [`${changed.length} of ${counted(shared.length, 'case')} in both ${changed.length === 1 ? 'has' : 'have'} another question or rubric than before (${named})`];
}

function mismatch(name: string, differences: string[]): InputError {
  return new InputError('baseline-mismatch', `The baseline ${name} does not fit this run. ${differences.join('. ')}.`, 'Bless a new one (hotseat score bless), or compare all the same with --force.');
}

/** Undefined where nothing has changed. */
function changeOf(before: BaselineCase | undefined, after: BaselineCase | undefined): CaseChange | undefined {
  const id = (after ?? before)?.id ?? '';
  const scores = { before: before?.score ?? null, after: after?.score ?? null };
  const drop = scores.before === null || scores.after === null ? null : rounded(scores.before - scores.after);
  const criteria = before && after ? criteriaChanges(before, after) : {};
  const broke = before?.passed === true && after?.passed === false;
  const kind = kindOf(before, after, drop, broke);
  const dropSpread = rounded(Math.hypot(before?.spread ?? 0, after?.spread ?? 0));
  return kind && { id, kind, ...scores, drop, ...(dropSpread > 0 ? { dropSpread } : {}), criteria, broke, questionChanged: before !== undefined && after !== undefined && before.rubric !== after.rubric };
}

/** A case that lost its grade, or no longer meets what is asked, is worse whatever its score. */
function kindOf(before: BaselineCase | undefined, after: BaselineCase | undefined, drop: number | null, broke: boolean): CaseChange['kind'] | undefined {
  if (!before) return 'new';
  if (!after) return 'gone';
  if (broke || (drop ?? 0) > 0 || (before.score !== null && after.score === null)) return 'worse';
  return (drop ?? 0) < 0 || (before.score === null && after.score !== null) ? 'better' : undefined;
}

function criteriaChanges(before: BaselineCase, after: BaselineCase): CaseChange['criteria'] {
  const ids = [...new Set([...Object.keys(before.criteria), ...Object.keys(after.criteria)])];
  return Object.fromEntries(
    ids.filter((id) => before.criteria[id] !== after.criteria[id]).map((id) => [id, { before: before.criteria[id] ?? null, after: after.criteria[id] ?? null }]),
  );
}

function largestDrop(shared: readonly BaselineCase[], before: ReadonlyMap<string, BaselineCase>): number | null {
  let largest: number | null = null;
  for (const { id, score } of shared) {
    const last = before.get(id)?.score ?? null;
    // A grade that is lost is lost as a whole.
    if (last !== null) largest = Math.max(largest ?? 0, rounded(last - (score ?? 0)));
  }
  return largest;
}

type Values = (one: BaselineCase) => [string, number | null][];

function changesBy(before: readonly BaselineCase[], after: readonly BaselineCase[], values: Values): Comparison['byDomain'] {
  const [old, current] = [meansBy(before, values), meansBy(after, values)];
  return Object.fromEntries([...new Set([...old.keys(), ...current.keys()])].map((name) => [name, { before: old.get(name) ?? null, after: current.get(name) ?? null }]));
}

function meansBy(cases: readonly BaselineCase[], values: Values): Map<string, number | null> {
  const groups = new Map<string, { score: number | null }[]>();
  for (const [name, score] of cases.flatMap(values)) {
    const group = groups.get(name) ?? [];
    group.push({ score });
    groups.set(name, group);
  }
  return new Map([...groups].map(([name, scores]) => [name, meanOf(scores)]));
}

function staleness({ blessedAt }: Baseline, now: Date): string[] {
  const isStale = now.getTime() - Date.parse(blessedAt) > STALE_DAYS * DAY_MS;
  return isStale ? [`The baseline was blessed on ${blessedAt.slice(0, 10)}, more than ${STALE_DAYS} days ago: look at it and bless a new one.`] : [];
}

const KINDS: readonly CaseChange['kind'][] = ['worse', 'gone', 'better', 'new'];

function worstChangeFirst(left: CaseChange, right: CaseChange): number {
  return KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) || (right.drop ?? 0) - (left.drop ?? 0);
}
