import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ScoreResult } from '../../src/scoring/result.ts';
import { hotseat, newHome } from '../helpers/hotseat.ts';
import { startChatServer, turnsAway, type ChatServer, type ChatTurn } from '../helpers/servers/chat-server.ts';
import { grades } from '../helpers/servers/grades.ts';
import { folderWith, jsonLinesOf } from '../scoring/sample-cases.ts';

let server: ChatServer;
let home: string;
beforeAll(async () => void (server = await startChatServer()));
afterAll(() => server.close());
beforeEach(() => void (home = newHome()));

const env = () => ({ OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-planted-0123456789' });

/** Answers that no rule settles: they begin with their band. */
const casesOf = (count: number, more: object = {}) =>
  jsonLinesOf(Array.from({ length: count }, (_, place) => ({ id: `c${place + 1}`, question: 'What is a database index for?', reference: 'It finds rows fast and costs writes.', answer: `Answer number ${place + 1}: an index finds the rows without reading the whole table.`, ...more })));

const GRADER = ['--grader', 'openai:gpt-4o'];
const SECOND = ['--second-grader', 'openai:gpt-4o-mini'];
/** The same band from one model, whatever the answer. */
const bands = (first: number, second = first): ChatTurn => grades(({ model }) => (model === 'gpt-4o' ? first : second));
const only = (model: string, turn: ChatTurn, other: ChatTurn): ChatTurn => (request, response) => ((request.body as { model?: string }).model === model ? turn : other)(request, response);

async function score(flags: string[], { input = casesOf(3), cwd, at = home }: { input?: string; cwd?: string; at?: string } = {}) {
  const before = server.requests.length;
  const ran = await hotseat(['score', '-', ...flags], { home: at, env: env(), input, cwd });
  return { ...ran, calls: server.requests.length - before };
}

async function scoreAsJson(flags: string[], options?: Parameters<typeof score>[1]) {
  const ran = await score([...flags, '--json'], options);
  return { ...ran, result: ScoreResult.parse(JSON.parse(ran.stdout)) };
}

/** Dollars for a million tokens of both models at this server. */
function setPrices(price: { input: number; output: number }): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'config.yaml'), `prices:\n${['gpt-4o', 'gpt-4o-mini'].map((model) => `  ${server.host}/${model}: { input: ${price.input}, output: ${price.output} }\n`).join('')}`);
}

describe('score with a model', () => {
  it('grades every case by it, and says who graded', async () => {
    server.plays(bands(3));
    const { code, calls, result } = await scoreAsJson(GRADER);
    expect({ code, calls }).toEqual({ code: 0, calls: 3 });
    expect(result).toMatchObject({ verdict: 'scored', totals: { mean: 0.6667 }, provenance: { provider: 'openai', grader: 'openai/gpt-4o', cached: 0 }, use: { calls: 3, failed: 0, inputTokens: 60, outputTokens: 15, costUsd: null } });
  });

  it('says who graded although the first answer needed no model', async () => {
    server.plays(bands(3));
    const { result, calls } = await scoreAsJson(GRADER, { input: `${casesOf(1, { id: 'empty', answer: '' })}${casesOf(2)}` });
    expect(calls).toBe(2);
    expect(result.provenance).toMatchObject({ provider: 'openai', model: 'gpt-4o' });
  });

  it('ends with 4 when every call failed, and with 3 when some did', async () => {
    server.plays(turnsAway(401));
    expect(await scoreAsJson(GRADER)).toMatchObject({ code: 4, result: { verdict: 'error' } });
    expect((await score([...GRADER, '--explain', 'c2'])).code).toBe(4);
    server.plays(bands(3), turnsAway(401));
    expect(await scoreAsJson([...GRADER, '--no-cache'])).toMatchObject({ code: 3, result: { verdict: 'inconclusive', totals: { graded: 1, failedCalls: 2 } } });
  });

  it('refuses a model together with --offline, and opens no connection', async () => {
    const { code, stderr, calls } = await score([...GRADER, '--offline']);
    expect({ code, calls }).toEqual({ code: 2, calls: 0 });
    expect(stderr).toContain('--offline opens no connection');
  });

  it('makes a failed call as often as --max-retries says', async () => {
    server.plays(turnsAway(429, { headers: { 'retry-after': '0' } }));
    expect(await score([...GRADER, '--max-retries', '0'])).toMatchObject({ code: 4, calls: 3 });
    expect(await score([...GRADER, '--max-retries', '1'], { input: casesOf(1) })).toMatchObject({ code: 4, calls: 2 });
  });

  it('comes through a storm of 429 with every grade, and no more calls at a time than it may make', async () => {
    let [under, most, refused] = [0, 0, 0];
    const good = bands(3);
    server.plays((request, response) => {
      most = Math.max(most, (under += 1));
      response.on('close', () => (under -= 1));
      if (refused < 6) turnsAway(429, { headers: { 'retry-after': '0' } })(request, response);
      else good(request, response);
      refused += 1;
    });
    const { code, result } = await scoreAsJson([...GRADER, '--concurrency', '3', '--max-retries', '6'], { input: casesOf(8) });
    expect(code).toBe(0);
    expect(result.totals).toMatchObject({ graded: 8, failedCalls: 0 });
    expect(result.use).toMatchObject({ calls: 14, failed: 6 });
    expect(most).toBeLessThanOrEqual(3);
  });
});

describe('a second grader', () => {
  it.each([
    ['agrees', 3, 3, 'agreed', 0, 'scored'],
    ['is split', 3, 2, 'split', 3, 'scored'],
  ])('%s, and changes no score', async (_, first, second, agreement, split, verdict) => {
    server.plays(bands(first, second));
    const { code, calls, result } = await scoreAsJson([...GRADER, ...SECOND]);
    expect({ code, calls }).toEqual({ code: 0, calls: 6 });
    expect(result).toMatchObject({ verdict, totals: { mean: 0.6667, second: { graded: 3, split } }, provenance: { grader: 'openai/gpt-4o', secondGrader: 'openai/gpt-4o-mini' } });
    expect(result.cases[0]?.evaluation).toMatchObject({ score: 0.6667, agreement, second: { status: 'graded', gradedBy: { model: 'gpt-4o-mini' } } });
  });

  it('makes a limit that lies between the two inconclusive, in words, JSON and code', async () => {
    server.plays(bands(3, 2));
    const text = await score([...GRADER, ...SECOND, '--min-each', '0.5', '--min-mean', '0.5']);
    expect(text.code).toBe(3);
    expect(text.stdout.replace(/\s+/gu, ' ')).toMatch(/~ --min-mean 0.5: the mean is 0.6667 \(0.3333 to 0.6667\), which does not settle it.*3 split.*Verdict: inconclusive \(exit code 3\)\./u);
    const { code, result } = await scoreAsJson([...GRADER, ...SECOND, '--min-each', '0.5']);
    expect({ code, gates: result.gates, passed: result.cases[0]?.passed }).toMatchObject({ code: 3, gates: [{ passed: null, inconclusive: true }], passed: null });
  });

  it('that fails leaves every grade as it is, and the run inconclusive', async () => {
    server.plays(only('gpt-4o', bands(3), turnsAway(401)));
    const { code, result } = await scoreAsJson([...GRADER, ...SECOND]);
    expect(code).toBe(3);
    expect(result).toMatchObject({ verdict: 'inconclusive', reasons: ['The second grader gave no grade at all.'], totals: { graded: 3, mean: 0.6667 } });
  });

  it.each([
    ['beside a model', GRADER, 3, 'inconclusive'],
    ['beside the offline grader', [], 4, 'error'],
  ])('that fails at every call is no success, although code knew one answer: %s', async (_, first, exitCode, verdict) => {
    server.plays(only('gpt-4o', bands(3), turnsAway(401)));
    const { code, result } = await scoreAsJson([...first, ...SECOND, '--min-mean', '0.1'], { input: `${casesOf(2)}${jsonLinesOf([{ id: 'known', question: 'What is a database index for?', reference: 'It finds rows fast.', answer: "I don't know." }])}` });
    expect({ code, verdict: result.verdict, second: result.totals.second }).toMatchObject({ code: exitCode, verdict, second: { graded: 1, failed: 2 } });
  });

  it('stands beside a first one that fails, and never in its place', async () => {
    server.plays(only('gpt-4o', turnsAway(401), bands(3)));
    const { code, result } = await scoreAsJson([...GRADER, ...SECOND]);
    expect(code).toBe(4);
    expect(result).toMatchObject({ verdict: 'error', totals: { graded: 0, mean: null, second: { graded: 3 } } });
    expect(result.cases[0]).toMatchObject({ status: 'ungraded', score: null, evaluation: { second: { score: 0.6667 } } });
  });

  it('may be a model beside the offline grader, or the offline grader beside a model', async () => {
    server.plays(bands(4));
    const offlineFirst = await scoreAsJson(['--second-grader', 'openai:gpt-4o']);
    expect(offlineFirst).toMatchObject({ code: 0, calls: 3, result: { provenance: { provider: 'offline', secondGrader: 'openai/gpt-4o' }, cases: [{ evaluation: { second: { score: 1 } } }, {}, {}] } });
    const modelFirst = await scoreAsJson([...GRADER, '--second-grader', 'offline', '--no-cache']);
    expect(modelFirst).toMatchObject({ code: 0, calls: 3, result: { totals: { mean: 1 }, cases: [{ evaluation: { second: { gradedBy: { provider: 'offline' } } } }, {}, {}] } });
  });
});

describe('the offline grader', () => {
  it('is never asked twice, and says so', async () => {
    const { code, stderr, stdout } = await score(['--second-grader', 'offline', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'The offline grader gives the same each time: it is not asked a second time.\n' });
    expect(stdout).toBe((await score(['--json'])).stdout);
  });
});

describe('several samples', () => {
  it('give a spread, and a limit within it is inconclusive', async () => {
    let calls = 0;
    server.plays(grades(() => (calls++ % 2 === 0 ? 4 : 3)));
    const { code, result } = await scoreAsJson([...GRADER, '--samples', '2', '--min-mean', '0.8'], { input: casesOf(1, { expect: { minScore: 0.75 } }) });
    expect(code).toBe(3);
    expect(result).toMatchObject({ verdict: 'inconclusive', gates: [{ name: 'min-mean', passed: null, inconclusive: true }], cases: [{ passed: null, inconclusive: true, evaluation: { score: 0.8334, spread: 0.1667, samples: [1, 0.6667] } }] });
  });

  it('are never taken from the cache', async () => {
    server.plays(bands(3));
    const flags = [...GRADER, '--samples', '2'];
    expect([(await score(flags)).calls, (await score(flags)).calls]).toEqual([6, 6]);
  });
});

describe('the cache', () => {
  it('answers a second run without a call, which says so; --no-cache asks anew', async () => {
    server.plays(bands(3));
    const first = await scoreAsJson([...GRADER, ...SECOND]);
    const second = await scoreAsJson([...GRADER, ...SECOND]);
    expect([first.calls, second.calls]).toEqual([6, 0]);
    expect(second.result).toMatchObject({ totals: first.result.totals, provenance: { cached: 6 }, use: { calls: 0 } });
    expect(second.result.cases[0]?.evaluation.gradedBy.cached).toBe(true);
    const shown = await score([...GRADER, ...SECOND]);
    expect(shown.stdout).toContain('6 grades came from the cache; --no-cache asks anew.');
    expect((await score([...GRADER, '--no-cache'])).calls).toBe(3);
  });

  it('keeps no error', async () => {
    server.plays(turnsAway(401));
    await score(GRADER);
    server.plays(bands(3));
    expect(await score(GRADER)).toMatchObject({ code: 0, calls: 3 });
  });

  it('is done without where the data folder cannot be used, with a line about it', async () => {
    server.plays(bands(3));
    const blocked = join(folderWith({ file: '' }), 'file');
    const { code, calls, stderr } = await score([...GRADER, '--quiet'], { at: blocked });
    expect({ code, calls }).toEqual({ code: 0, calls: 3 });
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining("Nothing is kept of this run's calls") as string]);
  });

  it('stands beside the list of what was sent', async () => {
    server.plays(bands(3));
    await score(GRADER);
    const { calls } = JSON.parse((await hotseat(['network', '--json'], { home })).stdout) as { calls: { purpose: string }[] };
    expect(calls.map(({ purpose }) => purpose)).toEqual(['evaluation', 'evaluation', 'evaluation']);
  });
});

describe('what it costs', () => {
  it('is estimated from the real prompts without a call, for both graders', async () => {
    setPrices({ input: 10, output: 20 });
    const dry = [...GRADER, ...SECOND, '--samples', '2', '--dry-run'];
    const { stdout, calls, code } = await score([...dry, '--json'], { input: `${casesOf(3)}${casesOf(1, { id: 'empty', answer: '' })}` });
    const plan = JSON.parse(stdout) as { modelCalls: number; cost: number; inputTokens: number; outputTokens: number };
    expect({ code, calls }).toEqual({ code: 0, calls: 0 });
    expect(plan).toMatchObject({ dryRun: true, cases: 4, grader: 'openai/gpt-4o', secondGrader: 'openai/gpt-4o-mini', modelCalls: 12 });
    expect(plan.cost).toBeCloseTo((plan.inputTokens * 10 + plan.outputTokens * 20) / 1e6, 9);
    expect(plan.inputTokens / 12).toBeGreaterThan(800);

    const text = await score([...dry, '--max-cost', '0.01'], { input: casesOf(3) });
    for (const words of ['Would grade 3 cases from 1 file with openai/gpt-4o and openai/gpt-4o-mini.', '12 calls', 'Assumed: four letters are a token', 'more than --max-cost 0.01']) expect(text.stdout).toContain(words);
  });

  it('is null where nobody knows the price, and then no limit is taken', async () => {
    const { stdout } = await score([...GRADER, '--dry-run', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ modelCalls: 3, cost: null });
    expect((await score([...GRADER, '--dry-run'])).stdout).toContain('at a price that is not known');
    const limited = await score([...GRADER, '--max-cost', '1']);
    expect(limited).toMatchObject({ code: 2, calls: 0, stderr: expect.stringContaining('the price of openai/gpt-4o is not known') as string });
    // The lines that it shows are the ones that help.
    const [, lines = ''] = /(prices:\n .*)\n/u.exec(limited.stderr) ?? [];
    expect(lines).toBe(`prices:\n  "${server.host}/gpt-4o": { input: 2.5, output: 10 }`);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'config.yaml'), lines);
    expect(await score([...GRADER, '--max-cost', '1', '--dry-run'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/out, \$0\.\d/u) as string });
  });

  it('is printed before and after, with what came of it', async () => {
    setPrices({ input: 100, output: 200 });
    server.plays(bands(3));
    const { stdout, stderr } = await score(GRADER);
    expect(stderr).toMatch(/^Estimated: 3 calls, \d+ tokens in and \d+ out, \$0\.\d+\.\n$/u);
    expect(stdout).toMatch(/Cost: \$0\.0090 for 3 calls, 60 tokens in and 15 out; estimated were \$0\.\d+\./u);
  });

  it('stops at --max-cost before more is spent; the rest is left out with the reason, and graded later alone', async () => {
    // For each call $0.02 are set aside, and spent: there is room for two.
    setPrices({ input: 0, output: 20 });
    server.plays(grades(() => 3, { usage: { prompt_tokens: 1000, completion_tokens: 1000 } }));
    const folder = folderWith({});
    const kept = [...GRADER, '--output', 'r.json', '--concurrency', '1'];
    const stopped = await score([...kept, '--max-cost', '0.05'], { cwd: folder });
    const { totals, cases, use } = ScoreResult.parse(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')));
    expect({ code: stopped.code, calls: stopped.calls }).toEqual({ code: 3, calls: 2 });
    expect(totals).toMatchObject({ graded: 2, ungraded: 1, notAsked: 1, failedCalls: 0 });
    expect(cases[2]?.reasons[0]).toContain('cost more than the limit of $0.05');
    expect(use?.costUsd).toBeCloseTo(0.04);
    expect(stopped.stderr).toContain('1 case left out. The same command with --retry-errors');

    const later = await score([...kept, '--max-cost', '1', '--retry-errors'], { cwd: folder });
    expect(later).toMatchObject({ code: 0, calls: 1 });
  });

  it('adds up over the parts of a run', async () => {
    setPrices({ input: 100, output: 200 });
    server.plays(bands(3, 2));
    const folder = folderWith({});
    for (const part of ['1', '2']) await score([...GRADER, ...SECOND, '--shard', `${part}/2`, '--output', `p${part}.json`], { cwd: folder });
    const merged = await hotseat(['score', 'merge', 'p1.json', 'p2.json', '--json'], { cwd: folder, home });
    const { use, provenance, totals } = ScoreResult.parse(JSON.parse(merged.stdout));
    expect(use).toMatchObject({ calls: 6, costUsd: expect.closeTo(0.018) as number });
    expect({ second: provenance?.secondGrader, totals }).toMatchObject({ second: 'openai/gpt-4o-mini', totals: { second: { graded: 3, split: 3 } } });
  });
});
