import type { OpenAI } from 'openai';
import { readReply, readStream } from './chat-reply.ts';
import { responseFormatOf } from './json-schema.ts';
import { failureOf, hostOf, providerFetch, type CompleteOptions, type Endpoint, type Llm, type Message } from './llm.ts';
import { ModelFailure } from './model-failure.ts';

const OFFICIAL = 'https://api.openai.com/v1';

export interface OpenAiOptions {
  model: string;
  /** May be left out for a server of one's own. */
  apiKey?: string;
  /** Of any server that speaks OpenAI's chat completions: Ollama, llama.cpp, vLLM, LM Studio, a gateway. */
  baseUrl?: string;
  fetch?: typeof globalThis.fetch;
}

/** Chat completions of OpenAI, or of any server that speaks its language. */
export function createOpenAiLlm({ model, apiKey, baseUrl = OFFICIAL, fetch }: OpenAiOptions): Llm {
  const endpoint: Endpoint = { provider: 'openai', host: hostOf(baseUrl), model };
  let opening: Promise<OpenAI> | undefined;

  return {
    name: `openai/${model}`,
    endpoint,

    async complete(messages, options = {}) {
      options.signal?.throwIfAborted();
      if (isOfficial(endpoint) && !apiKey) throw new ModelFailure('model-key-rejected', endpoint);
      try {
        const client = await (opening ??= openClient(baseUrl, providerFetch(endpoint, { key: apiKey, fetch })));
        return await ask(client, messages, options, endpoint);
      } catch (error) {
        throw isErrorEvent(error) ? new ModelFailure('model-overloaded', endpoint) : failureOf(error, endpoint, options.signal);
      }
    },
  };
}

/** The client with everything off that would look into the environment, wait, try again or print. */
async function openClient(baseURL: string, fetch: typeof globalThis.fetch): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({ apiKey: 'held-elsewhere', baseURL, fetch, maxRetries: 0, logLevel: 'off', organization: null, project: null, adminAPIKey: null, webhookSecret: null });
}

async function ask(client: OpenAI, messages: Message[], options: CompleteOptions, endpoint: Endpoint) {
  const { onText, signal } = options;
  const request = requestOf(messages, options, endpoint);
  if (!onText) return readReply(await client.chat.completions.create(request, { signal }), endpoint);
  const stream = await client.chat.completions.create({ ...request, stream: true, stream_options: { include_usage: true } }, { signal });
  const completion = await readStream(stream, onText, endpoint);
  // The client ends a cancelled stream as if it were complete.
  signal?.throwIfAborted();
  return completion;
}

function requestOf(messages: Message[], { temperature, maxTokens, seed, format }: CompleteOptions, endpoint: Endpoint) {
  const { model } = endpoint;
  const length = isOfficial(endpoint) ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens };
  // OpenAI's reasoning models refuse both.
  const chance = isOfficial(endpoint) && /^(?:o\d|gpt-5)/.test(model) ? {} : { temperature, seed };
  return { model, messages, ...length, ...chance, response_format: responseFormatOf(format) };
}

const isOfficial = ({ host }: Endpoint): boolean => host === 'api.openai.com';

/** A stream that began well may still carry an error; the client throws it as one without a status. */
function isErrorEvent(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === undefined && 'error' in error && typeof error.error === 'object';
}
