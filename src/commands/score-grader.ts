import { availableParallelism } from 'node:os';
import type { Config } from '../config.ts';
import type { Grader } from '../grading/grader.ts';
import { MODEL_VERSION } from '../grading/model.ts';
import type { ModelChoice } from '../schemas/model-choice.ts';
import type { CallEstimate } from '../scoring/estimate.ts';
import type { PreparedCase } from '../scoring/prepared-case.ts';
import type { Grading } from '../scoring/score-answers.ts';
import type { CommandContext } from './context.ts';
import { OFFLINE, requirePrices, settingsFor } from './grader-option.ts';
import { modelGraders } from './score-models.ts';
import type { ScoreFlags } from './score-flags.ts';

/** More threads than this wait for the one that reads and writes. */
const MOST_THREADS = 8;
const MODEL_CALLS = 4;

/** What a run would take, of all its graders; the cost is null where a price is not known. */
export interface RunEstimate extends CallEstimate {
  costUsd: number | null;
}

/** The graders of a run. Whoever chooses them closes them. */
export interface ChosenGrading extends Grading {
  /** Null where no model is asked. Rejects with an InputError where there is a limit to the cost and no price to hold it to. */
  estimate(cases: AsyncIterable<PreparedCase>): Promise<RunEstimate | null>;
  close(): Promise<void>;
}

/** The graders that a command line names. A model is used only when it is named: settings and keys in the shell change nothing here. */
export async function chooseGrading(flags: ScoreFlags, context: CommandContext): Promise<ChosenGrading> {
  const { grader, secondGrader = OFFLINE, samples, concurrency } = flags;
  if (grader !== OFFLINE || secondGrader !== OFFLINE) {
    await context.prepare();
    return modelGrading(settingsFor(flags, context), concurrency ?? MODEL_CALLS);
  }
  // The offline grader gives the same each time: one grade is all of them.
  if (samples > 1) process.stderr.write('The offline grader gives the same each time: one sample is taken.\n');
  if (flags.secondGrader !== undefined) process.stderr.write('The offline grader gives the same each time: it is not asked a second time.\n');
  return {
    name: OFFLINE_NAME,
    open: openOffline,
    inThreads: true,
    samples: 1,
    width: Math.min(concurrency ?? MOST_THREADS, availableParallelism()),
    estimate: async () => null,
    close: async () => undefined,
  };
}

const OFFLINE_NAME = `offline/${MODEL_VERSION}`;

/** A model's cases are asked for at the same time, a few of them; each of its samples is a call of its own. */
function modelGrading(config: Config, width: number): ChosenGrading {
  const { agents: { grader: first }, secondGrader: second, samples } = config.models;
  const choices = [first, ...(second ? [second] : [])];
  const graders = modelGraders(config, width);
  let estimatedUsd: number | null = null;
  return {
    name: nameOf(first),
    ...(second ? { second: nameOf(second) } : {}),
    inThreads: false,
    samples,
    width,
    open: () => graders.open(),
    use: () => graders.use(estimatedUsd),
    async estimate(cases) {
      const { estimateCalls } = await import('../scoring/estimate.ts');
      const each = await estimateCalls(cases, samples);
      const estimate = await estimateAll(each, choices, config);
      estimatedUsd = estimate.costUsd;
      return estimate;
    },
    close: () => graders.close(),
  };
}

/** Every model is shown the same; the offline grader costs nothing. */
async function estimateAll({ settled, ...each }: CallEstimate, choices: readonly ModelChoice[], { models }: Config): Promise<RunEstimate> {
  await requirePrices(choices, models);
  const { costOfTokens } = await import('../open-models.ts');
  const asked = choices.filter(({ kind }) => kind !== OFFLINE);
  const costs = asked.map((choice) => costOfTokens(choice, each, models.prices));
  return {
    calls: each.calls * asked.length,
    inputTokens: each.inputTokens * asked.length,
    outputTokens: each.outputTokens * asked.length,
    settled,
    costUsd: costs.reduce((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0),
  };
}

function nameOf(choice: ModelChoice): string {
  return choice.kind === OFFLINE ? OFFLINE_NAME : `${choice.kind}/${choice.model}`;
}

/** Loaded when it grades in this thread; the grading threads load their own. */
async function openOffline(): Promise<Grader> {
  const { createOfflineGrader } = await import('../grading/offline-grader.ts');
  return createOfflineGrader();
}
