import type { InferenceClient, InferenceProviderOrPolicy } from '@huggingface/inference';
import { z } from 'zod';
import { HotseatError } from '../errors.ts';
import { ALPACA_STOP, alpacaAnswer, alpacaPrompt } from './alpaca.ts';
import { completionOf, readReply, readStream, usageOf, type Heard } from './chat-reply.ts';
import { responseFormatOf } from './json-schema.ts';
import { failureOf, hostOf, providerFetch, type CompleteOptions, type Completion, type Endpoint, type Llm, type Message } from './llm.ts';
import { ModelFailure } from './model-failure.ts';

const ROUTER = 'https://router.huggingface.co';

export interface HuggingFaceOptions {
  model: string;
  /** May be left out for an endpoint of one's own. */
  token?: string;
  /** Text generation is for fine-tuned models: they get the Alpaca prompt format. */
  task?: 'chat' | 'text-generation';
  /** An endpoint of one's own; the router otherwise. */
  endpointUrl?: string;
  /** Whose machines behind the router: chosen by the router for chat, Hugging Face's own for text generation. */
  provider?: InferenceProviderOrPolicy;
  fetch?: typeof globalThis.fetch;
}

type Call = { client: InferenceClient; messages: Message[]; options: CompleteOptions; endpoint: Endpoint; setup: HuggingFaceOptions };

/** Chat or text generation by Hugging Face's router, or by an endpoint of one's own. */
export function createHuggingFaceLlm(setup: HuggingFaceOptions): Llm {
  const { model, token, endpointUrl, task = 'chat', fetch } = setup;
  const endpoint: Endpoint = { provider: 'huggingface', host: hostOf(endpointUrl ?? ROUTER), model };

  return {
    name: `huggingface/${model}`,
    endpoint,

    async complete(messages, options = {}) {
      options.signal?.throwIfAborted();
      if (!endpointUrl && !token) throw new ModelFailure('model-key-rejected', endpoint);
      try {
        const heard: Ear = {};
        const client = await openClient(setup, listening(providerFetch(endpoint, { key: token, fetch }), heard, task === 'text-generation' && !isStreamed(options)));
        const call = { client, messages, options, endpoint, setup };
        return task === 'chat' ? await chat(call) : await generate(call, heard);
      } catch (error) {
        throw translated(error, endpoint, options.signal);
      }
    },
  };
}

async function openClient({ token, endpointUrl }: HuggingFaceOptions, fetch: typeof globalThis.fetch): Promise<InferenceClient> {
  const { InferenceClient, setLogger } = await import('@huggingface/inference');
  const silent = () => undefined;
  setLogger({ debug: silent, info: silent, warn: silent, error: silent, log: silent });
  // A 503 would be asked again for ever.
  return new InferenceClient(token ? 'hf_held_elsewhere' : '', { endpointUrl, fetch, retry_on_error: false });
}

async function chat({ client, messages, options, endpoint, setup }: Call): Promise<Completion> {
  const { temperature, maxTokens, seed, format, onText, signal } = options;
  const request = {
    model: setup.model,
    ...(setup.provider && !setup.endpointUrl ? { provider: setup.provider } : {}),
    messages: messages.map((message) => ({ ...message })),
    temperature,
    max_tokens: maxTokens,
    seed,
    response_format: responseFormatOf(format),
  };
  if (!onText) return readReply(await client.chatCompletion(request, { signal }), endpoint);
  return readStream(client.chatCompletionStream({ ...request, stream_options: { include_usage: true } }, { signal }), onText, endpoint);
}

/** Text generation streams words only: what is to be read as JSON is taken whole. */
const isStreamed = ({ onText, format }: CompleteOptions): boolean => onText !== undefined && format === undefined;

async function generate(call: Call, heard: Ear): Promise<Completion> {
  const { client, messages, options, endpoint, setup } = call;
  const { temperature, maxTokens, seed, onText, signal } = options;
  const request = {
    model: setup.model,
    ...(setup.endpointUrl ? {} : { provider: setup.provider ?? 'hf-inference' }),
    inputs: alpacaPrompt(messages),
    parameters: { max_new_tokens: maxTokens, temperature, seed, stop: [ALPACA_STOP] },
  };
  if (onText && isStreamed(options)) return readTokens(client.textGenerationStream(request, { signal }), onText, endpoint);
  await client.textGeneration(request, { signal });
  return readGenerated(await heard.body, endpoint);
}

// The client hands on the text alone and drops why the model stopped; so its body is kept here.
type Ear = { body?: Promise<unknown> };

function listening(fetch: typeof globalThis.fetch, ear: Ear, isOn: boolean): typeof globalThis.fetch {
  if (!isOn) return fetch;
  return async (...request) => {
    const response = await fetch(...request);
    ear.body = response.clone().json().catch(() => undefined);
    return response;
  };
}

const Choice = z.object({ text: z.string(), finish_reason: z.string().nullish() });
const Usage = z.object({ prompt_tokens: z.number(), completion_tokens: z.number().default(0) }).nullish().catch(null);
const Generated = z.object({ model: z.string().optional(), choices: z.tuple([Choice]).rest(z.unknown()), usage: Usage });
// As the completions route streams, or as text-generation-inference does.
const Token = z.union([
  z.object({ choices: z.array(Choice), usage: Usage, model: z.string().optional() })
    .transform(({ choices: [choice], usage, model }) => ({ text: choice?.text ?? '', finish: choice?.finish_reason ?? null, usage, model })),
  z.object({ token: z.object({ text: z.string(), special: z.boolean().default(false) }), details: z.object({ finish_reason: z.string() }).nullish() })
    .transform(({ token, details }) => ({ text: token.special ? '' : token.text, finish: details?.finish_reason ?? null, usage: null, model: undefined })),
]);

function readGenerated(raw: unknown, endpoint: Endpoint): Completion {
  const generated = Generated.safeParse(raw);
  if (!generated.success) throw new ModelFailure('model-unreadable', endpoint, { detail: 'it has another shape' });
  const { choices: [choice], usage, model } = generated.data;
  return completionOf({ text: alpacaAnswer(choice.text), refused: false, finish: choice.finish_reason ?? 'stop', usage: usageOf(usage), model }, endpoint);
}

async function readTokens(tokens: AsyncIterable<unknown>, onText: (piece: string) => void, endpoint: Endpoint): Promise<Completion> {
  const heard: Heard = { text: '', refused: false, finish: null, usage: null, model: undefined };
  let passed = 0;
  const pass = (sure: string): void => {
    if (sure.length > passed) onText(sure.slice(passed));
    passed = Math.max(passed, sure.length);
  };
  for await (const raw of tokens) {
    const token = Token.safeParse(raw);
    if (!token.success) throw new ModelFailure('model-unreadable', endpoint, { detail: 'it has another shape' });
    const { text, finish, usage, model } = token.data;
    heard.text += text;
    heard.finish = finish ?? heard.finish;
    heard.usage = usageOf(usage) ?? heard.usage;
    heard.model ??= model;
    pass(beginningOf(heard.text));
  }
  const answer = alpacaAnswer(heard.text);
  pass(answer);
  return completionOf({ ...heard, text: answer }, endpoint);
}

/** What of an answer is sure to stay, whatever comes after it. */
function beginningOf(text: string): string {
  return alpacaAnswer(text).replace(/\s*(?:\n#{1,2}|<(?:\/s?)?)$/u, '');
}

/** The client has errors of its own besides those of the network; its texts may hold the prompt and are left out. */
function translated(error: unknown, endpoint: Endpoint, signal?: AbortSignal): unknown {
  const name = error instanceof Error ? error.name : '';
  if (signal?.aborted) return signal.reason;
  if (error instanceof HotseatError) return error;
  if (name === 'ProviderApiError') return isErrorEvent(error) ? new ModelFailure('model-overloaded', endpoint) : new ModelFailure('model-unreadable', endpoint, { detail: 'it is no stream' });
  if (name === 'ProviderOutputError') return new ModelFailure('model-unreadable', endpoint, { detail: 'it has another shape' });
  if (name === 'InputError' || name === 'HubApiError') return new ModelFailure('model-not-found', endpoint);
  if (name === 'RoutingError') return new ModelFailure('model-request-rejected', endpoint);
  return failureOf(error, endpoint, signal);
}

/** A stream that began well may still carry an error. */
function isErrorEvent(error: unknown): boolean {
  return z.object({ httpResponse: z.object({ body: z.looseObject({ error: z.unknown() }) }) }).safeParse(error).success;
}
