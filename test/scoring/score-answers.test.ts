import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Grader } from '../../src/grading/grader.ts';
import type { Evaluation } from '../../src/schemas/evaluation.ts';
import { runAsJson } from '../../src/scoring/formats/json.ts';
import { runAsText } from '../../src/scoring/formats/text.ts';
import type { Gates } from '../../src/scoring/gates.ts';
import { createLazyBank } from '../../src/scoring/lazy-bank.ts';
import { openAnswers } from '../../src/scoring/reading/answers.ts';
import { openRunFile } from '../../src/scoring/run-file.ts';
import { isWorthKeeping, scoreAnswers } from '../../src/scoring/score-answers.ts';
import type { AnswerCase } from '../../src/schemas/answers-file.ts';
import { failedCall, folderWith, gradedWith, jsonLinesOf, sampleCases, scriptedGrader } from './sample-cases.ts';

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
  const runFile = await openRunFile(path ?? null, reuse && isWorthKeeping(reuse));
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
    const kept = readFileSync(path, 'utf8').trim().split('\n').length;

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
