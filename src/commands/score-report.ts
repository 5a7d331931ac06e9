import { once } from 'node:events';
import type { HotseatError } from '../errors.ts';
import { errorAnnotation } from '../scoring/annotation.ts';
import { runAsJson } from '../scoring/formats/json.ts';
import { closingLines, verdictWords } from '../scoring/formats/numbers.ts';
import { annotationsFor, annotationsForProblems, harmless, writeStepSummary } from '../scoring/github.ts';
import { gathered, writeOutputs, type Output } from '../scoring/outputs.ts';
import { AnswersError } from '../scoring/reading/problems.ts';
import { emptyRun, type ScoredRun } from '../scoring/scored-run.ts';
import { summarizeError } from '../scoring/summarize.ts';
import type { CommandContext } from './context.ts';
import type { BaselineFlags, ReportFlags } from './score-flags.ts';

const MOST_ROWS = 100;

/** Writes the files first, then prints: the verdict that is read last is the one that holds. */
export async function reportRun(run: ScoredRun, outputs: readonly Output[], flags: ReportFlags & BaselineFlags, context: CommandContext): Promise<void> {
  await writeOutputs(outputs, run, { regressionsOnly: flags.regressionsOnly });
  context.exitCode = run.summary.exitCode;
  if (flags.json) await printPieces(runAsJson(run, { lines: false }));
  else await printLines(await linesOf(run, flags), context);
  await reportToGitHub(run, annotationsFor(run), flags, context);
}

/** The same for a run that an error ended. The outputs say so too, so that no old file is taken for this run's. */
export async function reportError(error: HotseatError, outputs: readonly Output[], flags: ReportFlags, context: CommandContext): Promise<void> {
  const run = emptyRun(summarizeError(error));
  context.exitCode = run.summary.exitCode;
  for (const line of ended(`${error.message}\n${error.remedy}`.split('\n'), cleaner(context.environment))) process.stderr.write(line);
  await writeOutputs(outputs, run).catch(() => process.stderr.write('The outputs could not be written either.\n'));
  await printPieces(flags.json ? runAsJson(run, { lines: false }) : [`${verdictWords(run.summary)}\n`]);
  await reportToGitHub(run, error instanceof AnswersError ? annotationsForProblems(error.problems) : [errorAnnotation(error)], {}, context);
}

/** What measures and wraps text is loaded where there is text to wrap. */
async function linesOf(run: ScoredRun, { quiet, verbose, all, regressionsOnly }: ReportFlags & BaselineFlags): Promise<Iterable<string>> {
  if (quiet && run.summary.reasons.length === 0) return closingLines(run.summary);
  const { runAsText } = await import('../scoring/formats/text.ts');
  return runAsText(run, { quiet, verbose, regressionsOnly, most: all ? undefined : MOST_ROWS });
}

/** Line by line, and none of them an order to GitHub. */
export async function printLines(lines: Iterable<string>, { environment }: CommandContext): Promise<void> {
  await printPieces(ended(lines, cleaner(environment)));
}

function cleaner({ GITHUB_ACTIONS }: CommandContext['environment']): (line: string) => string {
  return GITHUB_ACTIONS ? harmless : (line) => line;
}

function* ended(lines: Iterable<string>, clean: (line: string) => string): Generator<string> {
  for (const line of lines) yield `${clean(line)}\n`;
}

/** Annotations go to stderr, which GitHub reads too: stdout may hold JSON. */
async function reportToGitHub(run: ScoredRun, annotations: string[], { regressionsOnly }: BaselineFlags, { environment }: CommandContext): Promise<void> {
  if (environment.GITHUB_ACTIONS) for (const line of annotations) process.stderr.write(`${line}\n`);
  if (!environment.GITHUB_STEP_SUMMARY) return;
  const trouble = await writeStepSummary(environment.GITHUB_STEP_SUMMARY, run, { regressionsOnly });
  if (trouble) process.stderr.write(`${trouble}\n`);
}

/** Waits for a slow reader, so that nothing piles up in memory. */
async function printPieces(pieces: Iterable<string>): Promise<void> {
  for (const piece of gathered(pieces)) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}
