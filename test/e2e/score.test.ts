import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/package-root.ts';
import { ScoreResult } from '../../src/scoring/result.ts';
import { hotseat, startHotseat } from '../helpers/hotseat.ts';
import { folderWith, jsonLinesOf, sampleCases } from '../scoring/sample-cases.ts';

const fixture = (name: string) => packagePath('fixtures/answers', name);
const resultIn = (path: string) => ScoreResult.parse(JSON.parse(readFileSync(path, 'utf8')));

describe('hotseat score', () => {
  it('grades the fixtures, and the printed verdict is the exit code', async () => {
    const { code, stdout, stderr } = await hotseat(['score', fixture('sql.yaml'), fixture('algorithms.csv'), '--min-mean', '0.5', '--verbose']);
    expect(stderr).toBe('');
    expect(stdout).toContain('Verdict: passed (exit code 0).');
    expect(code).toBe(0);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each([
    ['a gate that is kept', ['--min-mean', '0.1'], 0, 'passed'],
    ['a gate that is missed', ['--min-mean', '0.99'], 1, 'failed'],
    ['a gate on a domain', ['--min-domain', 'sql=0.99'], 1, 'failed'],
    ['a gate that is no number', ['--min-mean', 'much'], 2, null],
    ['a gate on the wrong scale', ['--min-mean', '60'], 2, null],
    ['a grader that is not there', ['--grader', 'oracle'], 2, 'error'],
    ['an output of no known kind', ['--output', 'x.pdf'], 2, 'error'],
    ['an output that cannot be written', ['--output', '/no/such/folder/x.json'], 2, 'error'],
    ['a drop without a baseline', ['--max-drop', '0.1'], 2, 'error'],
    ['a shard that is none', ['--shard', '5/4'], 2, 'error'],
    ['a run to go on with that has no name', ['--continue'], 2, 'error'],
  ])('ends as it says, with %s', async (_, flags, exitCode, verdict) => {
    const text = await hotseat(['score', fixture('sql.yaml'), ...flags]);
    const json = await hotseat(['score', fixture('sql.yaml'), ...flags, '--json']);
    const printed = JSON.parse(json.stdout) as { verdict?: string; exitCode?: number; error: unknown };
    expect([text.code, json.code]).toEqual([exitCode, exitCode]);
    expect(`${text.stdout}${text.stderr}`).not.toMatch(/^ {4}at /mu);
    if (verdict === null) return;
    expect(text.stdout).toContain(`Verdict: ${verdict} (exit code ${exitCode}).`);
    expect(printed).toMatchObject({ verdict, exitCode });
    expect(printed.error !== null).toBe(verdict === 'error');
  });

  it('says every mistake at once, with its place, and writes outputs that say so too', async () => {
    const folder = folderWith({});
    const { code, stderr } = await hotseat(['score', fixture('mistakes.yaml'), '--output', join(folder, 'r.json'), '--output', join(folder, 'r.xml')]);
    const checked = await hotseat(['score', 'validate', fixture('mistakes.yaml'), '--json']);
    const { problems } = JSON.parse(checked.stdout) as { problems: { line: number; message: string; remedy: string }[] };
    expect([code, checked.code]).toEqual([2, 2]);
    expect(problems.map(({ line }) => line)).toEqual([3, 5, 7, 10, 11, 14]);
    for (const { message } of problems) expect(stderr).toContain(message);
    expect(resultIn(join(folder, 'r.json'))).toMatchObject({ verdict: 'error', exitCode: 2, cases: [], error: { code: 'answers-invalid' } });
    expect(readFileSync(join(folder, 'r.xml'), 'utf8')).toContain('errors="1"');
  });

  it('never writes over what it reads', async () => {
    const folder = folderWith({ 'a.json': JSON.stringify({ cases: sampleCases(2) }) });
    const { code } = await hotseat(['score', 'a.json', '--output', './a.json'], { cwd: folder });
    const within = await hotseat(['score', '.', '--output', 'results.json'], { cwd: folder });
    const again = await hotseat(['score', '.', '--output', 'results.json'], { cwd: folder });
    expect([code, within.code, again.code]).toEqual([2, 0, 0]);
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'results.json']);
  });

  it('writes all outputs at once, each from the same result', async () => {
    const folder = folderWith({ 'a.jsonl': jsonLinesOf(sampleCases(9)) });
    const names = ['r.json', 'r.jsonl', 'r.xml', 'r.html', 'r.md', 'r.txt'];
    await hotseat(['score', 'a.jsonl', '--min-each', '0.5', ...names.flatMap((name) => ['--output', name])], { cwd: folder });
    const { cases, ...summary } = resultIn(join(folder, 'r.json'));
    expect(summary).toMatchObject({ verdict: 'failed', totals: { cases: 9 } });
    expect(cases.map(({ id }) => id)).toEqual(sampleCases(9).map(({ id }) => id));
    expect(readFileSync(join(folder, 'r.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(cases);
    for (const name of names.slice(2)) for (const { id } of cases) expect(readFileSync(join(folder, name), 'utf8')).toContain(id);
    expect(readdirSync(folder).sort()).toEqual(['a.jsonl', ...names].sort());
  });

  it('prints byte for byte the same in one thread and in several, on every run', async () => {
    const folder = folderWith({ 'a.jsonl': jsonLinesOf(sampleCases(450)) });
    const [one, two, three] = await Promise.all(['1', '2', '3'].map((threads) => hotseat(['score', 'a.jsonl', '--json', '--concurrency', threads], { cwd: folder })));
    expect(two?.stdout).toBe(one?.stdout);
    expect(three?.stdout).toBe(one?.stdout);
    expect((JSON.parse(one?.stdout ?? '') as { cases: unknown[] }).cases).toHaveLength(450);
  });

  it('leaves the data folder alone, whatever the shell holds', async () => {
    const home = join(folderWith({}), 'home');
    const { code, stdout } = await hotseat(['score', fixture('sql.yaml'), '--json', '--offline', '--no-cache'], { home, env: { OPENAI_API_KEY: 'sk-secret', HOTSEAT_PROVIDER: 'openai' } });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ provenance: { provider: 'offline' } });
    expect(existsSync(home)).toBe(false);
  });

  it('reads standard input, explains one case, and says what it would do', async () => {
    const input = jsonLinesOf(sampleCases(4));
    const explained = await hotseat(['score', '-', '--explain', 'case-1'], { input });
    expect(explained.stdout).toMatch(/Key points[\s\S]*Criteria[\s\S]*Correctness: \d/u);
    expect((await hotseat(['score', '-', '--explain', 'case-11'], { input })).stderr).toContain('Did you mean "case-1"?');
    const dry = await hotseat(['score', '-', '--dry-run', '--json'], { input });
    expect(JSON.parse(dry.stdout)).toMatchObject({ dryRun: true, cases: 4, modelCalls: 0, cost: 0 });
  });
});

describe('hotseat score init', () => {
  it('writes an example that passes, beside a schema, and overwrites nothing', async () => {
    const folder = folderWith({});
    const made = await hotseat(['score', 'init'], { cwd: folder });
    const again = await hotseat(['score', 'init'], { cwd: folder });
    const scored = await hotseat(['score', 'answers.yaml'], { cwd: folder });
    expect([made.code, again.code, scored.code]).toEqual([0, 2, 0]);
    expect(scored.stdout).toContain('Verdict: passed');
    expect(readFileSync(join(folder, 'answers.yaml'), 'utf8')).toContain('$schema=./answers.schema.json');
    expect(existsSync(join(folder, 'answers.schema.json'))).toBe(true);
  });

  it('leaves the name to a folder that is given as ./init', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'init'));
    writeFileSync(join(folder, 'init', 'a.jsonl'), jsonLinesOf(sampleCases(2)));
    expect((await hotseat(['score', './init'], { cwd: folder })).stdout).toContain('2 cases');
  });
});

describe('shards', () => {
  it('merge into what the whole run gives, byte for byte', async () => {
    const folder = folderWith({ 'a.jsonl': jsonLinesOf(sampleCases(11, (place) => (place === 5 ? { expect: { minScore: 0.9 } } : {}))) });
    const gates = ['--min-mean', '0.4', '--min-domain', 'sql=0.2', '--max-ungraded', '3'];
    const whole = await hotseat(['score', 'a.jsonl', ...gates, '--output', 'whole.json'], { cwd: folder });
    for (const part of [1, 2, 3]) await hotseat(['score', 'a.jsonl', ...gates, '--shard', `${part}/3`, '--output', `part-${part}.json`], { cwd: folder });
    const merged = await hotseat(['score', 'merge', 'part-3.json', 'part-1.json', 'part-2.json', '--output', 'merged.json'], { cwd: folder });
    expect(readFileSync(join(folder, 'merged.json'), 'utf8')).toBe(readFileSync(join(folder, 'whole.json'), 'utf8'));
    expect(merged.stdout).toBe(whole.stdout);
    expect(merged.code).toBe(whole.code);

    const missing = await hotseat(['score', 'merge', 'part-1.json', 'part-3.json'], { cwd: folder });
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('Part 2/3 is missing.') as string });
    expect((await hotseat(['score', 'merge', 'whole.json'], { cwd: folder })).stderr).toContain('holds a whole run');
    expect((await hotseat(['score', 'merge', 'a.jsonl'], { cwd: folder })).code).toBe(2);
  });
});

describe('a blessed baseline', () => {
  const good = sampleCases(6, () => ({ answer: sampleCases(1)[0]?.answer }));
  const worse = good.map((one, place) => (place === 2 ? { ...one, answer: 'An index is a kind of list.' } : one));

  it('catches a regression, and nothing where there is none', async () => {
    const folder = folderWith({ 'good.jsonl': jsonLinesOf(good), 'worse.jsonl': jsonLinesOf([...worse.slice(0, 5), ...sampleCases(1, () => ({ id: 'added' }))]) });
    await hotseat(['score', 'good.jsonl', '--output', 'r.json'], { cwd: folder });
    expect((await hotseat(['score', 'bless', 'r.json'], { cwd: folder })).code).toBe(0);
    const against = ['--baseline', 'baseline.json', '--max-drop', '0.05'];
    const same = await hotseat(['score', 'good.jsonl', ...against], { cwd: folder });
    const dropped = await hotseat(['score', 'worse.jsonl', ...against, '--json'], { cwd: folder });
    const shown = await hotseat(['score', 'worse.jsonl', ...against, '--regressions-only'], { cwd: folder });
    expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining('0 worse, 0 better, 6 the same, 0 new, 0 gone.') as string });
    const { verdict, gates, comparison } = ScoreResult.parse(JSON.parse(dropped.stdout));
    expect({ code: dropped.code, verdict }).toEqual({ code: 1, verdict: 'failed' });
    expect(gates[0]).toMatchObject({ name: 'max-drop', passed: false });
    expect(comparison?.totals).toEqual({ better: 0, worse: 1, same: 4, new: 1, gone: 1 });
    expect(comparison?.cases.map(({ id, kind }) => [id, kind])).toEqual([['case-3', 'worse'], ['case-6', 'gone'], ['added', 'new']]);
    expect(Object.keys(comparison?.cases[0]?.criteria ?? {}).length).toBeGreaterThan(0);
    expect(shown.stdout.match(/case-\d/gu)).not.toContain('case-1');
    // Without a limit a comparison is only shown.
    expect((await hotseat(['score', 'worse.jsonl', '--baseline', 'baseline.json'], { cwd: folder })).stdout).toContain('Verdict: scored');
  });

  it('is refused for another grader unless it is forced, and warned of when it is old', async () => {
    const folder = folderWith({ 'good.jsonl': jsonLinesOf(good) });
    await hotseat(['score', 'good.jsonl', '--output', 'r.json'], { cwd: folder });
    await hotseat(['score', 'bless', 'r.json'], { cwd: folder });
    const baseline = readFileSync(join(folder, 'baseline.json'), 'utf8');
    writeFileSync(join(folder, 'other.json'), baseline.replace('"provider":"offline"', '"provider":"openai"'));
    writeFileSync(join(folder, 'old.json'), baseline.replace(/"blessedAt":"\d+/u, '"blessedAt":"2001'));
    const other = await hotseat(['score', 'good.jsonl', '--baseline', 'other.json'], { cwd: folder });
    const forced = await hotseat(['score', 'good.jsonl', '--baseline', 'other.json', '--force'], { cwd: folder });
    const old = await hotseat(['score', 'good.jsonl', '--baseline', 'old.json'], { cwd: folder });
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('The grader was openai') as string });
    expect(forced.code).toBe(0);
    expect(forced.stdout.replace(/\s+/gu, ' ')).toMatch(/Note: --force overrode this: The grader was openai .* The scores may not compare\./u);
    expect(old.stdout).toContain('more than 30 days ago');
    expect((await hotseat(['score', 'good.jsonl', '--baseline', 'r.json'], { cwd: folder })).stderr).toContain('nobody has blessed');
  });
});

describe('on GitHub', () => {
  it('marks failed cases in their files, fills the page of the job, and lets no answer give orders', async () => {
    const folder = folderWith({ 'a.jsonl': jsonLinesOf(sampleCases(3, (place) => ({ id: place === 2 ? '::error::mine' : `c${place}`, expect: { minScore: 0.9 } }))), 'page.md': 'before\n' });
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'page.md') };
    const { stdout, stderr } = await hotseat(['score', 'a.jsonl', '--verbose'], { cwd: folder, env });
    expect(stderr.split('\n').filter((line) => line.startsWith('::error '))).toHaveLength(2);
    expect(stderr).toContain('::error file=a.jsonl,line=2,title=c1::score');
    expect(stdout).not.toMatch(/^\s*::/mu);
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toMatch(/^before\n## hotseat score: failed/u);
  });
});

describe('a reader that has seen enough', () => {
  it.each<[string, ('stdout' | 'stderr')[]]>([
    ['of what is printed', ['stdout']],
    ['of the notes beside it', ['stderr']],
    ['of everything', ['stdout', 'stderr']],
  ])('%s, changes no verdict, and nothing is left behind', async (_, closed) => {
    const folder = folderWith({});
    const child = startHotseat(['score', '-', '--min-mean', '0.99', '--samples', '2'], { env: { TMPDIR: folder } });
    child.stdin.end(jsonLinesOf(sampleCases(3)));
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    for (const name of ['stdout', 'stderr'] as const) {
      if (closed.includes(name)) child[name].destroy();
      else child[name].resume();
    }
    expect(await ended).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('Ctrl-C', () => {
  it('ends with 130, leaves nothing but what a later run goes on from, and prints no verdict', async () => {
    const folder = folderWith({ 'a.jsonl': jsonLinesOf(sampleCases(1_500)) });
    const child = startHotseat(['score', 'a.jsonl', '--output', 'r.json', '--json'], { cwd: folder });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const path = join(folder, 'r.json.run');
    while (!existsSync(path) || readFileSync(path).length < 100_000) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stdout).toBe('');
    expect(stderr).toContain('--continue goes on from there');
    expect(readdirSync(folder).sort()).toEqual(['a.jsonl', 'r.json.run']);

    const resumed = await hotseat(['score', 'a.jsonl', '--output', 'r.json', '--continue'], { cwd: folder });
    await hotseat(['score', 'a.jsonl', '--output', 'whole.json'], { cwd: folder });
    expect(resumed.stderr).toMatch(/^\d+ cases of the run that stopped are taken over/u);
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe(readFileSync(join(folder, 'whole.json'), 'utf8'));
    expect(existsSync(path)).toBe(false);
  });
});
