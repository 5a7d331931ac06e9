import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findJson } from '../../src/llm/find-json.ts';
import { createCachedLlm } from '../../src/llm/cached.ts';
import type { Llm } from '../../src/llm/llm.ts';
import { createMaskedLlm } from '../../src/llm/masked.ts';
import { createMask } from '../../src/llm/masking.ts';
import { createPatience } from '../../src/llm/patience.ts';
import { createPatientLlm } from '../../src/llm/patient.ts';
import { completeStructured } from '../../src/llm/structured.ts';
import { failure, hello, scriptedLlm, type ScriptedTurn } from './scripted-llm.ts';

const schema = z.object({ band: z.number().int().min(1).max(4), quotes: z.array(z.string()) });
const wish = { name: 'grade', schema };
const good = '{"band": 3, "quotes": ["an index"]}';
const value = { band: 3, quotes: ['an index'] };
const rejected = () => failure('model-request-rejected');

describe('a structured reply', () => {
  it('is asked for by its schema, and checked', async () => {
    const llm = scriptedLlm(good);
    expect(await completeStructured(llm, hello, { ...wish, temperature: 0.3, maxTokens: 99, seed: 7 })).toEqual({ value, model: 'gpt-4o-2024-08-06', way: 'schema', repaired: false });
    expect(llm.asked).toMatchObject([{ messages: hello, options: { temperature: 0.3, maxTokens: 99, seed: 7, format: { name: 'grade', way: 'schema' } } }]);
  });

  it.each([
    ['in a code fence', 'Here you are:\n```json\n{"band": 3, "quotes": ["an index"]}\n```\nAnything else?'],
    ['between words', `Sure! ${good} I hope that helps {really}.`],
    ['after thinking aloud', `<think>Maybe {"band": 1, "quotes": []}?</think>\n${good}`],
    ['behind another object', `{"note": "first"}\n${good}`],
    ['with fields that nobody asked for', '{"band": 3, "quotes": ["an index"], "total": 9}'],
  ])('is found %s', async (_, text) => {
    expect(await completeStructured(scriptedLlm(text), hello, wish)).toMatchObject({ value, repaired: false });
  });

  it.each([
    ['without JSON', 'I would give it a three.', 'it holds no JSON object.'],
    ['that was cut', '{"band": 3, "quo', 'it holds no JSON object.'],
    ['that is empty', '', 'it holds no JSON object.'],
    ['with a wrong number', '{"band": 7, "quotes": []}', '- band: '],
    ['without a field', '{"band": 3}', '- quotes: '],
    ['that is a list', '[1, 2]', '- the whole: '],
    ['that is text', '"three"', 'it holds no JSON object.'],
  ])('%s is shown to the model once, with its mistake', async (_, text, mistake) => {
    const llm = scriptedLlm(text, good);
    expect(await completeStructured(llm, hello, wish)).toMatchObject({ value, repaired: true });
    const [, second] = llm.asked;
    expect(second?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(second?.messages[1]?.content).toBe(text);
    expect(second?.messages[2]?.content).toContain(mistake);
    expect(second?.messages[2]?.content).toContain('"quotes"');
  });

  it('that does not fit twice is no reply', async () => {
    const llm = scriptedLlm('three', 'four', good);
    await expect(completeStructured(llm, hello, wish)).rejects.toMatchObject({ code: 'model-unreadable', passing: false });
    expect(llm.asked).toHaveLength(2);
  });

  it.each([
    [1, 'object'],
    [2, 'text'],
  ] as const)('is asked for in %i other ways where the endpoint refuses', async (refusals, way) => {
    const llm = scriptedLlm(...Array.from({ length: refusals }, rejected), good, good);
    expect(await completeStructured(llm, hello, wish)).toMatchObject({ value, way });
    expect(llm.asked.at(-1)?.messages.at(-1)?.content).toMatch(/JSON Schema:\n\{.*"band"/);
    await completeStructured(llm, hello, wish);
    expect(llm.asked.map(({ options }) => options.format?.way)).toEqual(['schema', 'object', 'text'].slice(0, refusals + 1).concat(way));
  });

  it('is asked for in the same way by everything that stands before one adapter', async () => {
    const llm = scriptedLlm(rejected(), good, good);
    await completeStructured(createMaskedLlm(llm, createMask()), hello, wish);
    await completeStructured(createMaskedLlm(llm, createMask()), hello, wish);
    expect(llm.asked.map(({ options }) => options.format?.way)).toEqual(['schema', 'object', 'object']);
  });

  it('rejects when every way is refused, and begins at the beginning the next time', async () => {
    const llm = scriptedLlm(rejected(), rejected(), rejected(), good);
    await expect(completeStructured(llm, hello, wish)).rejects.toMatchObject({ code: 'model-request-rejected' });
    expect(await completeStructured(llm, hello, wish)).toMatchObject({ way: 'schema' });
  });

  it.each(['model-refused', 'model-truncated', 'model-key-rejected', 'model-timeout', 'model-rate-limited'] as const)('%s is no reason to ask in another way', async (code) => {
    const llm = scriptedLlm(failure(code), good);
    await expect(completeStructured(llm, hello, wish)).rejects.toMatchObject({ code });
    expect(llm.asked).toHaveLength(1);
  });

  it('keeps the reply out of its error', async () => {
    const error: unknown = await completeStructured(scriptedLlm('My walrus', 'My walrus'), hello, wish).catch((reason: unknown) => reason);
    expect(String((error as Error).stack)).not.toContain('walrus');
  });
});

describe('a field of a structured reply', () => {
  const feedback = z.object({ feedback: z.string() });
  const watched = async (llm: Llm) => {
    const shown: string[] = [];
    const outcome: unknown = await completeStructured(llm, hello, { name: 'x', schema: feedback, watch: { field: 'feedback', onText: (text) => shown.push(text) } }).catch((reason: unknown) => reason);
    return { outcome, shown };
  };
  const breaksAfter = (text: string): ScriptedTurn => async (_, { onText }) => {
    onText?.(text);
    throw failure('model-unreachable');
  };

  it('is shown while it comes', async () => {
    const { shown } = await watched(scriptedLlm('{"feedback": "Yes."}'));
    expect(shown).toEqual(['Y', 'Ye', 'Yes', 'Yes.']);
  });

  it('is taken back when the stream begins again', async () => {
    const patient = createPatientLlm(scriptedLlm(breaksAfter('{"feedback": "Ma'), '{"feedback": "Ye"}'), createPatience({ sleep: async () => undefined }));
    expect((await watched(patient)).shown).toEqual(['Ma', '', 'Y', 'Ye']);
  });

  it('is taken back when the reply does not fit and is asked for again', async () => {
    const { shown } = await watched(scriptedLlm('{"feedback": "No', '{"feedback": "Ye"}'));
    expect(shown).toEqual(['N', 'No', '', 'Y', 'Ye']);
  });

  it('is taken back when the call fails for good', async () => {
    const { outcome, shown } = await watched(scriptedLlm(breaksAfter('{"feedback": "Ma')));
    expect(outcome).toMatchObject({ code: 'model-unreachable' });
    expect(shown).toEqual(['Ma', '']);
  });

  it('has names where stand-ins were sent, and never half of one', async () => {
    const mask = createMask({ name: 'Wilhelmina Testperson' });
    const { outcome, shown } = await watched(createMaskedLlm(scriptedLlm('{"feedback": "Thank you, [NAME_1]: [ok] \\u2713"}'), mask));
    expect(outcome).toMatchObject({ value: { feedback: 'Thank you, Wilhelmina Testperson: [ok] ✓' } });
    expect(shown.at(-1)).toBe('Thank you, Wilhelmina Testperson: [ok] ✓');
    expect(shown.filter((text) => text.includes('[N'))).toEqual([]);
  });
});

describe('a reply that may be used again', () => {
  const kept = new Map<string, string>();
  const cache = { find: async (key: string) => kept.get(key), keep: async (key: string, reply: string) => void kept.set(key, reply) };

  it('is kept only if it fits', async () => {
    const llm = scriptedLlm('three', 'four', good);
    const cached = createCachedLlm(llm, cache);
    await expect(completeStructured(cached, hello, { ...wish, reusable: true })).rejects.toMatchObject({ code: 'model-unreadable' });
    expect(kept.size).toBe(0);
    expect(await completeStructured(cached, hello, { ...wish, reusable: true })).toMatchObject({ value });
    expect(await completeStructured(cached, hello, { ...wish, reusable: true })).toMatchObject({ value });
    expect(llm.asked).toHaveLength(3);
  });
});

describe('JSON in a reply', () => {
  it('is not looked for for ever', () => {
    expect([...findJson('['.repeat(20_000))]).toEqual([]);
    expect([...findJson('{"a":'.repeat(5_000))]).toEqual([]);
  });

  it.each([
    ['{"a": "}{"} and {"b": 1}', [{ a: '}{' }, { b: 1 }]],
    ['{"a": "\\"}"}', [{ a: '"}' }, { a: '"}' }]],
    ['nothing', []],
    ['{broken} {"b": 1}', [{ b: 1 }]],
  ])('of %s is %j', (text, found) => {
    expect([...findJson(text)]).toEqual(found);
  });
});
