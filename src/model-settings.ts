import { InputError } from './errors.ts';
import type { EmbedderChoice, ModelChoice, Price } from './schemas/model-choice.ts';

/** The agents that may speak to a model. */
export type ModelAgent = 'question' | 'cleaning' | 'grader' | 'summary' | 'report';

/** What a person may say about models: by flag, environment or settings file. */
export interface ModelWishes {
  /** For every agent that is not named by itself. */
  provider?: string;
  questionModel?: string;
  cleaningModel?: string;
  summaryModel?: string;
  reportModel?: string;
  grader?: string;
  secondGrader?: string;
  samples?: number;
  maxCost?: number;
  maxRetries?: number;
  mask?: boolean;
  cache?: boolean;
  cacheHours?: number;
  prices?: Record<string, Price>;
  record?: string;
  replay?: string;
}

export interface ModelSettings {
  agents: Record<ModelAgent, ModelChoice>;
  /** Grades every answer too, so that two can be compared; null for none. */
  secondGrader: ModelChoice | null;
  /** Gradings of each answer; more than one give a spread. */
  samples: number;
  maxCostUsd: number | null;
  /** Of one call, the first one included. */
  tries: number;
  /** Names, addresses and the like are masked before anything leaves the machine. */
  mask: boolean;
  /** How long a reply may be used again; 0 for never. */
  cacheHours: number;
  /** The user's own, by `provider/model` or `host/model`, over those that come with hotseat. */
  prices: Record<string, Price>;
  record: string | null;
  replay: string | null;
}

export type Keys = Partial<Record<'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'HF_TOKEN' | 'HF_ENDPOINT_URL', string>>;

/** Gives 512 numbers a text when it is asked to. */
const EMBEDDING_MODEL = 'text-embedding-3-small';

/** A replay reaches nobody, so it needs no key. */
const NOBODY: Keys = { OPENAI_BASE_URL: 'http://localhost', HF_ENDPOINT_URL: 'http://localhost' };

const OFFLINE: ModelChoice = { kind: 'offline' };
const CACHE_HOURS = 24;
const RETRIES = 2;

/** Where nobody names a model: a strong one grades, a smaller one does the rest. */
const STRONG: ReadonlySet<ModelAgent> = new Set(['grader']);
const DEFAULT_MODELS = {
  openai: { strong: 'gpt-4o', small: 'gpt-4o-mini' },
  huggingface: { strong: 'meta-llama/Llama-3.3-70B-Instruct', small: 'meta-llama/Llama-3.3-70B-Instruct' },
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
  const choose = (agent: ModelAgent, wish?: string) => (wish ? choiceFrom(wish, agent, reach) : choiceOf(provider, agent, null, reach));
  return {
    agents: {
      question: choose('question', wishes.questionModel),
      cleaning: choose('cleaning', wishes.cleaningModel),
      grader: choose('grader', wishes.grader),
      summary: choose('summary', wishes.summaryModel),
      report: choose('report', wishes.reportModel),
    },
    secondGrader: wishes.secondGrader ? choiceFrom(wishes.secondGrader, 'grader', reach) : null,
    samples: wishes.samples ?? 1,
    maxCostUsd: wishes.maxCost ?? null,
    tries: (wishes.maxRetries ?? RETRIES) + 1,
    mask: wishes.mask ?? true,
    cacheHours: wishes.cache === false ? 0 : (wishes.cacheHours ?? CACHE_HOURS),
    prices: wishes.prices ?? {},
    record: wishes.record ?? null,
    replay: wishes.replay ?? null,
  };
}

/** What could be chosen, and was not. */
export interface OfferedModels {
  provider: 'openai' | 'huggingface';
  /** As they would be in force. */
  settings: ModelSettings;
}

/** What the keys at hand would reach; null without one, and where somebody has said which models they want, or that they want none. */
export function offeredModels(wishes: ModelWishes, keys: Keys): OfferedModels | null {
  const { provider, questionModel, cleaningModel, summaryModel, reportModel, grader, secondGrader, replay } = wishes;
  const chosen = provider ?? questionModel ?? cleaningModel ?? summaryModel ?? reportModel ?? grader ?? secondGrader ?? replay;
  const found = chosen === undefined ? providerWithKey(keys) : null;
  return found && { provider: found, settings: settleModels({ ...wishes, provider: found }, keys) };
}

/** Reads `local`, `openai`, `openai:text-embedding-3-small` or `hf:org/model`. Rejects as `settleModels` does. */
export function settleEmbedder(wish: string, keys: Keys): EmbedderChoice {
  const { name, model } = parted(wish);
  switch (name) {
    case 'local':
      return { kind: 'local' };
    case 'openai':
      requireOpenAi(keys);
      return { kind: 'openai', model: model ?? EMBEDDING_MODEL, apiKey: keys.OPENAI_API_KEY ?? null, baseUrl: keys.OPENAI_BASE_URL ?? null };
    case 'hf':
    case 'huggingface':
      if (model === null) throw embedderWithoutModel();
      requireHuggingFace(keys);
      return { kind: 'huggingface', model, token: keys.HF_TOKEN ?? null, endpointUrl: keys.HF_ENDPOINT_URL ?? null };
    default:
      throw new InputError('embedder-unknown', `There is no embedder "${wish}".`, 'Choose local, openai, openai:<model> or hf:<model>.');
  }
}

/** The models of 512 numbers get there by a last layer that some servers leave out, so none can be named for everybody. */
function embedderWithoutModel(): InputError {
  return new InputError('embedder-without-model', 'The settings choose Hugging Face for vectors, and name no model.', 'Name one that gives 512 numbers a text where you run it: embedder: hf:org/model. Or choose openai, or local.');
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
      return providerWithKey(keys) ?? 'offline';
    default:
      throw new InputError('provider-unknown', `There is no provider "${name}".`, 'Choose offline, openai, huggingface or auto.');
  }
}

/** The provider that the keys at hand would reach; null when there is none. */
export function providerWithKey(keys: Keys): 'openai' | 'huggingface' | null {
  if (keys.OPENAI_API_KEY ?? keys.OPENAI_BASE_URL) return 'openai';
  return (keys.HF_TOKEN ?? keys.HF_ENDPOINT_URL) ? 'huggingface' : null;
}

/** Reads `openai:gpt-4o`, `hf:org/model`, `hf-tuned:org/model`, or a provider alone. */
function choiceFrom(wish: string, agent: ModelAgent, keys: Keys): ModelChoice {
  const { name, model } = parted(wish);
  if (name !== 'hf-tuned') return choiceOf(providerOf(name, keys), agent, model, keys);

  const tuned = choiceOf('huggingface', agent, model, keys);
  return tuned.kind === 'huggingface' ? { ...tuned, alpaca: true } : tuned;
}

function parted(wish: string): { name: string; model: string | null } {
  const [name = '', ...rest] = wish.split(':');
  return { name, model: rest.join(':') || null };
}

function choiceOf(provider: Provider, agent: ModelAgent, model: string | null, keys: Keys): ModelChoice {
  const size = STRONG.has(agent) ? 'strong' : 'small';
  switch (provider) {
    case 'offline':
      return OFFLINE;
    case 'openai':
      requireOpenAi(keys);
      return { kind: 'openai', model: model ?? DEFAULT_MODELS.openai[size], apiKey: keys.OPENAI_API_KEY ?? null, baseUrl: keys.OPENAI_BASE_URL ?? null };
    case 'huggingface':
      requireHuggingFace(keys);
      return { kind: 'huggingface', model: model ?? DEFAULT_MODELS.huggingface[size], token: keys.HF_TOKEN ?? null, endpointUrl: keys.HF_ENDPOINT_URL ?? null, alpaca: false };
  }
}

/** A server of one's own needs no key. */
function requireOpenAi(keys: Keys): void {
  requireKey('OPENAI_API_KEY', keys.OPENAI_API_KEY, keys.OPENAI_BASE_URL, 'OPENAI_BASE_URL');
}

function requireHuggingFace(keys: Keys): void {
  requireKey('HF_TOKEN', keys.HF_TOKEN, keys.HF_ENDPOINT_URL, 'HF_ENDPOINT_URL');
}

function requireKey(name: string, key: string | undefined, address: string | undefined, addressName: string): void {
  if (key ?? address) return;
  throw new InputError('key-missing', `${name} is not set, and neither is ${addressName}.`, `Put ${name} into the environment or into .env in the data folder, or stay with --provider offline.`);
}
