import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseProvider } from '../../src/commands/choose-provider.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'hotseat-settings-'));

function written(text: string): string {
  const file = join(folder(), 'config.yaml');
  writeFileSync(file, text, { mode: 0o644 });
  return file;
}

describe('writing the provider into the settings', () => {
  it('makes the file, for its owner alone', async () => {
    const file = join(folder(), 'new', 'config.yaml');
    await chooseProvider(file, 'openai');
    expect(readFileSync(file, 'utf8')).toBe('provider: openai\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['keeps comments and other settings', '# mine\nrole: Data Engineer # for now\nprices:\n  # ours\n  "local/llama": { input: 0, output: 0 }\n', '# mine\nrole: Data Engineer # for now\nprices:\n  # ours\n  "local/llama": { input: 0, output: 0 }\nprovider: offline\n'],
    ['keeps a file of comments alone', '# role: Data Engineer\n', '# role: Data Engineer\n\nprovider: offline\n'],
    ['fills an empty file', '', 'provider: offline\n'],
    ['takes the place of an earlier choice', 'provider: openai # tried\nquestions: 6\n', 'provider: offline # tried\nquestions: 6\n'],
  ])('%s', async (_, before, after) => {
    const file = written(before);
    await chooseProvider(file, 'offline');
    expect(readFileSync(file, 'utf8')).toBe(after);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['config.yaml']);
  });

  it('writes the target of a link, which stays one', async () => {
    const target = written('questions: 6\n');
    const link = join(folder(), 'config.yaml');
    symlinkSync(target, link);
    await chooseProvider(link, 'openai');
    expect(readFileSync(target, 'utf8')).toBe('questions: 6\nprovider: openai\n');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('writes nothing over what it cannot read as settings', async () => {
    const file = written('role: [half\n');
    await expect(chooseProvider(file, 'openai')).rejects.toMatchObject({ code: 'config-invalid', exitCode: 2 });
    expect(readFileSync(file, 'utf8')).toBe('role: [half\n');
  });

  it('writes nothing over what it cannot read at all', async () => {
    await expect(chooseProvider(folder(), 'openai')).rejects.toMatchObject({ code: 'settings-unreadable', exitCode: 5 });
  });

  it.runIf(process.getuid?.() !== 0)('says so when the folder cannot be written', async () => {
    const file = written('questions: 6\n');
    chmodSync(join(file, '..'), 0o500);
    await expect(chooseProvider(file, 'openai')).rejects.toMatchObject({ exitCode: 5 });
    expect(readFileSync(file, 'utf8')).toBe('questions: 6\n');
  });
});
