import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/packs/load.ts';
import { fileWith, SOUND } from '../packs/files.ts';
import { newFolder, runHere } from './run-here.ts';

interface Listed {
  packs: { id: string; domain: string; title: string; questions: number; byDifficulty: Record<string, number>; byType: Record<string, number>; source: string }[];
  totals: { questions: number; domains: number; byType: Record<string, number> };
}

const parsed = <Shape>(text: string) => JSON.parse(text) as Shape;
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

describe('pack list', () => {
  it('counts what the packs hold', async () => {
    const { packs, totals } = parsed<Listed>((await runHere(['pack', 'list', '--json'])).stdout);
    expect(packs.length).toBeGreaterThanOrEqual(24);
    expect(packs.every(({ questions, byDifficulty, byType, source }) => questions === sum(byDifficulty) && questions === sum(byType) && source === 'built-in')).toBe(true);
    expect(totals.questions).toBe(packs.reduce((total, { questions }) => total + questions, 0));
    expect(sum(totals.byType)).toBe(totals.questions);
  });

  it("names the file of a user's pack, and counts a question that takes another's place once", async () => {
    const file = fileWith(SOUND.replace('id: mine-cache', 'id: sql-where-versus-having'));
    const before = parsed<Listed>((await runHere(['pack', 'list', '--json'])).stdout);
    const { packs, totals } = parsed<Listed>((await runHere(['pack', 'list', '--json', '--pack', file])).stdout);
    expect(packs.at(-1)).toMatchObject({ id: 'mine', questions: 2, source: file });
    expect(totals.questions).toBe(before.totals.questions + 1);
  });

  it('finds the packs of the settings', async () => {
    const home = newFolder();
    writeFileSync(join(home, 'config.yaml'), `packs: [${JSON.stringify(fileWith(SOUND))}]\n`);
    expect((await runHere(['pack', 'list'], { HOTSEAT_HOME: home })).stdout).toMatch(/^mine +2 /mu);
  });
});

describe('pack show', () => {
  it('takes a unique beginning of an id', async () => {
    const { stdout } = await runHere(['pack', 'show', 'distr']);
    expect(stdout).toMatch(/pack distributed-systems/);
  });

  it.each([
    ['says what is near', 'sqll', /no pack "sqll"\. Did you mean sql\?/],
    ['says what a beginning fits', 'c', /beginning of \d packs? ids|beginning of \d+ pack ids/],
  ])('%s', async (_, id, words) => {
    const { code, stderr } = await runHere(['pack', 'show', id]);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe('pack lint', () => {
  it('prints place, rule, mistake and remedy of each finding, and exits 1', async () => {
    const file = fileWith(SOUND.replace('title:', 'titel:').replace('keyPoint: stale', 'keyPoint: old'));
    const { code, stdout } = await runHere(['pack', 'lint', '--no-meaning', file]);
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      `${file}:4:1  schema  There is no key "titel" here.  -> Did you mean title?`,
      expect.stringMatching(/^\S+:\d+:9 {2}orphan-follow-up {2}.*"old".* {2}-> Name one of latency, load, stale\.$/u),
    ]);
    expect(stdout).toMatch(/1 pack with 2 questions: 2 errors, no warnings\./);
  });

  it.each([
    ['0 for a warning', [], 0],
    ['1 for a warning with --strict', ['--strict'], 1],
  ])('exits %s', async (_, words, code) => {
    const file = fileWith(SOUND.replace('Recent or frequent?, ', ''));
    expect((await runHere(['pack', 'lint', '--no-meaning', ...words, file])).code).toBe(code);
  });

  it('opens no database without the rule of meaning', async () => {
    const home = join(newFolder(), 'home');
    const { stdout } = await runHere(['pack', 'lint', '--no-meaning', '--json', fileWith(SOUND)], { HOTSEAT_HOME: home });
    expect(parsed(stdout)).toMatchObject({ schemaVersion: 1, ok: true, totals: { files: 1, questions: 2, errors: 0, warnings: 0 }, findings: [] });
    expect(existsSync(home)).toBe(false);
  });

  it('finds by meaning what a built-in question asks already', async () => {
    const file = fileWith(SOUND.replace('Why would you put a cache in front of a slow service?', 'How do conditions in WHERE and HAVING differ, and when does it matter for result or speed?'));
    const { stdout } = await runHere(['pack', 'lint', file]);
    expect(stdout).toMatch(/same-question \(warning\) .*sql-where-versus-having/);
  });

  it.each([
    ['a file that is not there', ['no/such.yaml'], /cannot be read/],
    ['a folder without packs', [newFolder()], /no pack in/],
  ])('exits 2 for %s', async (_, paths, words) => {
    const { code, stderr } = await runHere(['pack', 'lint', '--no-meaning', ...paths]);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe('pack test', () => {
  it('exits 0 where the gold answers land in their bands', async () => {
    const { code, stdout } = await runHere(['pack', 'test', fileWith(SOUND)]);
    expect(stdout).toMatch(/^caching +6 /mu);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Passed: /mu)]);
  });

  it('exits 1 where they do not, and shows the worst', async () => {
    const file = fileWith(SOUND.replace('answer: Random I guess.', 'answer: x').replace('{ band: 1, answer: x }', '{ band: 4, answer: Random I guess. }').replace('{ band: 1, answer: No idea. }', '{ band: 4, answer: No idea. }'));
    const { code, stdout } = await runHere(['pack', 'test', file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/Furthest off:\n {2}mine-\S+: meant excellent, graded poor/);
    expect(stdout).toMatch(/^Failed: .*short of 80%/mu);
  });

  it('takes other bars', async () => {
    const file = fileWith(SOUND.replace('{ band: 1, answer: No idea. }', '{ band: 4, answer: No idea. }'));
    expect((await runHere(['pack', 'test', file, '--min-exact', '0.5', '--min-within-one', '.5'])).code).toBe(0);
    expect((await runHere(['pack', 'test', file, '--min-exact', '1'])).code).toBe(1);
  });

  it('exits 3 where there is nothing to test', async () => {
    const file = fileWith(SOUND.replace(/ {4}gold:\n(?: {6}- .*\n)+/gu, ''));
    expect(await runHere(['pack', 'test', file])).toMatchObject({ code: 3, stdout: expect.stringContaining('Inconclusive') as string });
  });

  it('gives totals, parts and cases as JSON', async () => {
    const { stdout } = await runHere(['pack', 'test', '--json', fileWith(SOUND)]);
    const { totals, heldOut, tuned, cases } = parsed<Record<string, Record<string, number>> & { cases: unknown[] }>(stdout);
    expect(Object.keys(totals ?? {})).toEqual(['gold', 'exact', 'adjacent', 'off']);
    expect((heldOut?.gold ?? 0) + (tuned?.gold ?? 0)).toBe(6);
    expect(cases).toHaveLength(6);
  });

  it('refuses a grader that there is not, in words', async () => {
    const { code, stderr } = await runHere(['pack', 'test', '--grader', 'oracle', fileWith(SOUND)]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no provider "oracle"/);
  });
});

describe('pack new', () => {
  it('writes a pack that lint and test have nothing against, with a schema for editors', async () => {
    const folder = newFolder();
    const file = join(folder, 'My Team.yaml');
    expect((await runHere(['pack', 'new', file])).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['My Team.yaml', 'hotseat-pack.schema.json']);
    expect(readFileSync(file, 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\/hotseat-pack\.schema\.json\n/u);
    expect(readPacks([folder])[0]?.pack.id).toBe('my-team');
    expect(await runHere(['pack', 'lint', '--strict', file])).toMatchObject({ code: 0, stdout: '1 pack with 1 question: no errors, no warnings.\n' });
    expect((await runHere(['pack', 'test', '--min-exact', '1', file])).code).toBe(0);
  });

  it('gives it an id that no built-in pack has', async () => {
    const file = join(newFolder(), 'sql.yaml');
    await runHere(['pack', 'new', file]);
    expect(readPacks([file])[0]?.pack.id).toBe('my-sql');
  });

  it.each([
    ['over a file', fileWith(SOUND), /there already/],
    ['a file of another kind', join(newFolder(), 'mine.txt'), /ends in \.yaml/],
    ['into a folder that is not there', join(newFolder(), 'no', 'mine.yaml'), /cannot be written/],
  ])('does not write %s', async (_, file, words) => {
    const { code, stderr } = await runHere(['pack', 'new', file]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(words);
  });
});

it('pack schema prints the JSON Schema', async () => {
  expect(parsed((await runHere(['pack', 'schema'])).stdout)).toMatchObject({ type: 'object', required: ['id', 'domain', 'title', 'questions'] });
});
