import { ModelError } from '../errors.ts';
import type { Endpoint } from './llm.ts';

export type ModelFailureCode =
  | 'model-key-rejected'
  | 'model-quota'
  | 'model-not-found'
  | 'model-refused'
  | 'model-request-rejected'
  | 'model-truncated'
  | 'model-rate-limited'
  | 'model-overloaded'
  | 'model-timeout'
  | 'model-unreachable'
  | 'model-unreadable';

/** What may be better in a moment, without anybody doing anything. */
const PASSING: ReadonlySet<ModelFailureCode> = new Set([
  'model-rate-limited',
  'model-overloaded',
  'model-timeout',
  'model-unreachable',
  'model-unreadable',
]);

interface Details {
  /** What happened exactly, in words of ours: `HTTP 503`, `the connection broke off`. Never the provider's text. */
  detail?: string;
  /** As long as the provider wants to be left alone. */
  retryAfterMs?: number;
}

/**
 * A model call that failed, with a code for scripts, a sentence and a remedy.
 *
 * The provider's own message is left out, since providers repeat keys and
 * prompts in it; so is the cause, since clients keep the request in theirs.
 */
export class ModelFailure extends ModelError {
  /** It may be better in a moment: worth another try. */
  readonly passing: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(override readonly code: ModelFailureCode, endpoint: Endpoint, { detail, retryAfterMs }: Details = {}) {
    const [words, remedy] = WORDS[code](nameOf(endpoint), endpoint, wait(retryAfterMs));
    const sentence = words.charAt(0).toUpperCase() + words.slice(1);
    super(code, detail ? `${sentence.slice(0, -1)} (${detail}).` : sentence, remedy);
    this.passing = PASSING.has(code);
    this.retryAfterMs = retryAfterMs;
  }
}

const OFFLINE = 'or go on offline with `--provider offline`';

const WORDS: Record<ModelFailureCode, (name: string, endpoint: Endpoint, wait: string) => [sentence: string, remedy: string]> = {
  'model-key-rejected': (name, endpoint) => [`${name} has no valid key from you.`, `Check ${keyOf(endpoint)}, ${OFFLINE}.`],
  'model-quota': (name) => [`Your credit at ${name} is used up.`, `Add credit there or raise its limit, ${OFFLINE}.`],
  'model-not-found': (name, { model }) => [`${name} does not know the model ${model}.`, 'Check the name of the model and the base URL.'],
  'model-refused': (name, { model }) => [`The model ${model} at ${name} refused to answer.`, `Try another model, ${OFFLINE}.`],
  'model-request-rejected': (name) => [`${name} did not accept the request.`, `Choose a model that takes longer texts or more settings, ${OFFLINE}.`],
  'model-truncated': (name, { model }) => [`The reply of ${model} at ${name} was cut off at its length limit.`, 'Choose a model with a higher limit, or allow it more tokens.'],
  'model-rate-limited': (name, _, when) => [`${name} has had too many requests from you.`, `Try again ${when}, with fewer at a time.`],
  'model-overloaded': (name, _, when) => [`${name} has trouble of its own.`, `Try again ${when}, ${OFFLINE}.`],
  'model-timeout': (name) => [`${name} did not answer in time.`, `Try again, choose a faster model, ${OFFLINE}.`],
  'model-unreachable': (name) => [`${name} cannot be reached.`, `Check the network and the base URL, ${OFFLINE}.`],
  'model-unreadable': (name, { model }) => [`The model ${model} at ${name} sent a reply that cannot be used.`, 'Try again, or choose another model.'],
};

function nameOf({ host }: Endpoint): string {
  if (host === 'api.openai.com') return 'OpenAI';
  if (/(?:^|\.)huggingface\.co$/.test(host)) return 'Hugging Face';
  return `the model server at ${host}`;
}

function keyOf({ provider }: Endpoint): string {
  return { openai: 'OPENAI_API_KEY', huggingface: 'HF_TOKEN' }[provider] ?? 'your key';
}

function wait(milliseconds = 0): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 1) return 'in a moment';
  return seconds < 120 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}
