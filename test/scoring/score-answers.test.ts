import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Grader } from '../../src/grading/grader.ts';
import type { Evaluation, GradedEvaluation, SecondGrade } from '../../src/schemas/evaluation.ts';
import { runAsJson } from '../../src/scoring/formats/json.ts';
import { runAsText } from '../../src/scoring/formats/text.ts';
import { judgeGates, type Gates } from '../../src/scoring/gates.ts';
import { createLazyBank } from '../../src/scoring/lazy-bank.ts';
import { openAnswers } from '../../src/scoring/reading/answers.ts';
import { openRunFile } from '../../src/scoring/run-file.ts';
import { isWorthKeeping, scoreAnswers } from '../../src/scoring/score-answers.ts';
import { totalsOf } from '../../src/scoring/totals.ts';
import type { AnswerCase } from '../../src/schemas/answers-file.ts';
import { failedCall, failedSecond, folderWith, foreignAnswer, gradedWith, jsonLinesOf, sampleCases, scriptedGrader, secondedWith } from './sample-cases.ts';

interface RunOptions {
  cases: AnswerCase[];
  grader: Grader;
  gates?: Partial<Gates>;
  path?: string;
  reuse?: { retryErrors: boolean };
  signal?: AbortSignal;
}

async function run({ cases, grader, gates, path, reuse, signal }: RunOptions) {
  const answers = await openAnswers(['-'], { bank: createLazyBank(() => []), standardInput: Readable.from([jsonLinesOf(cases)]) });
  await answers.check();
  const runFile = openRunFile(path ?? null, reuse && { isWanted: isWorthKeeping(reuse) });
  const grading = { name: grader.name, open: async () => grader, inThreads: false, samples: 1, width: 3 };
  try {
    const result = await scoreAnswers({ cases: answers.cases(), count: cases.length, runFile, grading, gates: { minDomain: {}, ...gates }, shard: null, signal });
    return { summary: result.summary, text: [...runAsText(result)].join('\n'), json: JSON.parse([...runAsJson(result)].join('')) as { cases: { id: string; score: number }[] } };
  } finally {
    answers.close();
    runFile.close({ keep: path !== undefined });
  }
}

const byAnswer = (scores: Record<string, Evaluation>) => scriptedGrader((answer) => scores[answer] ?? failedCall);
const threeAnswers = (expected: AnswerCase['expect'] = undefined) => sampleCases(3, (place) => ({ answer: ['low', 'middle', 'high'][place], ...(expected ? { expect: expected } : {}) }));
/** What code graded by itself, without a call. */
const BY_CODE = { ...gradedWith(0).gradedBy, provider: 'offline' };
const byCode = (more: Partial<GradedEvaluation> = {}) => gradedWith(0.5, { gradedBy: BY_CODE, ...more });
const settled = gradedWith(0, { gradedBy: BY_CODE, second: { status: 'graded', score: 0, band: 1, gradedBy: BY_CODE }, agreement: 'agreed' });
const scores = { low: gradedWith(0.2), middle: gradedWith(0.5), high: gradedWith(0.8) };

describe('gates', () => {
  it.each([
    ['nothing asked', {}, 'scored', []],
    ['min-each kept', { minEach: 0.2 }, 'passed', [{ name: 'min-each', limit: 0.2, seen: 0.2, passed: true }]],
    ['min-each missed', { minEach: 0.3 }, 'failed', [{ name: 'min-each', limit: 0.3, seen: 0.2, passed: false }]],
    ['min-mean kept', { minMean: 0.5 }, 'passed', [{ name: 'min-mean', limit: 0.5, seen: 0.5, passed: true }]],
    ['min-mean missed', { minMean: 0.6 }, 'failed', [{ name: 'min-mean', limit: 0.6, seen: 0.5, passed: false }]],
    ['min-domain missed', { minDomain: { tables: 0.3 } }, 'failed', [{ name: 'min-domain tables', limit: 0.3, seen: 0.2, passed: false }]],
    ['min-domain of a domain that no case has', { minDomain: { sqll: 0.1 } }, 'failed', [{ name: 'min-domain sqll', limit: 0.1, seen: null, passed: false }]],
    ['min-pass-rate where nothing is expected', { minPassRate: 0.1 }, 'failed', [{ name: 'min-pass-rate', limit: 0.1, seen: null, passed: false }]],
  ])('%s', async (_, gates, verdict, results) => {
    const { summary, text } = await run({ cases: threeAnswers(), grader: byAnswer(scores), gates });
    expect(summary).toMatchObject({ verdict, gates: results });
    expect(text).toContain(`Verdict: ${verdict} (exit code ${summary.exitCode}).`);
  });

  it('names the gate that was missed with the number it saw', async () => {
    const { text } = await run({ cases: threeAnswers(), grader: byAnswer(scores), gates: { minMean: 0.6 } });
    expect(text).toContain('FAIL  --min-mean 0.6: the mean is 0.5');
  });

  it('lets single cases fail where a pass rate is given', async () => {
    const cases = threeAnswers({ minScore: 0.4 });
    expect((await run({ cases, grader: byAnswer(scores) })).summary).toMatchObject({ verdict: 'failed', reasons: ['1 of 3 cases does not meet what was asked.'] });
    expect((await run({ cases, grader: byAnswer(scores), gates: { minPassRate: 0.6 } })).summary.verdict).toBe('passed');
    expect((await run({ cases, grader: byAnswer(scores), gates: { minPassRate: 0.7 } })).summary.verdict).toBe('failed');
  });
});

describe('how many cases missed', () => {
  it.each([
    [['low'], '1 of 1 case does not meet what was asked.'],
    [['low', 'high'], '1 of 2 cases does not meet what was asked.'],
    [['low', 'low', 'high'], '2 of 3 cases do not meet what was asked.'],
  ])('is said as it is: %j', async (answers, reason) => {
    const cases = sampleCases(answers.length, (place) => ({ answer: answers[place], expect: { minScore: 0.5 } }));
    expect((await run({ cases, grader: byAnswer(scores) })).summary.reasons).toEqual([reason]);
  });
});

describe('a pass rate', () => {
  it.each([
    [99_999, 100_000, 1, 0.9999, false],
    [100_000, 100_000, 1, 1, true],
    [2, 3, 0.6667, 0.6666, false],
    [2, 3, 0.7, 0.6667, false],
    [2, 3, 0.6666, 0.6667, true],
    [29, 100, 0.29, 0.29, true],
    [7, 10, 0.7, 0.7, true],
  ])('of %i in %i, held to %f', (met, cases, limit, seen, passed) => {
    const totals = { ...totalsOf([]), cases, graded: cases, passed: met, failed: cases - met };
    expect(judgeGates({ minDomain: {}, minPassRate: limit }, { totals, facts: [], comparison: null, partial: false })).toEqual([{ name: 'min-pass-rate', limit, seen, passed }]);
  });
});

describe('grades that are not exact', () => {
  const spread = { low: gradedWith(0.2), middle: gradedWith(0.5, { spread: 0.09 }), high: gradedWith(0.8) };
  const wide = { ...spread, low: gradedWith(0.2, { spread: 0.1 }) };
  const seconded = { low: secondedWith(0.2, 0.1), middle: secondedWith(0.5, 0.8), high: secondedWith(0.8, 0.9) };

  // low 0.2, middle 0.5 ± 0.09, high 0.8; their mean is 0.5 ± 0.03. With a second grader: 0.1, 0.8, 0.9; its mean is 0.6.
  it.each([
    ['min-each below every spread', spread, { minEach: 0.15 }, undefined, 'passed', 'min-each', true],
    ['min-each within the spread of one case', wide, { minEach: 0.15 }, undefined, 'inconclusive', 'min-each', null],
    ['min-each within the spread of one case, and another surely below', spread, { minEach: 0.45 }, undefined, 'failed', 'min-each', false],
    ['min-mean within the spread of the mean', spread, { minMean: 0.52 }, undefined, 'inconclusive', 'min-mean', null],
    ['min-mean at the end of the spread of the mean', spread, { minMean: 0.53 }, undefined, 'failed', 'min-mean', false],
    ['min-mean within it, from the other side', spread, { minMean: 0.48 }, undefined, 'inconclusive', 'min-mean', null],
    ['min-mean below it', spread, { minMean: 0.47 }, undefined, 'passed', 'min-mean', true],
    ['min-domain within its spread', spread, { minDomain: { sql: 0.68 } }, undefined, 'inconclusive', 'min-domain sql', null],
    ['min-domain of exact scores beside them', spread, { minDomain: { tables: 0.21 } }, undefined, 'failed', 'min-domain tables', false],
    ['a mean that cannot be told beside one that is missed', spread, { minMean: 0.52, minDomain: { tables: 0.21 } }, undefined, 'failed', 'min-mean', null],
    ['min-pass-rate that one case decides', spread, { minPassRate: 0.5 }, { minScore: 0.45 }, 'inconclusive', 'min-pass-rate', null],
    ['min-pass-rate that it does not decide', spread, { minPassRate: 0.3 }, { minScore: 0.45 }, 'passed', 'min-pass-rate', true],
    ['min-pass-rate that it cannot save', spread, { minPassRate: 0.7 }, { minScore: 0.45 }, 'failed', 'min-pass-rate', false],
    ['min-each between two graders', seconded, { minEach: 0.15 }, undefined, 'inconclusive', 'min-each', null],
    ['min-mean between two graders', seconded, { minMean: 0.55 }, undefined, 'inconclusive', 'min-mean', null],
    ['min-mean that both reach', seconded, { minMean: 0.5 }, undefined, 'passed', 'min-mean', true],
    ['min-domain between two graders', seconded, { minDomain: { sql: 0.7 } }, undefined, 'inconclusive', 'min-domain sql', null],
  ])('%s', async (_, evaluations, gates, expected, verdict, name, passed) => {
    const { summary, text } = await run({ cases: threeAnswers(expected), grader: byAnswer(evaluations), gates });
    const gate = summary.gates.find((one) => one.name === name);
    expect({ verdict: summary.verdict, passed: gate?.passed, inconclusive: gate?.inconclusive ?? false }).toEqual({ verdict, passed, inconclusive: passed === null });
    expect(summary.exitCode).toBe({ passed: 0, failed: 1, inconclusive: 3 }[verdict]);
    expect(text).toContain(`Verdict: ${verdict} (exit code ${summary.exitCode}).`);
    if (passed === null) expect(text.replace(/\s+/gu, ' ')).toMatch(/~ +--min-.* which does not settle it/u);
  });

  it.each([
    ['a least within its spread', { minScore: 0.55 }, null, 'cannot be told: at least 0.55 is asked, and the score is 0.5 ± 0.09'],
    ['a most within its spread', { maxScore: 0.45 }, null, 'cannot be told: at most 0.45 is asked, and the score is 0.5 ± 0.09'],
    ['a band whose edge is within its spread', { band: 3 as const }, null, 'cannot be told: band 3 is asked, and the score is 0.55 ± 0.09'],
    ['the band itself with its edge within the spread', { band: 2 as const }, null, 'cannot be told: band 2 is asked, and the score is 0.55 ± 0.09'],
    ['a flag that is missing beside it', { minScore: 0.55, flags: ['echo' as const] }, false, 'flag not raised: echo'],
    ['a band that is far', { band: 4 as const }, false, 'is not 4'],
    ['a least below its spread', { minScore: 0.4 }, true, undefined],
  ])('a case with %s', async (_, expect_, passed, reason) => {
    const score = 'band' in expect_ ? 0.55 : 0.5;
    const cases = sampleCases(1, () => ({ answer: 'middle', expect: expect_ }));
    const { json, summary } = await run({ cases, grader: byAnswer({ middle: gradedWith(score, { spread: 0.09 }) }) });
    const [one] = (json as unknown as { cases: { passed: boolean | null; inconclusive?: true; reasons: string[] }[] }).cases;
    expect([one?.passed, one?.inconclusive ?? false]).toEqual([passed, passed === null]);
    expect(one?.reasons[0]).toEqual(reason === undefined ? undefined : expect.stringContaining(reason) as string);
    expect(summary.verdict).toBe(passed === null ? 'inconclusive' : passed ? 'passed' : 'failed');
    expect(summary.totals.inconclusive ?? 0).toBe(passed === null ? 1 : 0);
  });

  it('shows what the two graders say of a case that lies between them', async () => {
    const { text, json } = await run({ cases: threeAnswers({ minScore: 0.15 }), grader: byAnswer(seconded) });
    expect(text).toMatch(/~ +20 +poor +case-1 +cannot be told/u);
    expect(text.replace(/\s+/gu, ' ')).toContain('1 of 3 cases can be told neither to meet what was asked nor to miss it.');
    expect(JSON.stringify(json)).toContain('0.2 (0.1 by the second grader)');
  });

  it('is neither passed nor scored when a second grader was asked for and gave nothing', async () => {
    const grader = byAnswer({ low: gradedWith(0.2, { second: failedSecond }), middle: gradedWith(0.5, { second: failedSecond }), high: gradedWith(0.8, { second: failedSecond }) });
    const { summary } = await run({ cases: threeAnswers(), grader });
    expect(summary).toMatchObject({ verdict: 'inconclusive', exitCode: 3, reasons: ['The second grader gave no grade at all.'], totals: { mean: 0.5, second: { graded: 0, failed: 3 } } });
    expect((await run({ cases: threeAnswers({ minScore: 0.4 }), grader })).summary.exitCode).toBe(1);
  });

  it.each([
    ['failed beside a model that graded', gradedWith(0.5, { second: failedSecond }), 'inconclusive', 3, 'The second grader gave no grade where it was asked; code knew the rest by itself.'],
    ['failed, and no other model was called', byCode({ second: failedSecond }), 'error', 4, 'Every call to the second grader failed.'],
    ['could not be made for its cost', byCode({ second: { ...failedSecond, code: 'max-cost-reached' } as SecondGrade }), 'inconclusive', 3, 'The second grader gave no grade where it was asked; code knew the rest by itself.'],
  ])('is no success where each call of the second grader %s, although code graded a case in its place', async (_, evaluation, verdict, exitCode, reason) => {
    const grader = byAnswer({ low: settled, middle: evaluation, high: evaluation });
    const { summary } = await run({ cases: threeAnswers(), grader, gates: { minMean: 0.1 } });
    expect(summary).toMatchObject({ verdict, exitCode, reasons: [reason], totals: { second: { graded: 1, failed: 2 } } });
  });

  it('is a success where the second grader needed no call, or one of its calls worked', async () => {
    const gates = { minMean: 0.1 };
    expect((await run({ cases: threeAnswers(), grader: byAnswer({ low: settled, middle: settled, high: settled }), gates: { minMean: 0 } })).summary.exitCode).toBe(0);
    expect((await run({ cases: threeAnswers(), grader: byAnswer({ low: settled, middle: secondedWith(0.5, 0.5), high: byCode({ second: failedSecond }) }), gates })).summary.exitCode).toBe(0);
  });

  it('keeps the grade where the second failed, and shows the second where the first did', async () => {
    const { second } = secondedWith(0.5, 0.8);
    const grader = byAnswer({ low: gradedWith(0.2, { second: failedSecond }), middle: { ...failedCall, second }, high: secondedWith(0.8, 0.9) });
    const { summary, json } = await run({ cases: threeAnswers(), grader });
    expect(summary).toMatchObject({ exitCode: 3, totals: { graded: 2, mean: 0.5, second: { graded: 2, failed: 1, agreed: 0, split: 1 } } });
    expect(json.cases.map(({ score }) => score)).toEqual([0.2, null, 0.8]);
  });
});

describe('a case that expects flags of an answer that cannot be graded', () => {
  const casesWith = (expected: AnswerCase['expect']) => sampleCases(2, (place) => ({ answer: ['foreign', 'high'][place], ...(place === 0 && expected ? { expect: expected } : {}) }));
  const evaluations = { foreign: foreignAnswer, high: scores.high };

  it.each([
    ['language, and gets it', { flags: ['language' as const] }, {}, 0, 'passed', 1],
    ['language and no key points, and gets it', { flags: ['language' as const], covers: [] }, {}, 0, 'passed', 1],
    ['language beside a gate on each case', { flags: ['language' as const] }, { minEach: 0.5 }, 0, 'passed', 1],
    ['language beside --max-ungraded 0', { flags: ['language' as const] }, { maxUngraded: 0 }, 0, 'passed', 1],
    ['another flag', { flags: ['echo' as const] }, {}, 3, 'inconclusive', undefined],
    ['another flag too', { flags: ['language' as const, 'echo' as const] }, {}, 3, 'inconclusive', undefined],
    ['a score too', { flags: ['language' as const], minScore: 0 }, {}, 3, 'inconclusive', undefined],
    ['no flag', { flags: [] }, {}, 3, 'inconclusive', undefined],
    ['nothing', undefined, {}, 3, 'inconclusive', undefined],
  ])('is met by no more than that: %s', async (_, expected, gates, exitCode, verdict, asExpected) => {
    const { summary, json } = await run({ cases: casesWith(expected), grader: byAnswer(evaluations), gates });
    expect(summary).toMatchObject({ verdict, exitCode, totals: { graded: 1, ungraded: 1, mean: 0.8 } });
    expect(summary.totals.ungradedAsExpected).toBe(asExpected);
    expect(json.cases[0]).toMatchObject({ status: 'ungraded', score: null, passed: asExpected ? true : null, reasons: asExpected ? [] : ['not graded: The answer is not in English.'] });
  });

  it('is shown as met, and counted as such', async () => {
    const { text } = await run({ cases: casesWith({ flags: ['language'] }), grader: byAnswer(evaluations) });
    expect(text).toMatch(/^ok +- +not graded +case-1 The grader does not know/mu);
    expect(text).toContain('2 cases: 1 graded, 1 not (1 as expected); mean 80 of 100.');
  });

  it('is not all of a run: without a grade there is no success', async () => {
    const { summary } = await run({ cases: casesWith({ flags: ['language'] }).slice(0, 1), grader: byAnswer(evaluations) });
    expect(summary).toMatchObject({ verdict: 'inconclusive', exitCode: 3, reasons: ['No case could be graded.'] });
  });
});

describe('an expectation that asks for nothing', () => {
  it.each([
    ['no flags', { flags: [] }],
    ['no key points', { covers: [] }],
    ['neither', { flags: [], covers: [] }],
    ['nothing at all', {}],
  ])('turns no run from scored to passed: %s', async (_, expected) => {
    const { summary, json } = await run({ cases: threeAnswers(expected), grader: byAnswer({ ...scores, low: gradedWith(0, { flags: ['dont_know'] }) }) });
    expect(summary).toMatchObject({ verdict: 'scored', totals: { passed: 0, failed: 0 } });
    expect(json.cases[0]).toMatchObject({ passed: null });
  });
});

describe('grades that fail', () => {
  it('are no scores, and more of them than allowed are inconclusive', async () => {
    const grader = byAnswer({ low: scores.low, high: scores.high });
    expect((await run({ cases: threeAnswers(), grader })).summary).toMatchObject({ verdict: 'inconclusive', exitCode: 3, totals: { graded: 2, ungraded: 1, mean: 0.5 } });
    expect((await run({ cases: threeAnswers(), grader, gates: { maxUngraded: 1 } })).summary).toMatchObject({ verdict: 'passed', exitCode: 0 });
    expect((await run({ cases: threeAnswers({ minScore: 0.4 }), grader })).summary).toMatchObject({ verdict: 'failed', exitCode: 1 });
  });

  it('are an error when it is all of them', async () => {
    expect((await run({ cases: threeAnswers(), grader: byAnswer({}) })).summary).toMatchObject({ verdict: 'error', exitCode: 4, reasons: ['Every call to the grader failed.', 'No case could be graded.'] });
  });
});

describe('a run whose money is spent', () => {
  const left: Evaluation = { ...failedCall, reason: 'The limit is reached.', code: 'max-cost-reached' };

  it('says what was left out, and is not a run whose calls failed', async () => {
    const { summary } = await run({ cases: threeAnswers(), grader: byAnswer({ low: left, middle: left, high: left }) });
    expect(summary).toMatchObject({ verdict: 'inconclusive', exitCode: 3, totals: { notAsked: 3, failedCalls: 0 }, reasons: ['No case could be graded.', '3 of 3 were left out because of --max-cost.'] });
  });

  it('is one when all that were made failed', async () => {
    const { summary } = await run({ cases: threeAnswers(), grader: byAnswer({ high: left }) });
    expect(summary).toMatchObject({ verdict: 'error', exitCode: 4, totals: { notAsked: 1, failedCalls: 2 } });
  });

  it('counts no call where code graded by itself', async () => {
    const byCode = gradedWith(0, { gradedBy: { ...gradedWith(0).gradedBy, provider: 'offline' } });
    expect((await run({ cases: threeAnswers(), grader: byAnswer({ low: byCode }) })).summary).toMatchObject({ verdict: 'error', exitCode: 4, provenance: { provider: 'scripted' } });
  });
});

describe('a run that stops', () => {
  const cases = sampleCases(20, (place) => ({ answer: `answer ${place}` }));
  const newPath = () => join(folderWith({}), 'results.json.run');

  it('goes on where it stopped, and comes out as if it had not', async () => {
    const path = newPath();
    const controller = new AbortController();
    const stopping = scriptedGrader((answer) => {
      if (answer === 'answer 11') controller.abort(new Error('stop'));
      return gradedWith(0.5);
    });
    await expect(run({ cases, grader: stopping, path, signal: controller.signal })).rejects.toThrow('stop');
    // Its first line says what the run was made with.
    const kept = readFileSync(path, 'utf8').trim().split('\n').length - 1;

    const rest = scriptedGrader(() => gradedWith(0.5));
    const resumed = await run({ cases, grader: rest, path, reuse: { retryErrors: false } });
    const whole = await run({ cases, grader: scriptedGrader(() => gradedWith(0.5)) });
    expect(kept).toBeGreaterThan(5);
    expect(rest.calls).toHaveLength(20 - kept);
    expect(resumed.json).toEqual(whole.json);
  });

  it('ends with its reason when a later batch is refused before an earlier one is done', async () => {
    let release: () => void = () => undefined;
    const uneven: Grader = {
      name: 'uneven/one',
      grade: async ({ answer }) => {
        if (answer === 'answer 0') return new Promise((resolve) => (release = () => resolve(gradedWith(0.5))));
        setImmediate(() => release());
        throw new Error('refused');
      },
    };
    const ended = run({ cases, grader: uneven });
    await expect(ended).rejects.toThrow('refused');
  });

  it('loses nothing of what it had when it is stopped again at once', async () => {
    const path = newPath();
    await run({ cases, grader: scriptedGrader(() => gradedWith(0.5)), path });
    await expect(run({ cases, grader: scriptedGrader(() => gradedWith(0.5)), path, reuse: { retryErrors: false }, signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
    const last = scriptedGrader(() => gradedWith(0.5));
    await run({ cases, grader: last, path, reuse: { retryErrors: false } });
    expect(last.calls).toEqual([]);
  });

  it('grades again what has changed since, and a last line that was cut off', async () => {
    const path = newPath();
    await run({ cases, grader: scriptedGrader(() => gradedWith(0.5)), path });
    const text = readFileSync(path, 'utf8');
    const cut = join(folderWith({ 'cut.run': text.slice(0, -40) }), 'cut.run');
    const changed = cases.map((one, place) => (place === 3 ? { ...one, answer: 'another answer' } : one));
    const grader = scriptedGrader(() => gradedWith(0.5));
    await run({ cases: changed, grader, path: cut, reuse: { retryErrors: false } });
    expect(grader.calls.sort()).toEqual(['another answer', 'answer 19']);
  });

  it('knows again a result with a line separator of Unicode in it', async () => {
    const path = newPath();
    const quoted = cases.map((one) => ({ ...one, answer: `one\u2028two\u2029${one.answer}` }));
    await run({ cases: quoted, grader: scriptedGrader(() => gradedWith(0.5)), path });
    const grader = scriptedGrader(() => gradedWith(0.5));
    await run({ cases: quoted, grader, path, reuse: { retryErrors: false } });
    expect(grader.calls).toEqual([]);
  });

  it('tries errors alone when it is asked to', async () => {
    const path = newPath();
    const flaky = scriptedGrader((answer) => (['answer 4', 'answer 9'].includes(answer) ? failedCall : gradedWith(0.5)));
    expect((await run({ cases, grader: flaky, path })).summary.totals.failedCalls).toBe(2);
    expect(existsSync(path)).toBe(true);
    const again = scriptedGrader(() => gradedWith(0.9));
    const { summary } = await run({ cases, grader: again, path, reuse: { retryErrors: true } });
    expect(again.calls.sort()).toEqual(['answer 4', 'answer 9']);
    expect(summary.totals).toMatchObject({ graded: 20, ungraded: 0 });
  });
});
