import { availableParallelism } from 'node:os';
import { InputError } from '../errors.ts';
import type { Grader } from '../grading/grader.ts';
import { MODEL_VERSION } from '../grading/model.ts';
import type { ModelSettings } from '../model-settings.ts';
import type { Grading } from '../scoring/score-answers.ts';
import type { CommandContext } from './context.ts';
import type { ScoreFlags } from './score-flags.ts';

/** More threads than this wait for the one that reads and writes. */
const MOST_THREADS = 8;
const MODEL_CALLS = 4;

/** The grader that a command line names. A model is used only when it is named: settings and keys in the shell change nothing here. */
export async function chooseGrader({ grader, samples, concurrency, maxCost }: Pick<ScoreFlags, 'grader' | 'samples' | 'concurrency' | 'maxCost'>, context: CommandContext): Promise<Grading> {
  if (grader !== 'offline') {
    await context.prepare();
    return modelGrading(context.config({ provider: 'offline', grader, samples, maxCost }).models, concurrency);
  }
  // The offline grader gives the same each time: one grade is all of them.
  if (samples > 1) process.stderr.write('The offline grader gives the same each time: one sample is taken.\n');
  return { name: `offline/${MODEL_VERSION}`, open: openOffline, inThreads: true, samples: 1, width: concurrency ?? Math.min(MOST_THREADS, availableParallelism()) };
}

/** A model's cases are asked for at the same time, a few of them; each of its samples is a call of its own. */
function modelGrading(models: ModelSettings, width = MODEL_CALLS): Grading {
  const { agents: { grader: choice }, samples } = models;
  if (choice.kind === 'offline') throw new InputError('grader-unknown', 'That is no model.', 'Use --grader openai:gpt-4o, hf:org/model or offline.');
  return {
    name: `${choice.kind}/${choice.model}`,
    inThreads: false,
    samples,
    width,
    async open() {
      const { openModels } = await import('../open-models.ts');
      const { createModelGrader } = await import('../grading/model-grader.ts');
      const { grader } = openModels(models, { contact: {}, sessionId: null, onCall: () => undefined, cache: null });
      if (!grader) throw new Error('A model was chosen, and none was opened.');
      return createModelGrader({ llm: grader, samples });
    },
  };
}

/** Loaded when it grades in this thread; the grading threads load their own. */
async function openOffline(): Promise<Grader> {
  const { createOfflineGrader } = await import('../grading/offline-grader.ts');
  return createOfflineGrader();
}
