import { existsSync } from 'node:fs';
import { InputError } from '../errors.ts';
import { keyOf } from '../scoring/crew.ts';
import { counted } from '../scoring/formats/numbers.ts';
import type { PreparedCase } from '../scoring/prepared-case.ts';
import { openRunFile, type RunFile } from '../scoring/run-file.ts';
import { settingsChanged, type RunSettings } from '../scoring/run-settings.ts';
import { isWorthKeeping } from '../scoring/score-answers.ts';
import type { ScoreFlags } from './score-flags.ts';

/** What a run is about to grade, and with what. */
export interface RunAhead {
  settings: RunSettings;
  cases(): AsyncIterable<PreparedCase>;
}

/**
 * What is graded is kept beside the first output, so that a run that stops can
 * go on. Says what of an earlier run is taken over before anything is paid for
 * again. Rejects --continue without an output with an InputError.
 */
export async function openRun({ output, continue: goOn, retryErrors = false }: ScoreFlags, ahead: RunAhead): Promise<RunFile> {
  const [first] = output;
  const { settings } = ahead;
  if (!goOn && !retryErrors) {
    if (first !== undefined && existsSync(`${first}.run`)) process.stderr.write(`An earlier run stopped half-way (${first}.run). This one begins anew; --continue goes on with it.\n`);
    return openRunFile(first === undefined ? null : `${first}.run`, { settings });
  }
  if (first === undefined) throw new InputError('continue-without-output', `${goOn ? '--continue' : '--retry-errors'} does not know which run to go on with.`, 'Give the same --output as the run that stopped.');
  const runFile = openRunFile(`${first}.run`, { settings, isWanted: isWorthKeeping({ retryErrors }) });
  if (runFile.known === 0) process.stderr.write(`Nothing is left of an earlier run at ${first}.run: every case is graded anew.\n`);
  else await sayWhatFits(runFile, ahead);
  return runFile;
}

/** A kept result fits where its case and the settings of the run are what they were. Where none does, all of them are kept aside. */
async function sayWhatFits(runFile: RunFile, { settings, cases }: RunAhead): Promise<void> {
  const keys = new Set<string>();
  const ids = new Set<string>();
  for await (const one of cases()) {
    keys.add(keyOf(one, settings));
    ids.add(one.id);
  }
  const strangers = [...runFile.knownCases()].filter(({ key }) => !keys.has(key));
  const fitting = runFile.known - strangers.length;
  if (strangers.length === 0) return void process.stderr.write(`${counted(fitting, 'case')} of the run that stopped ${fitting === 1 ? 'is' : 'are'} taken over.\n`);
  const changed = settingsChanged(runFile.earlier ?? settings, settings);
  const why = changed.length > 0 ? changed.join('; ') : changesOf(strangers.map(({ id }) => id), ids, runFile.earlier !== null);
  process.stderr.write(`${fitting} of the ${counted(runFile.known, 'case')} of the run that stopped ${fitting === 1 ? 'is' : 'are'} taken over; ${strangers.length} ${strangers.length === 1 ? 'does' : 'do'} not fit: ${why}.\n`);
  if (fitting === 0) process.stderr.write(`What was graded is kept in ${runFile.setAside()}.\n`);
}

function changesOf(strangers: readonly string[], ids: ReadonlySet<string>, settingsKnown: boolean): string {
  const gone = strangers.filter((id) => !ids.has(id)).length;
  const changed = strangers.length - gone;
  return [
    ...(changed > 0 ? [`of ${changed} the question, the answer or what is expected ${settingsKnown ? 'has changed' : 'may have changed, or how they were graded'}`] : []),
    ...(gone > 0 ? [`${gone} ${gone === 1 ? 'is' : 'are'} not among the answers any more`] : []),
  ].join('; ');
}
