import { Option } from 'commander';
import type { Config, Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import type { Grader } from '../grading/grader.ts';
import type { ModelChoice } from '../schemas/model-choice.ts';
import type { CommandContext } from './context.ts';

/** `--grader`: who grades. A model is only ever used when it is named here: settings and keys in the shell change nothing. */
export function graderOption(): Option {
  return new Option('--grader <name>', `who grades: ${GRADERS}`).default('offline');
}

/** Every way to name one. */
export const GRADERS = 'offline, openai, openai:gpt-4o, hf, hf:org/model, or auto: whichever has a key';

export const OFFLINE = 'offline';

/**
 * The settings with the graders that a command line names, and with no other
 * model. Rejects an unknown grader, one without its key, and a model together
 * with --offline, with an InputError.
 */
export function settingsFor(flags: Flags, context: CommandContext): Config {
  const named = [flags.grader, flags.secondGrader].find((name) => name !== undefined && name !== OFFLINE);
  if (flags.offline && named !== undefined) throw new InputError('offline-with-model', `--offline opens no connection, and ${named} needs one.`, 'Leave one of the two out.');
  const { offline, grader, secondGrader, samples, maxCost, maxRetries, cache } = flags;
  try {
    return context.config({ provider: OFFLINE, offline, grader, secondGrader, samples, maxCost, maxRetries, cache });
  } catch (error) {
    throw error instanceof InputError ? inGraderWords(error) : error;
  }
}

/** The settings speak of providers, which are chosen by another flag elsewhere. */
function inGraderWords(error: InputError): InputError {
  if (error.code === 'provider-unknown') return new InputError(error.code, error.message.replace('provider', 'grader'), `Choose one of: ${GRADERS}.`);
  if (error.code === 'key-missing') return new InputError(error.code, error.message, 'Put it into the environment or into .env in the data folder, or grade with --grader offline.');
  return error;
}

/** A limit to the cost needs prices to hold it to. Rejects a model without one, where there is a limit, with an InputError. */
export async function requirePrices(choices: readonly ModelChoice[], { maxCostUsd, prices }: Config['models']): Promise<void> {
  if (maxCostUsd === null) return;
  const { costOfTokens, priceRemedyFor } = await import('../open-models.ts');
  const unpriced = choices.find((choice) => costOfTokens(choice, { inputTokens: 1, outputTokens: 1 }, prices) === null);
  if (!unpriced || unpriced.kind === OFFLINE) return;
  throw new InputError('price-unknown', `There is a limit to the cost, and the price of ${unpriced.kind}/${unpriced.model} is not known.`, priceRemedyFor(unpriced) ?? 'Leave --max-cost away.');
}

export interface NamedGrader {
  grader: Grader;
  /** US dollars so far; null when a call had no known price. */
  spent(): number | null;
  /** The reason, when models were asked and every call failed. */
  failure(): string | null;
}

/** Opens the grader that the flags name, without kept replies: each grade is a new one. Rejects as `settingsFor` does. */
export async function openGrader(flags: Flags, context: CommandContext): Promise<NamedGrader> {
  const { models } = settingsFor(flags, context);
  if (models.agents.grader.kind === OFFLINE) {
    const { createOfflineGrader } = await import('../grading/offline-grader.ts');
    return { grader: createOfflineGrader(), spent: () => 0, failure: () => null };
  }
  await requirePrices([models.agents.grader], models);
  const { openModels } = await import('../open-models.ts');
  const { createModelGrader } = await import('../grading/model-grader.ts');
  const { grader: llm, spending, use } = openModels(models, { contact: {}, sessionId: null, onCall: () => undefined, cache: null });
  if (!llm) throw new Error('A model was chosen, and none was opened.');
  const { grader, lastReason } = listening(createModelGrader({ llm }));
  return {
    grader,
    spent: () => (spending.unpriced > 0 ? null : spending.spentUsd),
    failure: () => (use().calls > 0 && use().calls === use().failed ? lastReason() : null),
  };
}

/** Remembers why the last answer was left ungraded. */
function listening(grader: Grader): { grader: Grader; lastReason(): string | null } {
  let reason: string | null = null;
  const grade: Grader['grade'] = async (request, options) => {
    const evaluation = await grader.grade(request, options);
    if (evaluation.status === 'ungraded') ({ reason } = evaluation);
    return evaluation;
  };
  return { grader: { name: grader.name, grade }, lastReason: () => reason };
}

/** Says on stderr that every call failed, and why. True if so: the exit code is 4 then, whatever the numbers are. */
export function saysEveryCallFailed({ failure }: NamedGrader): boolean {
  const reason = failure();
  if (reason !== null) process.stderr.write(`Every call to the grader failed: ${reason}\n`);
  return reason !== null;
}
