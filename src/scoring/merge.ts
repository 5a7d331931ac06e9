import { InputError } from '../errors.ts';
import type { Gates } from './gates.ts';
import type { ResultFile } from './read-result.ts';
import { factsOf } from './case-facts.ts';
import type { GateResult, RunUse } from './result.ts';
import type { RunFile } from './run-file.ts';

/**
 * Puts the shards of one run together again, in the order of the input: the
 * first case of each part, the second of each, and so on. Rejects parts that
 * do not belong together, that overlap, or of which one is missing, with an
 * InputError.
 */
export async function mergeShards(files: readonly ResultFile[], runFile: RunFile): Promise<void> {
  const parts = inOrder(files).map((file) => file.cases()[Symbol.asyncIterator]());
  const ids = new Set<string>();
  for (let place = 0, ended = 0; ended < parts.length; place++) {
    const next = await parts[place % parts.length]?.next();
    if (!next || next.done) {
      ended++;
      continue;
    }
    const { line, scored } = next.value;
    if (ended > 0) throw refusal('The shards do not fit together: they were made from different answers.');
    if (ids.has(scored.id)) throw refusal(`The case "${scored.id}" stands in two shards: they were made from different answers.`);
    ids.add(scored.id);
    runFile.add([{ key: String(place), line, facts: factsOf(scored) }]);
  }
}

/** The gates that the shards were given. The limits are the same in each of them. */
export function gatesOf(results: readonly GateResult[]): Gates {
  const limit = (name: string) => results.find((gate) => gate.name === name)?.limit;
  const domains = results.flatMap(({ name, limit: least }) => (name.startsWith('min-domain ') ? [[name.slice('min-domain '.length), least] as const] : []));
  return {
    minEach: limit('min-each'),
    minMean: limit('min-mean'),
    minDomain: Object.fromEntries(domains),
    minPassRate: limit('min-pass-rate'),
    maxUngraded: limit('max-ungraded'),
  };
}

function inOrder(files: readonly ResultFile[]): ResultFile[] {
  const [first] = files;
  const count = first?.summary.shard?.count ?? 0;
  const byIndex = new Map<number, ResultFile>();
  for (const file of files) {
    const { shard, error } = file.summary;
    if (!shard) throw refusal(`${file.path} is no shard: ${error ? 'its run ended with an error' : 'it holds a whole run'}.`);
    if (shard.count !== count || !isSameRun(file, first)) throw refusal(`${file.path} belongs to another run than ${first?.path ?? ''}.`);
    if (isOtherInput(file, first)) throw refusal(`${file.path} was made from other answers than ${first?.path ?? ''}.`);
    const twin = byIndex.get(shard.index);
    if (twin) throw refusal(`${file.path} and ${twin.path} are the same part, ${shard.index}/${count}.`);
    byIndex.set(shard.index, file);
  }
  return Array.from({ length: count }, (_, place) => {
    const file = byIndex.get(place + 1);
    if (!file) throw refusal(`Part ${place + 1}/${count} is missing.`);
    return file;
  });
}

/** Parts of an earlier version do not say what they were made from: their cases alone are held against each other. */
function isOtherInput({ summary: { shard } }: ResultFile, first: ResultFile | undefined): boolean {
  const [one, other] = [shard?.inputHash, first?.summary.shard?.inputHash];
  return one !== undefined && other !== undefined && one !== other;
}

/** What the models of all parts took together; undefined where no part used one. */
export function useOf(files: readonly ResultFile[]): RunUse | undefined {
  const uses = files.flatMap(({ summary: { use } }) => use ?? []);
  const [first] = uses;
  const sum = (key: 'calls' | 'failed' | 'inputTokens' | 'outputTokens' | 'latencyMs') => uses.reduce((total, use) => total + use[key], 0);
  const dollars = (key: 'costUsd' | 'estimatedUsd') => uses.reduce<number | null>((total, use) => (total === null || use[key] === null ? null : total + use[key]), 0);
  return first && {
    calls: sum('calls'),
    failed: sum('failed'),
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
    costUsd: dollars('costUsd'),
    latencyMs: sum('latencyMs'),
    hosts: [...new Set(uses.flatMap(({ hosts }) => hosts))],
    estimatedUsd: dollars('estimatedUsd'),
  };
}

/** The same grader and the same gates; a part without graded cases says nothing about its grader. */
function isSameRun(file: ResultFile, first: ResultFile | undefined): boolean {
  if (!first) return true;
  const limits = ({ summary }: ResultFile) => JSON.stringify(summary.gates.map(({ name, limit }) => [name, limit]));
  const [one, other] = [file.summary.provenance, first.summary.provenance];
  return limits(file) === limits(first) && (!one || !other || (one.grader === other.grader && one.hotseat === other.hotseat && one.secondGrader === other.secondGrader && one.samples === other.samples));
}

function refusal(message: string): InputError {
  return new InputError('shards-invalid', message, 'Give merge every part of one run: hotseat score merge part-*.json');
}
