import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { InputError } from '../errors.ts';
import { baselineCaseOf, type Baseline, type BaselineCase, isBaseline } from './baseline.ts';
import { realPlace } from '../real-place.ts';
import type { ResultFile } from './read-result.ts';
import type { RunSummary } from './result.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { unexpectedlyUngraded } from './totals.ts';

export interface BlessOptions {
  path: string;
  /** Although cases are ungraded, or the file that is there is no baseline. */
  force: boolean;
  now: Date;
}

/** What was blessed. It may be a run that failed: whoever blesses it says that this is good enough. */
export interface Blessed extends Pick<RunSummary, 'verdict' | 'exitCode' | 'reasons'> {
  cases: number;
  mean: number | null;
}

/**
 * Writes the baseline that a run amounts to, in place of an earlier one. Rejects
 * a part of a run, one that says too little, and a place where something else
 * lies, with an InputError.
 */
export async function bless({ path: from, summary, cases }: ResultFile, { path, force, now }: BlessOptions): Promise<Blessed> {
  const { shard, totals, provenance, verdict, exitCode, reasons } = summary;
  if (realPlace(path) === realPlace(from)) throw new InputError('output-invalid', `${path} holds the results that are blessed, so it cannot be the baseline too.`, 'Choose another name for --output.');
  if (shard) throw new InputError('bless-refused', `${from} is part ${shard.index} of ${shard.count}.`, 'Put the parts together first: hotseat score merge part-*.json --output results.json');
  if (!provenance || totals.graded === 0) throw new InputError('bless-refused', `Nothing in ${from} is graded.`, 'Bless a run that has grades.');
  const ungraded = unexpectedlyUngraded(totals);
  if (ungraded > 0 && !force) throw new InputError('bless-refused', `${ungraded} of ${totals.cases} cases in ${from} ${ungraded === 1 ? 'is' : 'are'} not graded.`, 'Grade them first, or bless all the same with --force.');
  if (!force && existsSync(path) && !isBaseline(path)) throw new InputError('output-invalid', `${path} is there already, and is no baseline.`, 'Choose another name for --output, or write over it with --force.');

  const kept: BaselineCase[] = [];
  for await (const { scored } of cases()) kept.push(baselineCaseOf(scored));
  write(path, { schemaVersion: SCHEMA_VERSION, kind: 'baseline', blessedAt: now.toISOString(), provenance, mean: totals.mean, cases: kept });
  return { cases: kept.length, mean: totals.mean, verdict, exitCode, reasons };
}

/** One case a line: a new baseline shows in a pull request as what has changed. */
function write(path: string, { cases, ...head }: Baseline): void {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  const lines = cases.map((one) => JSON.stringify(one)).join(',\n');
  try {
    writeFileSync(part, `${JSON.stringify(head).slice(0, -1)},"cases":[\n${lines}\n]}\n`);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new InputError('output-unwritable', `The baseline ${path} cannot be written.`, 'Check that its folder is there and yours to write.', { cause: error });
  }
}
