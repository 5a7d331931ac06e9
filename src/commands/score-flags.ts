import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import type { Gates } from '../scoring/gates.ts';
import { scoreWords } from '../scoring/reading/score-words.ts';
import { GRADERS } from './grader-option.ts';
import { amount, collect, retries } from './option-values.ts';

/** How a run is shown and kept. */
export interface ReportFlags extends Flags {
  json?: boolean;
  output: string[];
  all?: boolean;
}

/** What a run must reach as a whole. */
export interface GateFlags {
  minMean?: number;
  minDomain: [string, number][];
  minPassRate?: number;
  maxUngraded?: number;
}

/** What a run is compared with. */
export interface BaselineFlags {
  baseline?: string;
  maxDrop?: number;
  regressionsOnly?: boolean;
  force?: boolean;
}

export interface ScoreFlags extends ReportFlags, BaselineFlags, GateFlags {
  pack: string[];
  minEach?: number;
  grader: string;
  samples: number;
  concurrency?: number;
  maxCost?: number;
  dryRun?: boolean;
  continue?: boolean;
  retryErrors?: boolean;
  shard?: string;
  explain?: string;
}

export function addReportOptions(command: Command): Command {
  return command
    .option('--json', 'print the result as JSON')
    .addOption(new Option('-o, --output <file>', 'write a file too, by its ending: .json .jsonl .xml (JUnit) .html .md .txt; may be given several times').argParser(collect).default([], 'none'))
    .option('--all', 'show all cases, not only the worst hundred');
}

export function addBaselineOptions(command: Command): Command {
  return command
    .option('--baseline <file>', 'compare with what score bless wrote')
    .option('--max-drop <score>', 'fail when a case falls further below the baseline', unit)
    .option('--regressions-only', 'show only what is worse than the baseline')
    .option('--force', 'compare although grader, model or questions have changed');
}

/** The gates on a run as a whole: a run in parts may be given them when it is merged. */
export function addGateOptions(command: Command): Command {
  return command
    .option('--min-mean <score>', 'fail when the mean is below', unit)
    .addOption(new Option('--min-domain <domain=score>', 'fail when the mean of a domain is below; may be given several times').argParser(domainGate).default([], 'none'))
    .option('--min-pass-rate <share>', 'fail when fewer cases meet what is asked of them; single ones may then fail', unit)
    .option('--max-ungraded <n>', 'how many cases may stay ungraded', wholeNumber);
}

export function addScoreOptions(command: Command): Command {
  addBaselineOptions(addReportOptions(command))
    .addOption(new Option('--pack <path>', 'a question pack of your own; may be given several times').argParser(collect).default([], 'none'))
    .option('--min-each <score>', 'fail when any case scores below, 0 to 1', unit);
  return addGateOptions(command)
    .option('--grader <name>', `who grades: ${GRADERS}`, 'offline')
    .option('--second-grader <name>', 'grades every case too; shown beside the grade, and a limit that lies between the two is inconclusive')
    .option('--samples <n>', 'grades of each case, for their spread; never from the cache (the offline grader gives the same each time)', positive, 1)
    .option('--concurrency <n>', 'model calls at the same time, fewer when the provider says so; offline: threads', positive)
    .option('--max-retries <n>', 'tries of a failed model call after the first: 0 to 10', retries)
    .option('--no-cache', 'grade everything anew (the offline grader keeps no cache)')
    .option('--max-cost <dollars>', 'stop before the models cost more; the rest stays ungraded', amount)
    .option('--dry-run', 'check everything and say what would be done, grading nothing')
    .option('--continue', 'go on with a run that was interrupted')
    .option('--retry-errors', 'go on, and grade again what could not be graded')
    .option('--shard <i/n>', 'grade part i of n; score merge puts the parts together')
    .option('--explain <case>', 'show how the score of one case came about');
}

/** An option that takes one value and is given two is refused with an InputError: the weaker gate might be the one that counts. */
export function refuseRepeats(command: Command): Command {
  for (const option of command.options) {
    if (!option.required || Array.isArray(option.defaultValue)) continue;
    let given = false;
    command.on(`option:${option.name()}`, () => {
      const name = option.long ?? option.flags;
      if (given) throw new InputError('usage', `${name} is given twice.`, `Give ${name} once.`);
      given = true;
    });
  }
  return command;
}

/**
 * `score` hears its flags before a subcommand does, those too that the
 * subcommand does not have. Rejects them with an InputError: a gate that is
 * passed over in silence would be green.
 */
export function refuseStrayFlags(score: Command, subcommand: Command): void {
  const known = new Set(subcommand.options.map((option) => option.attributeName()));
  const stray = score.options.find((option) => score.getOptionValueSource(option.attributeName()) === 'cli' && !known.has(option.attributeName()));
  if (!stray) return;
  const name = `hotseat score ${subcommand.name()}`;
  throw new InputError('usage', `${name} has no ${stray.long ?? stray.flags}.`, subcommand.name() === 'merge' ? 'Give it to the parts: hotseat score ... --shard i/n.' : `See: ${name} --help`);
}

/** The gates of a command line. Rejects combinations that could never say anything with an InputError. */
export function gatesIn({ minEach, minMean, minDomain, minPassRate, maxUngraded, maxDrop, baseline, regressionsOnly }: BaselineFlags & GateFlags & { minEach?: number }): Gates {
  requireBaseline({ maxDrop, baseline, regressionsOnly });
  return { minEach, minMean, minDomain: Object.fromEntries(minDomain), minPassRate, maxUngraded, maxDrop };
}

function requireBaseline({ baseline, maxDrop, regressionsOnly }: BaselineFlags): void {
  if (baseline !== undefined || (maxDrop === undefined && !regressionsOnly)) return;
  throw new InputError('baseline-missing', `${regressionsOnly ? '--regressions-only' : '--max-drop'} needs something to compare with.`, 'Add --baseline baseline.json; hotseat score bless writes one.');
}

function unit(words: string): number {
  const value = words.trim() === '' ? NaN : Number(words);
  if (value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError(Number.isNaN(value) ? 'Give a number from 0 to 1.' : scoreWords(value));
}

function domainGate(words: string, before: [string, number][]): [string, number][] {
  const at = words.lastIndexOf('=');
  if (at <= 0) throw new InvalidArgumentError('Write it as domain=score: --min-domain sql=0.6.');
  const domain = words.slice(0, at);
  if (before.some(([known]) => known === domain)) throw new InvalidArgumentError(`The domain ${domain} is given twice.`);
  return [...before, [domain, unit(words.slice(at + 1))]];
}

function wholeNumber(words: string): number {
  if (/^\d{1,9}$/u.test(words)) return Number(words);
  throw new InvalidArgumentError('Give a whole number, 0 or more.');
}

function positive(words: string): number {
  const value = wholeNumber(words);
  if (value > 0) return value;
  throw new InvalidArgumentError('Give a whole number above 0.');
}
