import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/packs/load.ts';
import { packagePath } from '../../src/package-root.ts';
import { fileWith, SOUND } from '../packs/files.ts';
import { newFolder, runHere } from './run-here.ts';

const BUILT_IN = packagePath('prompts', 'packs', 'sql.yaml');
const NEW = 'id: new-one\ntext: What is new? # a comment\ntype: technical\ndifficulty: easy\nreference: It is new.\nkeyPoints:\n  - id: new\n    text: It is new\n';
const idsIn = (file: string) => readPacks([file])[0]?.pack.questions.map(({ id }) => id);

/** An editor that is a script: it gets the file as its last word. */
function editor(script: string): { EDITOR: string } {
  const file = join(newFolder(), 'editor.sh');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o700);
  return { EDITOR: file };
}

describe('question list', () => {
  it('keeps to domain, type and difficulty', async () => {
    const { stdout } = await runHere(['question', 'list', '--domain', 'sql', '--type', 'technical', '--difficulty', 'hard', '--json']);
    const { questions, totals } = JSON.parse(stdout) as { questions: Record<string, string>[]; totals: { questions: number } };
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.every(({ domain, type, difficulty }) => domain === 'sql' && type === 'technical' && difficulty === 'hard')).toBe(true);
    expect(totals.questions).toBe(questions.length);
  });

  it.each([
    ['--domain', 'sqll', /no domain "sqll"\. Did you mean sql\?/],
    ['--type', 'trick', /technical, behavioral, situational/],
    ['--difficulty', 'mild', /easy, medium, hard/],
  ])('refuses %s %s in words', async (flag, value, words) => {
    const { code, stderr } = await runHere(['question', 'list', flag, value]);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe('question show', () => {
  it('shows all there is, with the anchors of all four bands', async () => {
    const { stdout } = await runHere(['question', 'show', 'mine-c', '--pack', fileWith(SOUND)]);
    for (const words of ['Why would you put', 'A cache keeps answers', 'It lowers latency (latency, weight 1)', '4 excellent: All points', '1 poor: ', 'What does it cost you? (when stale is missing)', '2. What happens', '1 poor: No idea.']) {
      expect(stdout).toContain(words);
    }
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await runHere(['question', 'show', 'mine-cache', '--json', '--pack', fileWith(SOUND)]);
    const shown = JSON.parse(stdout) as { criteria: { anchors: Record<string, string> }[] };
    expect(shown).toMatchObject({ id: 'mine-cache', pack: 'mine', keyPoints: [{ id: 'latency' }, { id: 'load' }, { id: 'stale' }], followUps: [{ keyPoint: 'stale' }, { keyPoint: 'load' }] });
    expect(shown.criteria.every(({ anchors }) => Object.keys(anchors).join('') === '1234')).toBe(true);
  });

  it('says what is near when there is none', async () => {
    expect(await runHere(['question', 'show', 'sql-where-versus-havin-g'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean sql-where-versus-having?') as string });
  });
});

describe('question add', () => {
  it('puts a question at the end and leaves every line as it is', async () => {
    const [file, from] = [fileWith(SOUND), fileWith(NEW, 'new.yaml')];
    expect(await runHere(['question', 'add', file, '--from', from])).toMatchObject({ code: 0, stdout: `Added new-one to ${file}.\n`, stderr: expect.stringContaining('No hints') as string });
    const after = readFileSync(file, 'utf8');
    expect(idsIn(file)).toEqual(['mine-cache', 'mine-eviction', 'new-one']);
    expect(SOUND.split('\n').filter((line) => !after.split('\n').includes(line))).toEqual([]);
    expect(after).toContain('What is new? # a comment');
  });

  it('prints a template that can be added once it is filled in', async () => {
    const file = fileWith(SOUND);
    const { stdout } = await runHere(['question', 'add', file]);
    expect(await runHere(['question', 'add', file, '--from', fileWith(stdout, 'new.yaml')])).toMatchObject({ code: 0, stderr: '' });
    expect(idsIn(file)).toContain('my-question');
  });

  it.each([
    ['an id that is there', NEW.replace('new-one', 'mine-cache'), /already/],
    ['the words of another question', NEW.replace('What is new?', 'why would you put a cache in front of a slow service'), /same words as mine-cache/],
    ['a misspelt key', NEW.replace('difficulty', 'dificulty'), /new\.yaml:4:1: .*dificulty/],
    ['an orphan follow-up', `${NEW}followUps:\n  - { keyPoint: old, text: And? }\n`, /"old", which is no key point/],
    ['no YAML', 'id: [', /new\.yaml:1:/],
    ['nothing', '', /no question/],
  ])('refuses %s, and writes nothing', async (_, text, words) => {
    const file = fileWith(SOUND);
    const { code, stderr } = await runHere(['question', 'add', file, '--from', fileWith(text, 'new.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
    expect(readFileSync(file, 'utf8')).toBe(SOUND);
  });
});

describe('question edit', () => {
  it("writes back what comes from the editor, and leaves the pack's other lines", async () => {
    const file = fileWith(SOUND);
    const { code } = await runHere(['question', 'edit', 'mine-cache', '--pack', file], editor('sed -i.old "s/slow service?/slow database?/" "$1"'));
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(SOUND.replace('slow service?', 'slow database?'));
  });

  it('copies a built-in question into the pack, where it takes its place', async () => {
    const [file, before] = [fileWith(SOUND), readFileSync(BUILT_IN, 'utf8')];
    await runHere(['question', 'edit', 'sql-where-versus-having', '--pack', file], editor('sed -i.old "s/difficulty: easy/difficulty: hard/" "$1"'));
    const { stdout } = await runHere(['question', 'show', 'sql-where-versus-having', '--json', '--pack', file]);
    expect(JSON.parse(stdout)).toMatchObject({ difficulty: 'hard', domain: 'sql', pack: 'mine', version: 2 });
    expect(readFileSync(BUILT_IN, 'utf8')).toBe(before);
  });

  it.each([
    ['an editor that fails', 'exit 1', /could not be run/],
    ['an empty file', ': > "$1"', /came back empty/],
    ['an id of another question', 'sed -i.old "s/id: mine-cache/id: mine-eviction/" "$1"', /another question "mine-eviction"/],
  ])('writes nothing after %s', async (_, script, words) => {
    const file = fileWith(SOUND);
    const { code, stderr } = await runHere(['question', 'edit', 'mine-cache', '--pack', file], editor(script));
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
    expect(readFileSync(file, 'utf8')).toBe(SOUND);
  });

  it('keeps what was written when it cannot be used, and takes it from there', async () => {
    const file = fileWith(SOUND);
    const { code, stderr } = await runHere(['question', 'edit', 'mine-cache', '--pack', file], editor('sed -i.old -e "s/type:/typ:/" -e "s/slow service?/slow database?/" "$1"'));
    expect(code).toBe(2);
    const kept = /is kept in (\S+):/u.exec(stderr)?.[1] ?? '';
    writeFileSync(kept, readFileSync(kept, 'utf8').replace('typ:', 'type:'));
    expect((await runHere(['question', 'edit', 'mine-cache', '--pack', file, '--from', kept])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(SOUND.replace('slow service?', 'slow database?'));
  });

  it('changes nothing when nothing was changed', async () => {
    const file = fileWith(SOUND);
    expect((await runHere(['question', 'edit', 'sql-where-versus-having', '--pack', file], editor('true'))).stdout).toBe('Nothing was changed.\n');
    expect(readFileSync(file, 'utf8')).toBe(SOUND);
  });
});

describe('question remove', () => {
  it('takes a question out and leaves the rest', async () => {
    const file = fileWith(SOUND);
    expect((await runHere(['question', 'remove', 'mine-e', '--pack', file])).code).toBe(0);
    expect(idsIn(file)).toEqual(['mine-cache']);
    expect(readFileSync(file, 'utf8')).toMatch(/# --- basics ---[\s\S]*# the end/u);
  });

  it.each([
    ['the last question of a pack', ['mine-cache', 'mine-eviction'], /only question/],
    ['a question that is not there', ['other'], /no question "other"/],
  ])('refuses to take out %s', async (_, ids, words) => {
    const file = fileWith(SOUND);
    const runs = [];
    for (const id of ids) runs.push(await runHere(['question', 'remove', id, '--pack', file]));
    expect(runs.at(-1)).toMatchObject({ code: 2, stderr: expect.stringMatching(words) as string });
  });
});

it.each([
  ['add', ['question', 'add', BUILT_IN, '--from', fileWith(NEW)]],
  ['edit', ['question', 'edit', 'sql-where-versus-having', '--pack', BUILT_IN]],
  ['remove', ['question', 'remove', 'sql-where-versus-having', '--pack', BUILT_IN]],
])('%s never writes a built-in pack', async (_, words) => {
  const before = readFileSync(BUILT_IN, 'utf8');
  const { code, stderr } = await runHere(words, editor('echo x >> "$1"'));
  expect(code).toBe(2);
  expect(stderr).toMatch(/built-in pack/);
  expect(readFileSync(BUILT_IN, 'utf8')).toBe(before);
});
