import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { GRADERS } from '../../src/commands/grader-option.ts';
import type { AnswerCase } from '../../src/schemas/answers-file.ts';
import { ScoreResult } from '../../src/scoring/result.ts';
import { folderWith, jsonLinesOf, sampleCases } from '../scoring/sample-cases.ts';
import { runHere } from './run-here.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const score = (...words: string[]) => runHere(['score', ...words]);
beforeEach(() => void (folder = folderWith({ 'a.jsonl': jsonLinesOf(sampleCases(4)) })));

describe('what a run reads', () => {
  it('may name a question of a pack in one way only, and a mistaken one is told the other', async () => {
    writeFileSync(at('b.jsonl'), '{"id":"1","question":"sql-deadlock","answer":"Two transactions wait for each other."}');
    expect(await score(at('b.jsonl'))).toMatchObject({ code: 2, stderr: expect.stringContaining('"sql-deadlock" is the id of a question of a pack: write it as questionId.') as string });
  });

  it('is never written over, whatever name leads there', async () => {
    writeFileSync(at('a.json'), JSON.stringify({ cases: sampleCases(2) }));
    const before = readFileSync(at('a.json'), 'utf8');
    symlinkSync('a.json', at('link.json'));
    mkdirSync(at('deep'));
    symlinkSync('..', at('deep/up'));
    for (const name of ['link.json', 'deep/up/a.json', 'deep/../a.json']) {
      expect(await score(at('a.json'), '--output', at(name))).toMatchObject({ code: 2, stderr: expect.stringContaining('is read by this run') as string });
    }
    expect(readFileSync(at('a.json'), 'utf8')).toBe(before);
  });

  it('is not written over by bless', async () => {
    await score(at('a.jsonl'), '--output', at('r.json'));
    symlinkSync('r.json', at('base.json'));
    for (const name of ['r.json', 'base.json']) expect((await score('bless', at('r.json'), '--output', at(name))).code).toBe(2);
    expect((await score('bless', at('r.json'), '--output', at('b.json'))).code).toBe(0);
  });

  it.each([
    ['answers', 'a.jsonl'],
    ['other results', 'other.json'],
    ['no JSON', 'notes.md'],
    ['nothing yet', 'empty.json'],
  ])('is not the only thing that bless leaves alone: a file of %s', async (_, name) => {
    writeFileSync(at('notes.md'), '# notes');
    writeFileSync(at('empty.json'), '');
    await score(at('a.jsonl'), '--output', at('r.json'), '--output', at('other.json'));
    const before = readFileSync(at(name), 'utf8');
    expect(await score('bless', at('r.json'), '--output', at(name))).toMatchObject({ code: 2, stderr: expect.stringContaining(`${at(name)} is there already, and is no baseline.`) as string });
    expect(readFileSync(at(name), 'utf8')).toBe(before);
    expect((await score('bless', at('r.json'), '--output', at(name), '--force')).code).toBe(0);
    expect((await score('bless', at('r.json'), '--output', at(name))).code).toBe(0);
  });

  it.each([
    ['failed', ['--min-mean', '0.99'], /Note: the verdict of this run is failed\. --min-mean 0\.99: the mean is/u],
    ['inconclusive', ['--max-ungraded', '0'], /Note: the verdict of this run is inconclusive\. 1 of 4/u],
    ['passed', ['--min-mean', '0.01', '--max-ungraded', '1'], /^Blessed 4 cases: [^\n]*\n$/u],
  ])('is blessed whatever came of it, and bless says so: %s', async (verdict, gates, words) => {
    const foreign = 'Ein Index findet die passenden Zeilen schnell, ohne dass die ganze Tabelle gelesen werden muss, aber jedes Schreiben muss auch ihn ändern.';
    writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(4, (place) => (place === 3 ? { answer: foreign } : {}))));
    await score(at('a.jsonl'), ...gates, '--output', at('r.json'));
    expect(await score('bless', at('r.json'), '--force', '--output', at('b.json'))).toMatchObject({ code: 0, stdout: expect.stringMatching(words) as string });
    expect(JSON.parse((await score('bless', at('r.json'), '--force', '--output', at('b.json'), '--json')).stdout)).toMatchObject({ cases: 4, verdict });
  });

  it('is kept beside its first output until it ends, so no folder may have that name', async () => {
    mkdirSync(at('r.json.run'));
    expect(await score(at('a.jsonl'), '--output', at('r.json'))).toMatchObject({ code: 2, stderr: expect.stringContaining('r.json.run is a folder') as string });
  });

  it('is no bug of ours where the file system will not even look for the output', async () => {
    expect(await score(at('a.jsonl'), '--output', at(`${'x'.repeat(300)}.json`))).toMatchObject({ code: 2, stderr: expect.stringContaining('Nothing can be written') as string });
  });

  it('is named once as an output, whatever name leads there', async () => {
    writeFileSync(at('r.json'), '');
    symlinkSync('r.json', at('s.json'));
    expect((await score(at('a.jsonl'), '--output', at('r.json'), '--output', at('s.json'))).stderr).toContain('is named twice');
  });
});

describe('what a run is given', () => {
  it('is read once, whatever links lead there', async () => {
    symlinkSync('a.jsonl', at('link.jsonl'));
    mkdirSync(at('deep'));
    symlinkSync('..', at('deep/up'));
    expect((await score(at('a.jsonl'), at('link.jsonl'), `${folder}/**/*.jsonl`)).stdout).toContain('4 cases:');
  });
});

describe('the folder of the answers', () => {
  it('may hold what hotseat writes, and one line says what is passed over', async () => {
    await score(folder, '--output', at('results.json'), '--output', at('results.jsonl'));
    await score('bless', at('results.json'), '--output', at('baseline.json'));
    const { code, stdout, stderr } = await score(folder, '--baseline', at('baseline.json'));
    expect([code, stderr]).toEqual([0, `Passed over, as results or baselines of hotseat: ${at('results.json')}, ${at('results.jsonl')}.\n`]);
    expect(stdout).toContain('4 cases:');
    expect((await score('validate', folder)).stderr).toContain('Passed over');
    expect((await score(folder, '--quiet')).stderr).toBe('');
  });
});

describe('score init', () => {
  it("writes over no schema but its own", async () => {
    const schema = at('answers.schema.json');
    writeFileSync(schema, '{"title": "mine"}');
    expect(await score('init', at('answers.yaml'))).toMatchObject({ code: 2, stderr: expect.stringContaining('answers.schema.json is there already') as string });
    expect(readFileSync(schema, 'utf8')).toBe('{"title": "mine"}');
    expect((await score('init', at('answers.yaml'), '--force')).code).toBe(0);
    expect((await score('init', at('second.yaml'))).code).toBe(0);
  });
});

describe('a case that is explained', () => {
  it('and could not be graded, is no success', async () => {
    writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(1, () => ({ answer: 'Ein Index findet die passenden Zeilen schnell, ohne dass die ganze Tabelle gelesen werden muss, aber jedes Schreiben muss auch ihn ändern.' }))));
    expect(await score(at('a.jsonl'), '--explain', 'case-1')).toMatchObject({ code: 3, stdout: expect.stringContaining('not graded') as string });
  });
});

describe('the parts of a run', () => {
  const parts = () => [at('1.json'), at('2.json')];
  beforeEach(async () => {
    for (const part of [1, 2]) await score(at('a.jsonl'), '--shard', `${part}/2`, '--output', at(`${part}.json`));
  });

  it('are held to the gates that their merge is given', async () => {
    expect(await score('merge', ...parts())).toMatchObject({ code: 0, stdout: expect.stringContaining('Verdict: scored') as string });
    expect(await score('merge', ...parts(), '--min-mean', '0.99')).toMatchObject({ code: 1, stdout: expect.stringContaining('FAIL  --min-mean 0.99') as string });
    expect(await score('merge', ...parts(), '--min-domain', 'sql=0.01', '--max-ungraded', '0')).toMatchObject({ code: 0, stdout: expect.stringContaining('Verdict: passed') as string });
  });

  it.each([
    ['a gate on each case', ['--min-each', '0.1']],
    ['another grader', ['--grader', 'openai:gpt-4o']],
    ['a part of it', ['--shard', '1/2']],
  ])('cannot be given %s any more', async (_, flags) => {
    const { code, stderr } = await score('merge', ...parts(), ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(`hotseat score merge has no ${flags[0]}.`);
  });

  const secondOf = async (cases: AnswerCase[]) => {
    writeFileSync(at('other.jsonl'), jsonLinesOf(cases));
    await score(at('other.jsonl'), '--shard', '2/2', '--output', at('2.json'));
  };
  /** As an earlier version wrote them. */
  const forgetInput = () => parts().forEach((path) => writeFileSync(path, readFileSync(path, 'utf8').replace(/,"inputHash":"\w+"/u, '')));

  it.each([
    ['a quoted pattern', () => [at('[12].json')], []],
    ['a pattern that the output would match too', () => [at('*.json')], ['--output', 'all.json']],
  ])('are found by %s', async (_, words, [flag, name = '']) => {
    expect(await score('merge', ...words(), ...(flag ? [flag, at(name)] : []))).toMatchObject({ code: 0, stdout: expect.stringContaining('4 cases: 4 graded') as string });
    expect(await score('merge', ...words(), ...(flag ? [flag, at(name)] : []))).toMatchObject({ code: 0 });
  });

  it('are missed in plain words where a pattern matches nothing', async () => {
    expect(await score('merge', at('part-*.json'))).toMatchObject({ code: 2, stderr: expect.stringContaining(`No results are found by the name "${at('part-*.json')}".`) as string });
  });

  it.each([
    ['of other answers under the same ids', sampleCases(4, (place) => (place === 3 ? { answer: 'Something else.' } : {}))],
    ['of other answers in the other part alone', sampleCases(4, (place) => (place === 0 ? { answer: 'Something else.' } : {}))],
    ['of other questions', sampleCases(4, (place) => (place === 3 ? { question: 'What is a table?' } : {}))],
    ['of other references', sampleCases(4, (place) => (place === 3 ? { reference: 'Something else.' } : {}))],
    ['of other expectations', sampleCases(4, (place) => (place === 3 ? { expect: { minScore: 0.1 } } : {}))],
    ['of the same cases in another order', [...sampleCases(4)].reverse()],
    ['of one case more', sampleCases(5)],
  ])('are refused when they are parts %s', async (_, cases) => {
    await secondOf(cases);
    expect(await score('merge', ...parts())).toMatchObject({ code: 2, stderr: expect.stringContaining(`${at('2.json')} was made from other answers than ${at('1.json')}.`) as string });
  });

  it('do not mind where the answers lie', async () => {
    await secondOf(sampleCases(4));
    expect((await score('merge', ...parts())).code).toBe(0);
  });

  it('are taken without a hash, and refused when they overlap', async () => {
    forgetInput();
    expect((await score('merge', ...parts())).code).toBe(0);
    await secondOf([...sampleCases(4)].reverse());
    forgetInput();
    expect(await score('merge', ...parts())).toMatchObject({ code: 2, stderr: expect.stringContaining('stands in two shards') as string });
  });
});

describe('a flag of score that its subcommand does not have', () => {
  it.each([
    ['validate', '--min-mean', '0.9'],
    ['validate', '--output', 'r.json'],
    ['init', '--shard', '1/2'],
    ['bless', '--min-each', '0.9'],
  ])('is refused, not passed over: %s %s', async (subcommand, ...flags) => {
    expect(await score(subcommand, at('a.jsonl'), ...flags)).toMatchObject({ code: 2, stderr: expect.stringContaining(`hotseat score ${subcommand} has no ${flags[0]}.`) as string });
  });
});

describe('an option of one value', () => {
  it.each([
    ['--min-mean', '0.5', '0.01'],
    ['--min-each', '0.5', '0.5'],
    ['--max-drop', '0.1', '0.5'],
    ['--explain', 'a', 'b'],
    ['--grader', 'offline', 'offline'],
    ['--shard', '1/2', '2/2'],
    ['--baseline', 'a.json', 'b.json'],
  ])('is refused when it is given twice: %s', async (flag, first, second) => {
    for (const words of [[flag, first, flag, second], [`${flag}=${first}`, flag, second]]) expect(await score(at('a.jsonl'), ...words)).toMatchObject({ code: 2, stdout: '', stderr: `${flag} is given twice.\nGive ${flag} once.\n` });
  });

  it.each([
    ['merge', ['merge', 'p.json', '--min-mean', '0.5', '--min-mean', '0.1'], '--min-mean is given twice.'],
    ['bless', ['bless', 'r.json', '-o', 'a.json', '-o', 'b.json'], '--output is given twice.'],
    ['a gate on one domain', ['a.jsonl', '--min-domain', 'sql=0.9', '--min-domain', 'sql=0.1'], 'The domain sql is given twice.'],
  ])('is refused by %s too', async (_, words, message) => {
    expect(await score(...words)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) as string });
  });

  it('may stand beside gates on other domains', async () => {
    expect((await score(at('a.jsonl'), '--min-domain', 'sql=0.1', '--min-domain', 'tables=0.1')).code).toBe(0);
  });
});

describe('a score on the wrong scale', () => {
  it.each([
    ['60', 'Scores go from 0 to 1: write 0.6.'],
    ['1.5', 'Scores go from 0 to 1.'],
    ['150', 'Scores go from 0 to 1.'],
    ['much', 'Give a number from 0 to 1.'],
  ])('of %s is said to be one', async (value, words) => {
    expect((await score(at('a.jsonl'), '--min-mean', value)).stderr.split('\n')[0]).toMatch(new RegExp(`${words.replaceAll('.', '\\.')}$`, 'u'));
  });
});

describe('the grader', () => {
  it.each([
    ['nobody knows', 'foo', 'There is no grader "foo".', `Choose one of: ${GRADERS}.`],
    ['has no key', 'openai', 'OPENAI_API_KEY is not set', 'or grade with --grader offline.'],
  ])('that %s is refused with what can be chosen here', async (_, name, message, remedy) => {
    const { code, stderr } = await score(at('a.jsonl'), '--grader', name);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(remedy);
    expect((await score('--help')).stdout.replace(/\s+/gu, ' ')).toContain(GRADERS);
  });
});

describe('a run that only tells', () => {
  it.each([['--dry-run'], ['--explain', 'case-1']])('writes no file, and says so: %s', async (...flags) => {
    const { code, stderr } = await score(at('a.jsonl'), ...flags, '--output', at('x.json'));
    expect([code, stderr]).toEqual([0, `${flags[0]} writes no file: ${at('x.json')} is not touched.\n`]);
    expect(existsSync(at('x.json'))).toBe(false);
  });
});

describe('the help of a subcommand', () => {
  it.each(['init', 'validate', 'bless'])('shows no gate, which score %s would refuse', async (name) => {
    const { stdout } = await score(name, '--help');
    expect(stdout).toContain('--quiet');
    for (const flag of ['--min-mean', '--samples', '--explain']) expect(stdout).not.toContain(flag);
  });

  it('of merge shows its gates once', async () => {
    expect((await score('merge', '--help')).stdout.match(/--min-mean/gu)).toHaveLength(1);
  });
});

describe('an error before a run', () => {
  it.each<[string, string[]]>([
    ['an unknown flag', ['a.jsonl', '--nonsense']],
    ['a gate that is no number', ['a.jsonl', '--min-mean', 'x']],
    ['a gate given twice', ['a.jsonl', '--min-mean', '0', '--min-mean', '1']],
    ['no file', []],
    ['a part that is missing', ['merge']],
    ['a file that is not there', ['none.jsonl']],
    ['an output that cannot be written', ['a.jsonl', '--output', '/no/such/folder/x.json']],
  ])('is a result of the published shape with --json: %s', async (_, words) => {
    const { code, stdout } = await score(...words.map((word) => (word === 'a.jsonl' ? at(word) : word)), '--json');
    expect(code).toBe(2);
    expect(ScoreResult.strict().parse(JSON.parse(stdout))).toMatchObject({ verdict: 'error', exitCode: 2, cases: [], error: { message: expect.any(String) as string } });
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown flag', ['a.jsonl', '--nonsense'], /^::error title=hotseat score::.*--nonsense/mu],
    ['an output that cannot be written', ['a.jsonl', '--output', '/no/such/folder/x.json'], /^::error title=hotseat score::The output/mu],
    ['a mistake in the answers', ['bad.jsonl'], /^::error file=.*bad\.jsonl,line=1,col=\d+,title=hotseat score::id is missing/mu],
  ])('is an annotation and stands on the page of the job on GitHub: %s', async (_, words, annotation) => {
    writeFileSync(at('bad.jsonl'), '{"question":"q","reference":"r","answer":"a"}\n');
    const { stderr } = await runHere(['score', ...words.map((word) => (word.endsWith('l') ? at(word) : word))], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: at('page.md') });
    expect(stderr).toMatch(annotation);
    expect(stderr.match(/^::error/gmu)).toHaveLength(1);
    expect(readFileSync(at('page.md'), 'utf8')).toContain('hotseat score: error');
  });

  it('of validate stays what it is', async () => {
    expect(JSON.parse((await score('validate', '--nonsense', '--json')).stdout)).toEqual({ schemaVersion: 1, error: expect.objectContaining({ code: 'usage' }) as object });
  });
});

describe('on GitHub', () => {
  const onGitHub = (...words: string[]) => runHere(['score', ...words], { GITHUB_ACTIONS: 'true' });

  it('an answer that is explained gives no orders', async () => {
    writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(1, () => ({ answer: 'First.\n::error::mine\n ::add-mask::a ##[group]x' }))));
    const { stdout } = await onGitHub(at('a.jsonl'), '--explain', 'case-1');
    expect(stdout).toContain('error::mine');
    expect(stdout).not.toMatch(/^\s*::|##\[/mu);
  });

  it.each([[['validate']], [[]]])('neither does the name of a file: score %j', async (subcommand) => {
    const { stdout, stderr, code } = await onGitHub(...subcommand, '::error::mine.yaml', '::error::other.yaml');
    expect(code).toBe(2);
    expect(`${stdout}${stderr}`).toContain('error::mine.yaml');
    expect(`${stdout}${stderr}`.split('\n').filter((line) => /^\s*::(?!error file=)/u.test(line))).toEqual([]);
  });
});

describe('--regressions-only', () => {
  const GOOD = sampleCases(1)[0]?.answer;
  const against = async (worse: string | undefined, ...words: string[]) => {
    writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(3, () => ({ answer: GOOD }))));
    await score(at('a.jsonl'), '--output', at('r.json'));
    await score('bless', at('r.json'), '--output', at('b.json'));
    writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(4, (place) => ({ answer: place === 1 ? worse : GOOD }))));
    const outputs = ['r.json', 'r.jsonl', 'r.xml', 'r.md', 'r.html', 'r.txt'];
    return runHere(['score', at('a.jsonl'), '--baseline', at('b.json'), '--regressions-only', ...words, ...outputs.flatMap((name) => ['--output', at(name)])], { GITHUB_STEP_SUMMARY: at('page.md') });
  };

  it.each([
    ['r.xml', ['case-2']],
    ['r.md', ['case-2']],
    ['page.md', ['case-2']],
    ['r.html', ['case-2']],
    ['r.txt', ['case-2']],
    ['r.json', ['case-1', 'case-2', 'case-3', 'case-4']],
    ['r.jsonl', ['case-1', 'case-2', 'case-3', 'case-4']],
  ])('lists what is worse alone, but for JSON, which stays whole: %s', async (name, ids) => {
    await against('An index is a kind of list.');
    expect([...new Set(readFileSync(at(name), 'utf8').match(/\bcase-\d/gu))].sort()).toEqual(ids);
  });

  it.each([
    ['where nothing is worse', GOOD, [], 0, '<testsuites name="hotseat score" tests="0" failures="0" errors="0">'],
    ['where another gate is missed, which is red all the same', GOOD, ['--min-domain', 'nothing=0.1'], 1, '<testsuites name="hotseat score" tests="1" failures="1" errors="0">'],
    ['where what is worse misses what is asked, beside its gate', 'An index is a kind of list.', ['--min-each', '0.99'], 1, 'failures="2"'],
  ])('leaves JUnit and Markdown whole %s', async (_, worse, gates, code, junit) => {
    expect((await against(worse, ...gates)).code).toBe(code);
    expect(readFileSync(at('r.xml'), 'utf8')).toContain(junit);
    expect(readFileSync(at('r.md'), 'utf8')).toContain(worse === GOOD ? 'No case is worse than the baseline.' : '| worse | case-2 |');
  });

  it('shows what is worse, in eighty columns, and nothing else', async () => {
    const long = (place: number) => ({ id: `case-${place}-${'of a long name '.repeat(4)}` });
    const GOOD = sampleCases(1)[0]?.answer;
    writeFileSync(at('a.jsonl'), jsonLinesOf([...sampleCases(4, (place) => ({ ...long(place), answer: place === 1 ? '' : GOOD }))]));
    await score(at('a.jsonl'), '--output', at('r.json'));
    await score('bless', at('r.json'), '--output', at('b.json'));
    writeFileSync(at('a.jsonl'), jsonLinesOf([...sampleCases(3, (place) => ({ ...long(place), answer: place === 2 ? 'An index lets the database find rows.' : GOOD })), ...sampleCases(1, () => ({ id: 'added' }))]));
    const all = await score(at('a.jsonl'), '--baseline', at('b.json'));
    const worse = await score(at('a.jsonl'), '--baseline', at('b.json'), '--regressions-only');
    expect(all.stdout).toMatch(/^ {2}gone {4}case-3[\s\S]*^ {2}better {2}case-1[\s\S]*^ {2}new {5}added/mu);
    expect(worse.stdout).toMatch(/^ {2}worse {3}case-2/mu);
    expect(worse.stdout).not.toMatch(/^ {2}(?:gone|better|new) /mu);
    expect(worse.stdout).toContain('1 worse, 1 better, 1 the same, 1 new, 1 gone.');
    for (const line of `${all.stdout}${worse.stdout}`.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('cases that are gone from the baseline', () => {
  beforeEach(async () => {
    writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(4, () => ({ answer: sampleCases(1)[0]?.answer }))));
    await score(at('a.jsonl'), '--output', at('r.json'));
    await score('bless', at('r.json'), '--output', at('b.json'));
  });
  const only = (count: number) => writeFileSync(at('a.jsonl'), jsonLinesOf(sampleCases(4, () => ({ answer: sampleCases(1)[0]?.answer })).slice(0, count)));

  it.each([[[]], [['--quiet']], [['--verbose']], [['--regressions-only']], [['--quiet', '--regressions-only']]])('are counted in a line of their own, and in Markdown: %j', async (flags) => {
    only(2);
    const { code, stdout } = await score(at('a.jsonl'), '--baseline', at('b.json'), '--max-drop', '0.05', ...flags, '--output', at('r.md'));
    expect(code).toBe(0);
    expect(stdout.split('\n')).toContain('2 cases of the baseline are gone.');
    expect(readFileSync(at('r.md'), 'utf8')).toContain('**2 cases of the baseline are gone.**');
  });

  it.each([
    [3, '1 case of the baseline is gone.'],
    [4, undefined],
  ])('are named as many as they are, and not where there are none: %i of 4 are left', async (count, line) => {
    only(count);
    const { stdout } = await score(at('a.jsonl'), '--baseline', at('b.json'), '--max-drop', '0.05', '--quiet');
    expect(stdout.split('\n').find((one) => one.includes('gone'))).toBe(line);
  });
});
