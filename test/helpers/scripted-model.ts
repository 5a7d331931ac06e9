import type { Completion, CompleteOptions, Llm, Message } from '../../src/llm/llm.ts';
import { ModelFailure } from '../../src/llm/llm.ts';

export const ENDPOINT = { provider: 'test', host: 'nowhere', model: 'one' };

export const down = new ModelFailure('model-overloaded', ENDPOINT);

/** Never answers, and rejects with the signal's reason. */
export const hangs = Symbol('hangs');

export type Reply = string | object | Error | typeof hangs;

/** A model that gives these replies in turn, the last one for ever, streams them word by word, and keeps what it was asked. */
export function scriptedModel(...replies: Reply[]): Llm & { asked: { messages: Message[]; options: CompleteOptions }[] } {
  const asked: { messages: Message[]; options: CompleteOptions }[] = [];
  return {
    name: 'test/one',
    endpoint: { ...ENDPOINT },
    asked,
    async complete(messages, options = {}) {
      options.signal?.throwIfAborted();
      asked.push({ messages, options });
      const reply = replies[Math.min(asked.length, replies.length) - 1] ?? '';
      if (reply === hangs) return untilAborted(options.signal);
      if (reply instanceof Error) throw reply;
      const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
      for (const piece of text.match(/\S+\s*|\s+/gu) ?? []) options.onText?.(piece);
      return { text, usage: null, model: 'one' };
    },
  };
}

/** All that a model was given, as one text. */
export function promptOf({ asked }: ReturnType<typeof scriptedModel>): string {
  return asked.flatMap(({ messages }) => messages.map(({ content }) => content)).join('\n');
}

function untilAborted(signal?: AbortSignal): Promise<Completion> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
}
