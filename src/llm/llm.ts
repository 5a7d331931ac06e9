import type { z } from 'zod';

export { ModelFailure, type ModelFailureCode } from './model-failure.ts';
export { failureOf, hostOf, providerFetch } from './provider-fetch.ts';

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** Who is asked, for error sentences and for the record of what was sent where. Holds no key. */
export interface Endpoint {
  provider: string;
  /** Host and port, for instance `api.openai.com` or `127.0.0.1:11434`. */
  host: string;
  model: string;
}

/** A wish for a reply in JSON. `way` says how the endpoint is asked: by JSON Schema, in JSON mode, or in words alone. */
export interface Format {
  /** Letters, digits, `_` and `-`. */
  name: string;
  schema: z.ZodType;
  way: 'schema' | 'object' | 'text';
}

export interface CompleteOptions {
  signal?: AbortSignal;
  temperature?: number;
  maxTokens?: number;
  seed?: number;
  format?: Format;
  /** The same words asked before may be answered with the reply of then: for what is a judgement and no talk. */
  reusable?: boolean;
  /** With `reusable`: says which replies may be used again. All, if it is left out. */
  worthKeeping?: (reply: string) => boolean;
  /** Called with each piece of the reply as it comes; the pieces together are the reply's text. */
  onText?: (piece: string) => void;
  /** What `onText` was given so far is void: the reply begins again. Without it a reply that began is not asked for twice. */
  onRestart?: () => void;
}

export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

export interface Completion {
  text: string;
  /** Null where the endpoint does not say. */
  usage: Usage | null;
  /** The model that answered, by its own name for itself. */
  model: string;
  /** The reply of an earlier call: nobody was asked this time. */
  kept?: true;
}

/**
 * A chat model.
 *
 * Adapters translate; they never retry, parse or judge. Rejects with a
 * `ModelFailure` (a `ModelError`) when the provider refuses, cannot be reached,
 * breaks off in the middle or sends something empty or unreadable, and with the
 * signal's reason when it is cancelled. No message of it holds a key or a word
 * of what was sent.
 */
export interface Llm {
  /** Provider and model, for instance `openai/gpt-4o`. */
  readonly name: string;
  readonly endpoint: Endpoint;
  complete(messages: Message[], options?: CompleteOptions): Promise<Completion>;
}
