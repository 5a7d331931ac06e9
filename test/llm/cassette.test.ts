import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordCassette, replayCassette } from '../../src/llm/cassette.ts';
import { createMask } from '../../src/llm/masking.ts';
import { completeStructured } from '../../src/llm/structured.ts';
import { withoutKeys } from '../../src/llm/without-keys.ts';
import { completion, failure, hello, scriptedLlm } from './scripted-llm.ts';

const root = mkdtempSync(join(tmpdir(), 'hotseat-cassettes-'));
afterAll(() => rmSync(root, { recursive: true }));
let files = 0;
const newFile = (): string => join(root, `${(files += 1)}.jsonl`);

const { redact } = createMask({ name: 'Wilhelmina Testperson' });
const ask = (content: string) => [{ role: 'user' as const, content }];

async function record(file: string, ...turns: [string, string][]): Promise<void> {
  const llm = recordCassette(scriptedLlm(...turns.map(([, reply]) => reply)), { file, redact });
  for (const [question] of turns) await llm.complete(ask(question));
}

describe('a cassette', () => {
  it('answers as the model did, in any order', async () => {
    const file = newFile();
    await record(file, ['one?', 'One.'], ['two?', 'Two.']);
    const llm = replayCassette(file);
    expect(await llm.complete(ask('two?'))).toEqual(completion('Two.'));
    expect(await llm.complete(ask('one?'))).toEqual(completion('One.'));
  });

  it('gives the answers to one question in their order, and no more than there were', async () => {
    const file = newFile();
    await record(file, ['one?', 'First.'], ['one?', 'Second.']);
    const llm = replayCassette(file);
    expect([(await llm.complete(ask('one?'))).text, (await llm.complete(ask('one?'))).text]).toEqual(['First.', 'Second.']);
    await expect(llm.complete(ask('one?'))).rejects.toMatchObject({ code: 'cassette-missing-turn', message: expect.stringContaining(file) as string });
  });

  it('is the same to the byte every time', async () => {
    const [one, other] = [newFile(), newFile()];
    await record(one, ['one?', 'One.'], ['two?', 'Two.']);
    await record(other, ['one?', 'One.'], ['two?', 'Two.']);
    expect(readFileSync(one, 'utf8')).toBe(readFileSync(other, 'utf8'));
    expect(readFileSync(one, 'utf8').split('\n')).toHaveLength(3);
  });

  it('keeps the order of asking when answers overtake each other', async () => {
    const file = newFile();
    let release: () => void = () => undefined;
    const slow = async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return completion('Slow.');
    };
    const llm = recordCassette(scriptedLlm(slow, failure('model-timeout'), 'Fast.'), { file, redact });
    const turns = [llm.complete(ask('slow?')), llm.complete(ask('failed?')), llm.complete(ask('fast?'))];
    await expect(turns[1]).rejects.toMatchObject({ code: 'model-timeout' });
    release();
    await Promise.all([turns[0], turns[2]]);
    expect(readFileSync(file, 'utf8')).toMatch(/^.*Slow.*\n.*Fast.*\n$/);
  });

  it('tells questions apart by their format', async () => {
    const file = newFile();
    const format = (schema: z.ZodType) => ({ name: 'x', schema, way: 'schema' as const });
    const recorded = recordCassette(scriptedLlm('{}', 'text'), { file, redact });
    await recorded.complete(hello, { format: format(z.object({ a: z.string() })) });
    await recorded.complete(hello);
    const llm = replayCassette(file);
    expect(await llm.complete(hello)).toMatchObject({ text: 'text' });
    await expect(completeStructured(llm, hello, { name: 'x', schema: z.object({ b: z.string() }) })).rejects.toMatchObject({ code: 'cassette-missing-turn' });
    expect(await llm.complete(hello, { format: format(z.object({ a: z.string() })) })).toMatchObject({ text: '{}' });
  });

  it('holds no failure, and makes no file for one', async () => {
    const file = newFile();
    await expect(recordCassette(scriptedLlm(failure('model-refused')), { file, redact }).complete(hello)).rejects.toMatchObject({ code: 'model-refused' });
    expect(existsSync(file)).toBe(false);
  });

  it('holds no name, no address and no key, and is its owner\'s alone', async () => {
    const file = newFile();
    await record(file, ['I am Wilhelmina Testperson, w@mail.example, my key is sk-planted0123456789abcdef', 'Hello Wilhelmina, Bearer hf_planted0123456789abcdef']);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/wilhelmina|mail\.example|planted/i);
    expect(text).toContain('I am [NAME_1], [EMAIL_1], my key is [KEY]');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('streams what it holds', async () => {
    const file = newFile();
    await record(file, ['one?', 'One.']);
    const pieces: string[] = [];
    await replayCassette(file).complete(ask('one?'), { onText: (piece) => pieces.push(piece) });
    expect(pieces).toEqual(['One.']);
  });

  it.each([
    ['is not there', undefined, 'cassette-not-found'],
    ['is no JSON', '{"key": ', 'cassette-damaged'],
    ['is something else', '{"a": 1}\n', 'cassette-damaged'],
  ])('that %s is refused in words', async (_, content, code) => {
    const file = newFile();
    if (content !== undefined) writeFileSync(file, content);
    await expect(replayCassette(file).complete(hello)).rejects.toMatchObject({ code, remedy: expect.stringMatching(/\S/) as string });
  });

  it('that cannot be written is refused in words', async () => {
    await expect(recordCassette(scriptedLlm('Hello.'), { file: join(root, 'none', 'x.jsonl'), redact }).complete(hello)).rejects.toMatchObject({ code: 'cassette-not-written' });
  });
});

describe('keys', () => {
  it.each([
    'sk-proj-abcDEF0123456789', 'hf_abcdefghijklmnop', 'pcsk_abcdef_0123456789', 'ghp_abcdefghijklmnopqrstuvwxyz', 'AIzaSyA0123456789012345678901234567890', 'AKIAABCDEFGHIJKLMNOP',
    'Authorization: Bearer abc.def-0123456789', 'api_key=0123456789abcdef0123', '"password": "correcthorsebattery"',
  ])('%s is taken out', (text) => {
    expect(withoutKeys(`before ${text} after`)).toMatch(/^before .*\[KEY\].* after$/);
    expect(withoutKeys(text)).not.toMatch(/abcdef|0123456789|battery|ABCDEFG/i);
  });

  it.each(['a task-based risk-weighted desk-sharing plan', 'the token is short', 'a primary key: id', 'the password was weak'])('"%s" has none', (text) => {
    expect(withoutKeys(text)).toBe(text);
  });
});
