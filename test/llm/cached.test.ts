import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ModelError } from '../../src/errors.ts';
import { createCachedLlm, type ReplyCache } from '../../src/llm/cached.ts';
import type { CompleteOptions, Llm } from '../../src/llm/llm.ts';

const WORDS = [{ role: 'user' as const, content: 'How good is this answer?' }];

/** A model that numbers its replies, and a cache in memory. */
function opened({ fails = false, broken = false } = {}) {
  let calls = 0;
  const llm: Llm = {
    name: 'test/one',
    endpoint: { provider: 'test', host: 'test.example', model: 'one' },
    async complete() {
      calls += 1;
      if (fails) throw new ModelError('model-unreachable', 'Nobody there.', 'Try again.');
      return { text: `reply ${calls}`, usage: { inputTokens: 1, outputTokens: 1 }, model: 'one' };
    },
  };
  const kept = new Map<string, string>();
  const refuse = () => Promise.reject(new Error('The disk is full.'));
  const cache: ReplyCache = broken ? { find: refuse, keep: refuse } : { find: async (key) => kept.get(key), keep: async (key, reply) => void kept.set(key, reply) };
  return { model: createCachedLlm(llm, cache), kept, calls: () => calls };
}

const ask = async (model: Llm, options: CompleteOptions) => (await model.complete(WORDS, options)).text;

describe('a model whose judgements are kept', () => {
  it('answers the same words again without a call, also as a stream', async () => {
    const { model, calls } = opened();
    const heard: string[] = [];
    expect(await ask(model, { reusable: true })).toBe('reply 1');
    expect(await ask(model, { reusable: true, onText: (piece) => heard.push(piece) })).toBe('reply 1');
    expect([calls(), heard]).toEqual([1, ['reply 1']]);
  });

  it.each<[string, CompleteOptions, CompleteOptions]>([
    ['talk is never used again', {}, {}],
    ['another temperature', { reusable: true, temperature: 0.3 }, { reusable: true, temperature: 0.7 }],
    ['another seed', { reusable: true, seed: 1 }, { reusable: true, seed: 2 }],
    ['another shape of the reply', { reusable: true }, { reusable: true, format: { name: 'grade', schema: z.object({ band: z.number() }), way: 'schema' } }],
  ])('asks anew: %s', async (_, first, second) => {
    const { model } = opened();
    expect([await ask(model, first), await ask(model, second)]).toEqual(['reply 1', 'reply 2']);
  });

  it('keeps no failure', async () => {
    const { model, kept } = opened({ fails: true });
    await expect(ask(model, { reusable: true })).rejects.toThrow(ModelError);
    expect(kept.size).toBe(0);
  });

  it('asks again where what was kept is broken', async () => {
    const { model, kept, calls } = opened();
    await ask(model, { reusable: true });
    for (const key of kept.keys()) kept.set(key, '{"text": "repl');
    expect(await ask(model, { reusable: true })).toBe('reply 2');
    expect(calls()).toBe(2);
  });

  it('works on when nothing can be kept', async () => {
    const { model } = opened({ broken: true });
    expect([await ask(model, { reusable: true }), await ask(model, { reusable: true })]).toEqual(['reply 1', 'reply 2']);
  });
});
