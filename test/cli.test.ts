import { Command } from 'commander';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli.ts';
import { runHere } from './commands/run-here.ts';

const KEYS = { OPENAI_API_KEY: 'a-key-of-no-known-shape', HF_TOKEN: 'hf_planted0123456789abcdef', PINECONE_API_KEY: 'pcsk_planted_0123456789abcdef' };

afterEach(() => void delete COMMANDS.breaks);

describe('a bug', () => {
  it.each([['words', []], ['JSON', ['--json']]])('is reported in %s with its place, and without a key', async (_, flags) => {
    COMMANDS.breaks = {
      description: 'throws what nobody foresaw',
      load: async () => ({ command: () => new Command('breaks').option('--json').action(() => Promise.reject(new Error(`It held ${Object.values(KEYS).join(' and ')} and Bearer abcdefghijklmnop`))) }),
    };
    const { code, stdout, stderr } = await runHere(['breaks', ...flags], KEYS);
    expect(code).toBe(70);
    expect(stderr).toContain('It held [KEY] and [KEY] and [KEY] and Bearer [KEY]');
    expect(stderr).toContain('cli.test.ts');
    expect(stdout.includes('"code":"bug"')).toBe(flags.length > 0);
    for (const key of [...Object.values(KEYS), 'abcdefghijklmnop']) expect(stdout + stderr).not.toContain(key);
  });
});
