import { InputError } from './errors.ts';
import type { ModelChoice } from './schemas/model-choice.ts';

/** What a person may say about models: by flag, environment or settings file. */
export interface ModelWishes {
  provider?: string;
  questionModel?: string;
  grader?: string;
  samples?: number;
  maxCost?: number;
  mask?: boolean;
  record?: string;
  replay?: string;
}

export interface ModelSettings {
  question: ModelChoice;
  grader: ModelChoice;
  /** Gradings of each answer; more than one give a spread. */
  samples: number;
  maxCostUsd: number | null;
  /** Names, addresses and the like are masked before anything leaves the machine. */
  mask: boolean;
  record: string | null;
  replay: string | null;
}

type Keys = Partial<Record<'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'HF_TOKEN' | 'HF_ENDPOINT_URL', string>>;

/** A replay reaches nobody, so it needs no key. */
const NOBODY: Keys = { OPENAI_BASE_URL: 'http://localhost', HF_ENDPOINT_URL: 'http://localhost' };

const OFFLINE: ModelChoice = { kind: 'offline' };

/** Where nobody names a model: a strong one grades, a smaller one asks. */
const DEFAULT_MODELS = {
  openai: { grader: 'gpt-4o', question: 'gpt-4o-mini' },
  huggingface: { grader: 'meta-llama/Llama-3.3-70B-Instruct', question: 'meta-llama/Llama-3.3-70B-Instruct' },
};

/**
 * Settles which model each agent speaks to. Offline until somebody chooses: a
 * key that lies in the shell sends nothing anywhere; only `auto`, by name,
 * looks for one. Rejects an unknown provider, and one without its key, with an
 * InputError.
 */
export function settleModels(wishes: ModelWishes, keys: Keys): ModelSettings {
  const reach = wishes.replay ? { ...NOBODY, ...keys } : keys;
  const provider = providerOf(wishes.provider ?? 'offline', reach);
  return {
    question: wishes.questionModel ? choiceFrom(wishes.questionModel, 'question', reach) : choiceOf(provider, 'question', null, reach),
    grader: wishes.grader ? choiceFrom(wishes.grader, 'grader', reach) : choiceOf(provider, 'grader', null, reach),
    samples: wishes.samples ?? 1,
    maxCostUsd: wishes.maxCost ?? null,
    mask: wishes.mask ?? true,
    record: wishes.record ?? null,
    replay: wishes.replay ?? null,
  };
}

type Provider = 'offline' | 'openai' | 'huggingface';

function providerOf(name: string, keys: Keys): Provider {
  switch (name) {
    case 'offline':
    case 'openai':
    case 'huggingface':
      return name;
    case 'hf':
      return 'huggingface';
    case 'auto':
      if (keys.OPENAI_API_KEY ?? keys.OPENAI_BASE_URL) return 'openai';
      return (keys.HF_TOKEN ?? keys.HF_ENDPOINT_URL) ? 'huggingface' : 'offline';
    default:
      throw new InputError('provider-unknown', `There is no provider "${name}".`, 'Choose offline, openai, huggingface or auto.');
  }
}

/** Reads `openai:gpt-4o`, `hf:org/model`, `hf-tuned:org/model`, or a provider alone. */
function choiceFrom(wish: string, agent: 'question' | 'grader', keys: Keys): ModelChoice {
  const [name = '', ...rest] = wish.split(':');
  const model = rest.join(':') || null;
  if (name !== 'hf-tuned') return choiceOf(providerOf(name, keys), agent, model, keys);

  const tuned = choiceOf('huggingface', agent, model, keys);
  return tuned.kind === 'huggingface' ? { ...tuned, alpaca: true } : tuned;
}

function choiceOf(provider: Provider, agent: 'question' | 'grader', model: string | null, keys: Keys): ModelChoice {
  switch (provider) {
    case 'offline':
      return OFFLINE;
    case 'openai':
      requireKey('OPENAI_API_KEY', keys.OPENAI_API_KEY, keys.OPENAI_BASE_URL, 'OPENAI_BASE_URL');
      return { kind: 'openai', model: model ?? DEFAULT_MODELS.openai[agent], apiKey: keys.OPENAI_API_KEY ?? null, baseUrl: keys.OPENAI_BASE_URL ?? null };
    case 'huggingface':
      requireKey('HF_TOKEN', keys.HF_TOKEN, keys.HF_ENDPOINT_URL, 'HF_ENDPOINT_URL');
      return { kind: 'huggingface', model: model ?? DEFAULT_MODELS.huggingface[agent], token: keys.HF_TOKEN ?? null, endpointUrl: keys.HF_ENDPOINT_URL ?? null, alpaca: false };
  }
}

/** A server of one's own needs no key. */
function requireKey(name: string, key: string | undefined, address: string | undefined, addressName: string): void {
  if (key ?? address) return;
  throw new InputError('key-missing', `${name} is not set, and neither is ${addressName}.`, `Put ${name} into the environment or into .env in the data folder, or stay with --provider offline.`);
}
