import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hotseat, newHome } from '../helpers/hotseat.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotseat-errors-'));
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('bad input is said in words', () => {
  it.each<[string, string[], number, RegExp]>([
    ['an unknown command', ['dance'], 2, /no command "dance"[\s\S]*hotseat --help/],
    ['what help does not list', ['star'], 2, /^There is no command "star"\.\n/],
    ['what other programs call it', ['history'], 2, /no command "history"\. Did you mean session\?/],
    ['an unknown flag', ['interview', '--qestions', '3'], 2, /--questions/],
    ['a number out of range', ['interview', '--questions', '0'], 2, /from 1 to 50/],
    ['a flag that contradicts another', ['interview', '--continue', '--role', 'x'], 2, /--role cannot be changed/],
    ['an unknown session', ['session', 'show', 'zzz'], 2, /no interview "zzz"[\s\S]*session list/],
    ['a missing word', ['session', 'show'], 2, /missing required argument/i],
    ['an unknown resume', ['resume', 'show', 'zzz'], 2, /no resume "zzz"[\s\S]*resume list/],
    ['no interview to go on with', ['interview', '--continue', '--plain'], 2, /no interview/i],
    ['no report yet', ['report'], 2, /no report yet/i],
    ['a missing file', ['ingest', 'missing.pdf'], 2, /missing\.pdf is not there/],
    ['an empty file', ['ingest', file('empty.pdf', '')], 2, /empty/],
    ['a file that is too large', ['ingest', file('large.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))], 2, /10 MB/],
    ['an encrypted file', ['ingest', 'fixtures/resumes/hostile/encrypted.pdf'], 2, /--password/],
    ['a scanned file', ['ingest', 'fixtures/resumes/hostile/scanned.pdf'], 2, /no text/],
    ['a broken file', ['ingest', 'fixtures/resumes/hostile/broken.pdf'], 2, /damaged/],
    ['a file that is not what its name says', ['ingest', file('page.pdf', '<!doctype html><title>no resume</title>')], 2, /page\.pdf/],
    ['a folder without resumes', ['ingest', mkdtempSync(join(tmpdir(), 'hotseat-none-'))], 2, /has no PDF/],
    ['a missing pack', ['interview', '--plain', '--role', 'x', '--pack', 'no-pack.yaml'], 2, /no-pack\.yaml cannot be read/],
    ['an unknown provider', ['session', 'list'], 2, /no provider "oracle"/],
  ])('%s', async (name, words, code, message) => {
    const env: Record<string, string> = name === 'an unknown provider' ? { HOTSEAT_PROVIDER: 'oracle' } : {};
    const finished = await hotseat(words, { env });

    expect(finished).toMatchObject({ code });
    expect(finished.stderr).toMatch(message);
    expect(finished.stderr).not.toMatch(/\n\s+at /u);
  });

  it('is JSON on stdout for a script, and words on stderr', async () => {
    const { code, stdout, stderr } = await hotseat(['resume', 'show', 'zzz', '--json']);

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ schemaVersion: 1, error: { code: 'resume-unknown', message: expect.any(String) as string, remedy: expect.any(String) as string } });
    expect(stderr).toContain('zzz');
  });

  it('keeps the good files when some are bad', async () => {
    const home = newHome();
    const { code } = await hotseat(['ingest', 'missing.pdf', 'fixtures/resumes/junior-developer.txt'], { home });
    const { stdout } = await hotseat(['resume', 'list', '--json'], { home });

    expect(code).toBe(2);
    expect((JSON.parse(stdout) as { resumes: unknown[] }).resumes).toHaveLength(1);
  });
});

describe('a data folder that cannot be used', () => {
  it.each<[string, (home: string) => void, RegExp]>([
    ['is a file', (home) => writeFileSync(home, ''), /folder/],
    ['holds a damaged database', (home) => void (mkdirSync(home), writeFileSync(join(home, 'hotseat.db'), 'garbage'.repeat(1000))), /damaged/],
  ])('one that %s is exit code 5 with what to do', async (_, spoil, words) => {
    const home = newHome();
    spoil(home);
    const { code, stderr } = await hotseat(['session', 'list'], { home });

    expect(code).toBe(5);
    expect(stderr).toMatch(words);
  });

  it('makes doctor say no, and say what is wrong', async () => {
    const home = newHome();
    mkdirSync(home);
    writeFileSync(join(home, 'hotseat.db'), 'garbage'.repeat(1000));
    const { code, stdout } = await hotseat(['doctor'], { home });

    expect(code).toBe(1);
    expect(stdout).toMatch(/FAIL\s+database: .*damaged/);
  });

  it('a damaged index is built again from the database', async () => {
    const home = newHome();
    await hotseat(['ingest', 'fixtures/resumes/backend-engineer.pdf'], { home });
    const search = () => hotseat(['resume', 'search', 'last', 'Kafka event pipeline', '--json'], { home });
    const before = await search();
    for (const resume of readdirSync(join(home, 'vectors'))) {
      for (const name of readdirSync(join(home, 'vectors', resume))) writeFileSync(join(home, 'vectors', resume, name), '{"broken');
    }
    const after = await search();

    expect(after.code).toBe(0);
    expect(after.stdout).toBe(before.stdout);
    expect((JSON.parse(after.stdout) as { hits: { text: string }[] }).hits[0]?.text).toContain('Kafka');
  });
});

describe('settings', () => {
  it.each([
    ['a mistake in config.yaml', 'questions: many', /config\.yaml.*questions/],
    ['an unknown setting', 'colour: red', /config\.yaml.*colour/],
    ['broken YAML', 'a: [', /config\.yaml is not valid YAML \(line 1\)/],
  ])('%s is named with its file', async (_, text, words) => {
    const home = newHome();
    mkdirSync(home);
    writeFileSync(join(home, 'config.yaml'), text);
    const { code, stderr } = await hotseat(['session', 'list'], { home });

    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });

  it('a .env of the current folder is not read', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'hotseat-env-'));
    writeFileSync(join(cwd, '.env'), 'HOTSEAT_PROVIDER=oracle\n');
    expect(await hotseat(['session', 'list'], { cwd })).toMatchObject({ code: 0 });
  });

  it('a .env of the data folder is read, and the shell wins over it', async () => {
    const home = newHome();
    mkdirSync(home);
    writeFileSync(join(home, '.env'), 'HOTSEAT_PROVIDER=oracle\n');
    expect(await hotseat(['session', 'list'], { home })).toMatchObject({ code: 2 });
    expect(await hotseat(['session', 'list'], { home, env: { HOTSEAT_PROVIDER: 'offline' } })).toMatchObject({ code: 0 });
  });
});
