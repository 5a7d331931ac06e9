import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jsonSchemaOf } from './json-schema.ts';
import type { CompleteOptions, Completion, Endpoint, Llm, Message } from './llm.ts';

/** Where replies are kept between runs, under a key that says all they depend on. */
export interface ReplyCache {
  /** Undefined for what is not there, or no longer. */
  find(key: string): Promise<string | undefined>;
  keep(key: string, reply: string): Promise<void>;
}

const Kept = z.object({ text: z.string(), model: z.string() });

/**
 * A model that is not asked twice for what may be used again (`reusable`): the
 * same words, of the same model at the same place, with the same settings.
 * What fails is never kept, and neither is what its caller finds not worth it.
 * A cache that cannot be read or written is as good as none.
 */
export function createCachedLlm(llm: Llm, cache: ReplyCache): Llm {
  return {
    name: llm.name,
    endpoint: llm.endpoint,

    async complete(messages, options = {}) {
      if (!options.reusable) return llm.complete(messages, options);
      const key = keyOf(llm.endpoint, messages, options);
      const known = await cache.find(key).then(readKept).catch(() => undefined);
      if (known) {
        options.onText?.(known.text);
        return known;
      }
      const completion = await llm.complete(messages, options);
      const { text, model } = completion;
      if (options.worthKeeping?.(text) === false) return completion;
      await cache.keep(key, JSON.stringify({ text, model })).catch(() => undefined);
      return completion;
    },
  };
}

function readKept(reply: string | undefined): Completion | undefined {
  if (reply === undefined) return undefined;
  const kept = Kept.safeParse(JSON.parse(reply));
  return kept.success ? { ...kept.data, usage: null, kept: true } : undefined;
}

function keyOf({ provider, host, model }: Endpoint, messages: Message[], { temperature, maxTokens, seed, format }: CompleteOptions): string {
  const shape = format ? [format.name, format.way, jsonSchemaOf(format.schema)] : null;
  return createHash('sha256').update(JSON.stringify([provider, host, model, messages, temperature ?? null, maxTokens ?? null, seed ?? null, shape])).digest('hex');
}
