import type { Environment } from '../environment.ts';
import { HotseatError, type ErrorReport, type ExitCode } from '../errors.ts';
import { errorAnnotation } from '../scoring/annotation.ts';
import { runAsJson } from '../scoring/formats/json.ts';
import { writeStepSummary } from '../scoring/github.ts';
import { emptyRun } from '../scoring/scored-run.ts';
import { summarizeError } from '../scoring/summarize.ts';

/** These print something else than the result of a run. */
const WITHOUT_RESULT = ['init', 'validate', 'bless'];

/**
 * How an error goes out that ends `score` before it knows what to do: a
 * script that reads the verdict finds one, and GitHub shows the error where it
 * shows the others. False for what gives no result, and says its errors as
 * every command does.
 */
export async function endScore(report: ErrorReport, exitCode: ExitCode, argv: readonly string[], environment: Environment): Promise<boolean> {
  if (environment.GITHUB_ACTIONS) process.stderr.write(`${errorAnnotation(report)}\n`);
  if (WITHOUT_RESULT.includes(argv[argv.indexOf('score') + 1] ?? '')) return false;
  const run = emptyRun(summarizeError(new HotseatError(report.code, report.message, report.remedy, exitCode)));
  if (argv.includes('--json')) process.stdout.write([...runAsJson(run, { lines: false })].join(''));
  const trouble = environment.GITHUB_STEP_SUMMARY ? await writeStepSummary(environment.GITHUB_STEP_SUMMARY, run) : null;
  if (trouble) process.stderr.write(`${trouble}\n`);
  return true;
}
