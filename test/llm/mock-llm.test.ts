import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createOpenAiEmbedder } from '../../src/embeddings/openai.ts';
import { recordCassette, replayCassette } from '../../src/llm/cassette.ts';
import { priceTable } from '../../src/llm/costs.ts';
import { createLimiter } from '../../src/llm/limits.ts';
import type { Llm } from '../../src/llm/llm.ts';
import { createMaskedLlm } from '../../src/llm/masked.ts';
import { createMask } from '../../src/llm/masking.ts';
import { createMeteredLlm, type MeteredCall } from '../../src/llm/metering.ts';
import { createOpenAiLlm } from '../../src/llm/openai.ts';
import { createPatience } from '../../src/llm/patience.ts';
import { createPatientLlm } from '../../src/llm/patient.ts';
import { fillPrompt } from '../../src/llm/prompt-page.ts';
import { completeStructured } from '../../src/llm/structured.ts';
import { startMockLlm } from '../helpers/servers/mock-llm.ts';

const reply = (content: string) => JSON.stringify({
  id: 'x', object: 'chat.completion', model: 'mock', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }], usage: { prompt_tokens: 200, completion_tokens: 40, total_tokens: 240 },
});
const refusal = (code: string) => JSON.stringify({ error: { message: 'No.', type: 'error', param: null, code } });
const says = (words: string, status: number, content: string) => ({ path: '/v1/chat/completions', match: `contains(body.messages[-1].content, '${words}')`, response: { status, content } });

const GRADE = '{"band": 3, "quotes": ["[NAME_1] built it"]}';
const RULES = [
  { path: '/v1/chat/completions', response: { status: 200, content: reply('Tell me about an index, please.') } },
  says('key-wrong', 401, refusal('invalid_api_key')),
  says('too-many', 429, refusal('rate_limit_exceeded')),
  says('broken', 500, refusal('server_error')),
  { path: '/v1/chat/completions', match: "body.response_format.type == 'json_schema'", response: { status: 400, content: refusal('unsupported_response_format') } },
  { path: '/v1/chat/completions', match: "body.response_format.type == 'json_object'", response: { status: 200, content: reply(GRADE) } },
  { path: '/v1/embeddings', response: { status: 200, content: JSON.stringify({ object: 'list', model: 'mock', data: [{ object: 'embedding', index: 0, embedding: new Array(512).fill(0.5) }] }) } },
];

const Grade = z.object({ band: z.number().int().min(1).max(4), quotes: z.array(z.string()) });
const ask = (content: string) => [{ role: 'user' as const, content }];

describe('against an independent server', () => {
  let server: Awaited<ReturnType<typeof startMockLlm>>;
  let llm: Llm;
  const root = mkdtempSync(join(tmpdir(), 'hotseat-mock-'));
  const quiet = [vi.spyOn(console, 'log').mockImplementation(() => undefined), vi.spyOn(console, 'error').mockImplementation(() => undefined)];
  beforeAll(async () => {
    server = await startMockLlm(RULES);
    llm = createOpenAiLlm({ model: 'mock', baseUrl: server.baseUrl });
  });
  afterAll(async () => {
    await server.close();
    quiet.forEach((spy) => spy.mockRestore());
    rmSync(root, { recursive: true });
  });

  it('answers', async () => {
    expect(await llm.complete(ask('Ask.'))).toEqual({ text: 'Tell me about an index, please.', usage: { inputTokens: 200, outputTokens: 40 }, model: 'mock' });
  });

  it('streams', async () => {
    const pieces: string[] = [];
    expect(await llm.complete(ask('Ask.'), { onText: (piece) => pieces.push(piece) })).toMatchObject({ text: 'Tell me about an index, please.', usage: null });
    expect(pieces.length).toBeGreaterThan(3);
  });

  it.each([
    ['key-wrong', 'model-key-rejected'],
    ['too-many', 'model-rate-limited'],
    ['broken', 'model-overloaded'],
  ])('fails at %s in words', async (words, code) => {
    await expect(llm.complete(ask(words))).rejects.toMatchObject({ code });
  });

  it('fails inside of a stream in words', async () => {
    await expect(llm.complete(ask('broken'), { onText: () => undefined })).rejects.toMatchObject({ code: 'model-overloaded' });
  });

  it('embeds', async () => {
    const [vector] = await createOpenAiEmbedder({ model: 'text-embedding-3-small', baseUrl: server.baseUrl }).embed(['An index.']);
    expect(vector?.[0]).toBeCloseTo(1 / Math.sqrt(512), 6);
  });

  it('grades through everything that stands before a model, and the cassette plays it again', async () => {
    const file = join(root, 'turns.jsonl');
    const mask = createMask({ name: 'Wilhelmina Testperson' });
    const calls: MeteredCall[] = [];
    const stack = (inner: Llm): Llm => {
      const metered = createMeteredLlm(inner, { purpose: 'evaluation', prices: priceTable({ [`${inner.endpoint.host}/mock`]: { input: 2.5, output: 10 } }), redact: mask.redact, onCall: (call) => calls.push(call) });
      const patient = createPatientLlm(metered, createPatience({ limiter: createLimiter({ concurrency: 4 }) }));
      return createMaskedLlm(patient, mask);
    };
    const { messages } = fillPrompt('cleaning', { words: { intent: 'resume', resumePoint: 'Built it.' }, material: { rawQuestion: 'Wilhelmina Testperson built it, mail w@mail.example' } });
    const grade = (model: Llm) => completeStructured(model, messages, { name: 'grade', schema: Grade, temperature: 0.3 });

    const recorded = await grade(stack(recordCassette(llm, { file, redact: mask.redact })));
    expect(recorded).toEqual({ value: { band: 3, quotes: ['Wilhelmina Testperson built it'] }, model: 'mock', way: 'object', repaired: false });
    expect(calls).toMatchObject([{ ok: false, failure: 'model-request-rejected', costUsd: 0 }, { ok: true, inputTokens: 200, outputTokens: 40, costUsd: 0.0009 }]);
    expect(JSON.stringify(calls) + readFileSync(file, 'utf8')).not.toMatch(/Wilhelmina|mail\.example/);

    expect(await grade(stack(replayCassette(file)))).toEqual(recorded);
  });
});
