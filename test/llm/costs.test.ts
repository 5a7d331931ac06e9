import { describe, expect, it } from 'vitest';
import { costOf, createSpending, estimateUsage, priceRemedy, priceTable } from '../../src/llm/costs.ts';
import { createMeteredLlm, type MeteredCall } from '../../src/llm/metering.ts';
import { createMask } from '../../src/llm/masking.ts';
import { ENDPOINT, failure, hello, scriptedLlm } from './scripted-llm.ts';

const usage = { inputTokens: 1_000_000, outputTokens: 100_000 };

describe('the price of a call', () => {
  it.each([
    ['gpt-4o', 3.5],
    ['gpt-4o-2024-08-06', 3.5],
    ['gpt-4o-mini', 0.21],
    ['text-embedding-3-small', 0.02],
  ])('of %s is $%d for a million tokens in and a tenth of it out', (model, price) => {
    expect(costOf({ ...ENDPOINT, model }, usage, priceTable())).toBeCloseTo(price, 10);
  });

  it.each([
    ['a model that nobody knows', { ...ENDPOINT, model: 'gpt-99' }],
    ['another make of a known model', { ...ENDPOINT, model: 'gpt-4o-audio-preview' }],
    ['the same name on another server', { ...ENDPOINT, host: '127.0.0.1:11434' }],
    ['another provider', { ...ENDPOINT, provider: 'huggingface' }],
  ])('of %s is not known, and not 0', (_, endpoint) => {
    expect(costOf(endpoint, usage, priceTable())).toBeNull();
  });

  it('is not known without tokens', () => {
    expect(costOf(ENDPOINT, null, priceTable())).toBeNull();
  });

  it('can be set by the user, for a server too', () => {
    const prices = priceTable({ 'openai/gpt-4o': { input: 1, output: 1 }, '127.0.0.1:11434/llama3': { input: 0, output: 0 } });
    expect(costOf(ENDPOINT, usage, prices)).toBeCloseTo(1.1, 10);
    expect(costOf({ provider: 'openai', host: '127.0.0.1:11434', model: 'llama3' }, usage, prices)).toBe(0);
  });

  it.each([
    ['OpenAI', ENDPOINT, 'openai/gpt-4o'],
    ['a server of one\'s own', { ...ENDPOINT, host: '127.0.0.1:11434' }, '127.0.0.1:11434/gpt-4o'],
    ['Hugging Face', { provider: 'huggingface', host: 'router.huggingface.co', model: 'org/model' }, 'huggingface/org/model'],
  ])('of a model at %s is missing under the name that is looked up', (_, endpoint, name) => {
    expect(priceRemedy(endpoint)).toContain(`prices:\n  "${name}": { input: 2.5, output: 10 }`);
    expect(costOf(endpoint, usage, { ...priceTable(), models: { [name]: { input: 2.5, output: 10 } } })).toBeCloseTo(3.5, 10);
  });

  it('has a month', () => {
    expect(priceTable().asOf).toMatch(/^20\d\d-\d\d$/);
  });

  it('is estimated from above', () => {
    const text = 'The quick brown fox jumps over the lazy dog. '.repeat(20);
    // 45 letters of plain English are about 10 tokens.
    expect(estimateUsage([{ role: 'user', content: text }], { maxTokens: 300 })).toEqual({ inputTokens: expect.toSatisfy((tokens: number) => tokens > 200 && tokens < 400) as number, outputTokens: 300 });
  });
});

describe('spending', () => {
  it('adds up, and keeps count of what has no price', () => {
    const spending = createSpending();
    spending.reserve(0.5, ENDPOINT)(0.2);
    spending.reserve(null, ENDPOINT)(null);
    spending.reserve(0.1, ENDPOINT)(0.1);
    expect(spending.spentUsd).toBeCloseTo(0.3, 10);
    expect(spending.unpriced).toBe(1);
  });

  it('refuses the call that might go over the limit, before it is made', () => {
    const spending = createSpending({ maxCostUsd: 1 });
    const settle = spending.reserve(0.6, ENDPOINT);
    expect(() => spending.reserve(0.6, ENDPOINT)).toThrow(expect.objectContaining({ code: 'max-cost-reached' }) as Error);
    settle(0.1);
    expect(() => spending.reserve(0.6, ENDPOINT)).not.toThrow();
  });

  it('refuses a call without a price if there is a limit', () => {
    expect(() => createSpending({ maxCostUsd: 1 }).reserve(null, ENDPOINT)).toThrow(expect.objectContaining({ code: 'price-unknown' }) as Error);
  });
});

describe('metering', () => {
  const known = createMask({ name: 'Wilhelmina Testperson' });
  const metered = (turns: Parameters<typeof scriptedLlm>, more: { maxCostUsd?: number } = {}) => {
    const calls: MeteredCall[] = [];
    const clock = [1_000, 1_234.4];
    const spending = createSpending(more);
    const inner = scriptedLlm(...turns);
    const llm = createMeteredLlm(inner, { purpose: 'evaluation', prices: priceTable(), redact: known.redact, onCall: (call) => calls.push(call), spending, now: () => clock.shift() ?? 0 });
    return { llm, calls, spending, inner };
  };

  it('reports a good call', async () => {
    const { llm, calls, spending } = metered(['Hello.']);
    await llm.complete([{ role: 'user', content: 'I am Wilhelmina Testperson, a@example.com' }]);
    expect(calls).toEqual([{
      provider: 'openai', host: 'api.openai.com', model: 'gpt-4o', purpose: 'evaluation', inputTokens: 100, outputTokens: 10, costUsd: 0.00035,
      latencyMs: 234, ok: true, failure: null, maskedPayload: 'user: I am [NAME_1], [EMAIL_1]',
    }]);
    expect(spending.spentUsd).toBe(0.00035);
  });

  it.each([
    ['model-key-rejected', 0],
    ['model-rate-limited', 0],
    ['model-timeout', null],
  ] as const)('reports %s and passes it on', async (code, costUsd) => {
    const { llm, calls } = metered([failure(code)]);
    await expect(llm.complete(hello)).rejects.toMatchObject({ code });
    expect(calls).toMatchObject([{ ok: false, failure: code, inputTokens: null, costUsd }]);
  });

  it('counts what was served and not counted as the estimate', async () => {
    const { llm, spending } = metered([failure('model-timeout')], { maxCostUsd: 1 });
    await llm.complete(hello, { maxTokens: 1_000 }).catch(() => undefined);
    expect(spending.spentUsd).toBeGreaterThan(0.01);
  });

  it('does not make a call that is too dear', async () => {
    const { llm, calls, inner } = metered(['Hello.'], { maxCostUsd: 0.000_1 });
    await expect(llm.complete(hello)).rejects.toMatchObject({ code: 'max-cost-reached' });
    expect(inner.asked).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('calls a cancelled call cancelled', async () => {
    const { llm, calls } = metered([new Error('Esc')]);
    await expect(llm.complete(hello)).rejects.toThrow('Esc');
    expect(calls).toMatchObject([{ ok: false, failure: 'cancelled' }]);
  });
});
