import { describe, expect, it } from 'vitest';
import { InputError } from '../src/errors.ts';
import { offeredModels, settleEmbedder, settleModels, type ModelWishes } from '../src/model-settings.ts';

const OPENAI = { OPENAI_API_KEY: 'sk-one' };
const HUGGING_FACE = { HF_TOKEN: 'hf_one' };

describe('settleModels', () => {
  it.each<[string, ModelWishes, Record<string, string>, string, string]>([
    ['stays offline whatever key lies around', {}, { ...OPENAI, ...HUGGING_FACE }, 'offline', 'offline'],
    ['takes OpenAI when it is chosen', { provider: 'openai' }, OPENAI, 'openai', 'openai'],
    ['takes Hugging Face by its short name', { provider: 'hf' }, HUGGING_FACE, 'huggingface', 'huggingface'],
    ['looks for a key only when it is told to', { provider: 'auto' }, HUGGING_FACE, 'huggingface', 'huggingface'],
    ['stays offline when there is none to find', { provider: 'auto' }, {}, 'offline', 'offline'],
    ['mixes', { questionModel: 'hf:org/model', grader: 'openai:gpt-4o' }, { ...OPENAI, ...HUGGING_FACE }, 'huggingface', 'openai'],
    ['lets one agent be offline', { provider: 'openai', grader: 'offline' }, OPENAI, 'openai', 'offline'],
    ['needs no key for a server of one\'s own', { provider: 'openai' }, { OPENAI_BASE_URL: 'http://localhost:11434/v1' }, 'openai', 'openai'],
    ['needs no key to replay', { provider: 'openai', replay: 'turns.jsonl' }, {}, 'openai', 'openai'],
  ])('%s', (_, wishes, keys, question, grader) => {
    const settled = settleModels(wishes, keys);
    expect([settled.agents.question.kind, settled.agents.grader.kind]).toEqual([question, grader]);
  });

  it('keeps colons in the name of a model', () => {
    expect(settleModels({ grader: 'openai:llama3:8b' }, { OPENAI_BASE_URL: 'http://localhost' }).agents.grader).toMatchObject({ model: 'llama3:8b' });
  });

  it('asks a fine-tuned model in the format it was tuned on', () => {
    expect(settleModels({ questionModel: 'hf-tuned:org/interviewer' }, HUGGING_FACE).agents.question).toMatchObject({ kind: 'huggingface', model: 'org/interviewer', alpaca: true });
  });

  it('masks unless it is told not to', () => {
    expect(settleModels({}, {}).mask).toBe(true);
    expect(settleModels({ mask: false }, {}).mask).toBe(false);
  });

  it.each<[string, ModelWishes]>([
    ['a provider without its key', { provider: 'openai' }],
    ['a model without its key', { grader: 'hf:org/model' }],
    ['an unknown provider', { provider: 'oracle' }],
  ])('refuses %s, and says what to do', (_, wishes) => {
    expect(() => settleModels(wishes, {})).toThrow(InputError);
  });
});

describe('settleEmbedder', () => {
  it.each([
    ['local', {}, { kind: 'local' }],
    ['openai', OPENAI, { kind: 'openai', model: 'text-embedding-3-small', apiKey: 'sk-one', baseUrl: null }],
    ['openai:nomic:latest', { OPENAI_BASE_URL: 'http://localhost:11434/v1' }, { kind: 'openai', model: 'nomic:latest', apiKey: null }],
    ['hf:org/model', HUGGING_FACE, { kind: 'huggingface', model: 'org/model', token: 'hf_one' }],
  ])('reads %s', (wish, keys, settled) => {
    expect(settleEmbedder(wish, keys)).toMatchObject(settled);
  });

  it.each([
    ['hf', HUGGING_FACE, 'embedder-without-model'],
    ['huggingface', {}, 'embedder-without-model'],
    ['hf:org/model', {}, 'key-missing'],
    ['openai', {}, 'key-missing'],
    ['cohere', OPENAI, 'embedder-unknown'],
  ])('refuses %s, given %j, as %s', (wish, keys, code) => {
    expect(() => settleEmbedder(wish, keys)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('offeredModels', () => {
  it('are those that a key was found for, as they would be in force', () => {
    expect(offeredModels({ samples: 3, mask: false }, OPENAI)).toMatchObject({ provider: 'openai', settings: { samples: 3, mask: false, agents: { grader: { kind: 'openai', model: 'gpt-4o' } } } });
    expect(offeredModels({}, HUGGING_FACE)).toMatchObject({ provider: 'huggingface' });
    expect(offeredModels({}, { OPENAI_BASE_URL: 'http://localhost:11434/v1' })).toMatchObject({ provider: 'openai' });
  });

  it.each<[string, ModelWishes, Record<string, string>]>([
    ['no key is there', {}, {}],
    ['somebody has chosen a provider', { provider: 'openai' }, OPENAI],
    ['somebody has chosen none', { provider: 'offline' }, OPENAI],
    ['somebody has chosen one model', { grader: 'openai:gpt-4o' }, OPENAI],
    ['the turns come from a cassette', { replay: 'turns.jsonl' }, OPENAI],
  ])('are none where %s', (_, wishes, keys) => {
    expect(offeredModels(wishes, keys)).toBeNull();
  });
});
