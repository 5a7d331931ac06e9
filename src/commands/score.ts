import { Command } from 'commander';
import { HotseatError, InputError } from '../errors.ts';
import { counted } from '../scoring/formats/numbers.ts';
import { planOutputs, type Output } from '../scoring/outputs.ts';
import { createInputHash } from '../scoring/input-hash.ts';
import { createProgress } from '../scoring/progress.ts';
import { openAnswers } from '../scoring/reading/answers.ts';
import { AnswersError } from '../scoring/reading/problems.ts';
import type { RunSummary } from '../scoring/result.ts';
import { settingsOf } from '../scoring/run-settings.ts';
import { scoreAnswers, type ScoreJob } from '../scoring/score-answers.ts';
import { parseShard, shardSize, takeShard } from '../scoring/shard.ts';
import type { CommandContext } from './context.ts';
import { blessCommand } from './score-bless.ts';
import { openRun } from './score-continue.ts';
import { addScoreOptions, gatesIn, refuseRepeats, refuseStrayFlags, type ScoreFlags } from './score-flags.ts';
import { describeRun, estimateWords, spentWords } from './score-estimate.ts';
import { chooseGrading } from './score-grader.ts';
import { initCommand } from './score-init.ts';
import { bankOf, baselineIn, ownFiles, sayPassedOver } from './score-inputs.ts';
import { Interrupted, whileInterruptible } from './interrupt.ts';
import { mergeCommand } from './score-merge.ts';
import { reportError, reportRun } from './score-report.ts';
import { validateCommand } from './score-validate.ts';

const EXAMPLES = `
Examples:
  $ hotseat score init                              writes answers.yaml, an example with comments
  $ hotseat score answers.yaml --min-mean 0.6
  $ hotseat score answers/ more.jsonl "extra/*.csv" --output results.json --output junit.xml
  $ cat answers.jsonl | hotseat score - --json
  $ hotseat score answers.yaml --baseline baseline.json --max-drop 0.05
  $ hotseat score answers.jsonl --shard 2/4 --output part-2.json
  $ hotseat score answers.yaml --explain joins-1
  $ hotseat score answers.yaml --grader openai:gpt-4o --samples 3 --max-cost 2 --dry-run

A case: {"id": "1", "question": "...", "reference": "...", "answer": "...", "expect": {"minScore": 0.6}}
Packs of your own are named with --pack: no setting of a machine changes a result.

Exit code  verdict
  0        passed, or scored where nothing was asked
  1        failed: a gate or an expectation was missed
  2        error: the command, a file or an output cannot be used
  3        inconclusive: nothing was graded, more ungraded than --max-ungraded (0), or a limit
           within the spread of several samples or between two graders
  4        error: every call to the grader failed`;

export function command(context: CommandContext): Command {
  const score = refuseRepeats(addScoreOptions(new Command('score').argument('<files...>', 'answers files (YAML, JSON, JSONL, CSV), folders, patterns, or - for standard input')))
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], _, self: Command) => scoreCommand(words, self.optsWithGlobals<ScoreFlags>(), context));
  score.hook('preSubcommand', refuseStrayFlags);
  for (const sub of [initCommand(), validateCommand(context), blessCommand(), mergeCommand(context)]) score.addCommand(sub);
  return score;
}

async function scoreCommand(words: string[], flags: ScoreFlags, context: CommandContext): Promise<void> {
  let outputs: Output[] = [];
  try {
    outputs = planOutputs(flags.output, [...words, ...(flags.baseline ? [flags.baseline] : [])]);
    await scoreFiles(words, outputs, flags, context);
  } catch (error) {
    if (!(error instanceof HotseatError)) throw error;
    await reportError(error, outputs, flags, context);
  }
}

/** words -> answers -> checked -> graded -> reported. */
async function scoreFiles(words: string[], outputs: Output[], flags: ScoreFlags, context: CommandContext): Promise<void> {
  const job = { gates: gatesIn(flags), shard: flags.shard === undefined ? null : parseShard(flags.shard), against: await baselineIn(flags), grading: await chooseGrading(flags, context) };
  if (job.shard && job.against) throw new InputError('baseline-in-shard', 'A part of a run cannot be compared with a baseline.', 'Give --baseline to hotseat score merge.');
  const answers = await openAnswers(words, { bank: await bankOf(flags.pack), standardInput: process.stdin, except: ownFiles(flags) });
  try {
    const check = await answers.check();
    sayPassedOver(check.passedOver, flags);
    if (check.problems.length > 0) throw new AnswersError(check.problems, check.more);
    planOutputs(flags.output, check.files);
    const input = createInputHash();
    const cases = () => (job.shard ? takeShard(input.over(answers.cases()), job.shard) : answers.cases());
    const count = job.shard ? shardSize(check.cases, job.shard) : check.cases;
    if (flags.explain !== undefined) {
      sayNothingIsWritten('--explain', flags);
      const { explainOne } = await import('./score-explain.ts');
      return await explainOne(flags.explain, answers, await job.grading.open(), flags, context);
    }
    const estimate = await job.grading.estimate(cases());
    if (flags.dryRun) sayNothingIsWritten('--dry-run', flags);
    if (flags.dryRun) return await describeRun({ files: check.files, cases: count, grading: job.grading, estimate }, flags);
    if (estimate && !flags.quiet) process.stderr.write(`${estimateWords(estimate)}\n`);
    await gradeAndReport({ ...job, cases, count, inputHash: () => input.value() }, outputs, flags, context);
  } finally {
    answers.close();
    await job.grading.close();
  }
}

/** Whoever names a file waits for it, and an old one there must not be taken for this run's. */
function sayNothingIsWritten(flag: string, { output }: ScoreFlags): void {
  if (output.length > 0) process.stderr.write(`${flag} writes no file: ${output.join(', ')} ${output.length === 1 ? 'is' : 'are'} not touched.\n`);
}

type PlannedJob = Omit<ScoreJob, 'runFile' | 'cases'> & { cases(): ScoreJob['cases'] };

async function gradeAndReport(job: PlannedJob, outputs: Output[], flags: ScoreFlags, context: CommandContext): Promise<void> {
  const runFile = await openRun(flags, { settings: settingsOf(job), cases: job.cases });
  const spent = () => spentWords(job.grading.use?.());
  const progress = createProgress(job.count, flags.quiet ? { write: () => undefined } : process.stderr, undefined, spent);
  let keep = true;
  try {
    const run = await whileInterruptible((signal) => scoreAnswers({ ...job, cases: job.cases(), runFile, signal, onGraded: (cases) => progress.step(cases) })).finally(() => progress.stop());
    await reportRun(run, outputs, flags, context);
    keep = sayWhatIsLeft(run.summary.totals, flags);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    context.exitCode = error.exitCode;
    process.stderr.write(`Stopped: ${runFile.facts.length} of ${job.count} cases are graded${spent()}. ${flags.output.length > 0 ? 'The same command with --continue goes on from there.' : 'With --output, a run that stops can go on.'}\n`);
  } finally {
    runFile.close({ keep });
  }
}

/** Whether a later run has something to go on with, and how. */
function sayWhatIsLeft({ failedCalls, notAsked = 0 }: RunSummary['totals'], { output }: ScoreFlags): boolean {
  const sentences = [
    ...(failedCalls > 0 ? [`${failedCalls} grades failed. The same command with --retry-errors tries those alone.`] : []),
    ...(notAsked > 0 ? [`${counted(notAsked, 'case')} left out. The same command with --retry-errors and a higher --max-cost grades what is left alone.`] : []),
  ];
  if (output.length > 0) for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  return sentences.length > 0;
}
