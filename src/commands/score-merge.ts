import { Command } from 'commander';
import { HotseatError, InputError } from '../errors.ts';
import { withGates } from '../scoring/gates.ts';
import { gatesOf, mergeShards, useOf } from '../scoring/merge.ts';
import { planOutputs, type Output } from '../scoring/outputs.ts';
import type { ResultFile } from '../scoring/read-result.ts';
import { openRunFile } from '../scoring/run-file.ts';
import { finishRun } from '../scoring/score-answers.ts';
import type { CommandContext } from './context.ts';
import { addBaselineOptions, addGateOptions, addReportOptions, gatesIn, refuseRepeats, type BaselineFlags, type GateFlags, type ReportFlags } from './score-flags.ts';
import { baselineIn, ownFiles } from './score-inputs.ts';
import { reportError, reportRun } from './score-report.ts';

type MergeFlags = ReportFlags & BaselineFlags & GateFlags;

export function mergeCommand(context: CommandContext): Command {
  return refuseRepeats(addGateOptions(addBaselineOptions(addReportOptions(new Command('merge').description('put the parts of a run together and judge it as a whole')))))
    .argument('<parts...>', 'what score --shard i/n --output part-i.json wrote, every part; patterns too')
    .action(async (words: string[], _, self: Command) => merge(words, self.optsWithGlobals<MergeFlags>(), context));
}

async function merge(words: string[], flags: MergeFlags, context: CommandContext): Promise<void> {
  let outputs: Output[] = [];
  try {
    outputs = planOutputs(flags.output, words);
    const paths = await filesOf(words, flags);
    await mergeFiles(await openAll(paths), outputs, flags, context);
  } catch (error) {
    if (!(error instanceof HotseatError)) throw error;
    await reportError(error, outputs, flags, context);
  }
}

async function mergeFiles(files: ResultFile[], outputs: Output[], flags: MergeFlags, context: CommandContext): Promise<void> {
  const given = gatesIn(flags);
  const against = await baselineIn(flags);
  const runFile = openRunFile(null);
  try {
    await mergeShards(files, runFile);
    const { grader = 'none', secondGrader } = files.find(({ summary }) => summary.provenance)?.summary.provenance ?? {};
    const gates = withGates(gatesOf(files[0]?.summary.gates ?? []), given);
    await reportRun(await finishRun({ runFile, gates, shard: null, against, grading: { name: grader, second: secondGrader, use: () => useOf(files) } }), outputs, flags, context);
  } finally {
    runFile.close({ keep: false });
  }
}

/** As score finds its answers: names as they are, and what a pattern matches, but for what this run writes. */
async function filesOf(words: readonly string[], flags: MergeFlags): Promise<string[]> {
  const { findInputs } = await import('../scoring/reading/find-inputs.ts');
  const { files, problems: [nothing] } = await findInputs(words, { except: ownFiles(flags), results: true });
  if (nothing) throw new InputError('result-unreadable', `No results are found by the name "${nothing.file}".`, 'Name every part, or quote a pattern that matches them: hotseat score merge "part-*.json"');
  return files;
}

async function openAll(paths: readonly string[]): Promise<ResultFile[]> {
  const { openResultFile } = await import('../scoring/read-result.ts');
  const files: ResultFile[] = [];
  for (const path of paths) files.push(await openResultFile(path));
  return files;
}
