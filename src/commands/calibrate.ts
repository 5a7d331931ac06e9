import { setImmediate } from 'node:timers/promises';
import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { EXIT } from '../errors.ts';
import { calibrate } from '../grading/calibration.ts';
import { goldOfPacks, readOwnGold } from '../grading/calibration-gold.ts';
import { requestFor } from '../grading/gold.ts';
import { seededRandom, shuffled } from '../grading/seeded-random.ts';
import { listPacks, listQuestions } from '../packs/catalogue.ts';
import type { Question } from '../schemas/question.ts';
import { calibrationText } from './calibration-text.ts';
import type { CommandContext } from './context.ts';
import { graderOption, openGrader, saysEveryCallFailed } from './grader-option.ts';
import { amount, collect, countUpTo, retries } from './option-values.ts';
import { print, printJson } from './print.ts';
import { createProgress, type Progress } from './progress.ts';
import { type ConfigWork, withConfig } from './with-config.ts';

const EXAMPLES = `
Examples:
  $ hotseat calibrate
  $ hotseat calibrate --gold mine.jsonl          your own graded answers too
  $ hotseat calibrate --questions 50 --json
  $ hotseat calibrate --grader openai:gpt-4o --questions 20 --runs 3 --max-cost 5

A line of a gold file: {"question": "...", "reference": "...", "keyPoints": ["..."], "answer": "...", "band": 3}
with a band from 1 to 4 or a score from 0 to 1.
Exit code 0: the grader can be trusted to gate CI; 1: it cannot; 4: every call to it failed.`;

interface CalibrateFlags extends Flags {
  gold: string[];
  pack: string[];
  runs: number;
  questions?: number;
  json?: boolean;
}

export function command(context: CommandContext): Command {
  return new Command('calibrate')
    .option('--gold <file>', 'your own graded answers, JSONL; may be given several times', collect, [])
    .option('--pack <path>', 'a pack of your own; may be given several times', collect, [])
    .addOption(graderOption())
    .option('--runs <n>', 'how often each gold answer is graded', countUpTo(20), 2)
    .option('--questions <n>', 'only so many questions of the packs, the same ones each time', countUpTo(100_000))
    .option('--max-cost <dollars>', 'stop asking a model before it costs more', amount)
    .option('--max-retries <n>', 'tries of a failed model call after the first: 0 to 10', retries)
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES)
    .action(withConfig(context, runCalibration));
}

async function runCalibration({ config, context }: ConfigWork, flags: CalibrateFlags): Promise<void> {
  const own = flags.gold.flatMap(readOwnGold);
  const questions = drawn(listQuestions(listPacks([...config.packs, ...flags.pack])).map(({ question }) => question), flags.questions);
  const named = await openGrader(flags, context);
  const { grader, spent } = named;
  const progress = watch(flags);
  const report = await calibrate([...goldOfPacks(questions), ...own], questions.map((question) => requestFor(question, '').question), {
    grader,
    runs: flags.runs,
    clock: () => performance.now(),
    spent,
    onProgress: progress.onProgress,
  }).finally(progress.stop);
  if (!report.verdict.trusted) context.exitCode = saysEveryCallFailed(named) ? EXIT.modelFailed : EXIT.checkFailed;
  await (flags.json ? printJson(report) : print(calibrationText(report, { quiet: flags.quiet ?? false })));
}

/** A bar where somebody waits at a terminal. */
function watch({ quiet, json }: CalibrateFlags) {
  let bar: Progress | undefined;
  return {
    async onProgress(done: number, total: number): Promise<void> {
      bar ??= createProgress(total, { quiet: (quiet ?? false) || (json ?? false) });
      bar.step('answers');
      if (done % 100 === 0) await setImmediate();
    },
    stop: () => bar?.stop(),
  };
}

function drawn(questions: Question[], count: number | undefined): Question[] {
  return count === undefined ? questions : shuffled(questions, seededRandom(1)).slice(0, count);
}
