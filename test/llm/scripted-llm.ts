import type { Completion, CompleteOptions, Llm, Message } from '../../src/llm/llm.ts';
import { ModelFailure, type ModelFailureCode } from '../../src/llm/model-failure.ts';

export const ENDPOINT = { provider: 'openai', host: 'api.openai.com', model: 'gpt-4o' };

export const hello: Message[] = [{ role: 'user', content: 'Hello?' }];

export type ScriptedTurn = string | Error | ((messages: Message[], options: CompleteOptions) => Promise<Completion>);

export function completion(text: string): Completion {
  return { text, usage: { inputTokens: 100, outputTokens: 10 }, model: 'gpt-4o-2024-08-06' };
}

export function failure(code: ModelFailureCode, retryAfterMs?: number): ModelFailure {
  return new ModelFailure(code, ENDPOINT, { retryAfterMs });
}

/** A model that plays its turns in order and keeps what it was asked; texts are streamed letter by letter. */
export function scriptedLlm(...turns: ScriptedTurn[]): Llm & { asked: { messages: Message[]; options: CompleteOptions }[] } {
  const asked: { messages: Message[]; options: CompleteOptions }[] = [];
  return {
    name: 'openai/gpt-4o',
    endpoint: { ...ENDPOINT },
    asked,
    async complete(messages, options = {}) {
      options.signal?.throwIfAborted();
      asked.push({ messages, options });
      const turn = turns.shift() ?? new Error('The script is over.');
      if (turn instanceof Error) throw turn;
      if (typeof turn === 'function') return turn(messages, options);
      [...turn].forEach((letter) => options.onText?.(letter));
      return completion(turn);
    },
  };
}

/** A model that never answers, and does not even listen to its signal. */
export const deafLlm = (onAsked: (options: CompleteOptions) => void = () => undefined): Llm => ({
  name: 'openai/gpt-4o',
  endpoint: ENDPOINT,
  complete: (_, options = {}) => {
    onAsked(options);
    return new Promise(() => undefined);
  },
});
