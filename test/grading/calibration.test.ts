import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreementOf, type GradedItem, spreadOf } from '../../src/grading/calibration-agreement.ts';
import { falseHighOf, floorTable, type GradedFloor } from '../../src/grading/calibration-floor.ts';
import { goldOfPacks, readOwnGold } from '../../src/grading/calibration-gold.ts';
import { confusionOf, pearson, quadraticKappa } from '../../src/grading/calibration-statistics.ts';
import { judgeCalibration, type Measured } from '../../src/grading/calibration-verdict.ts';
import { calibrate } from '../../src/grading/calibration.ts';
import type { FloorKind } from '../../src/grading/floor-suite.ts';
import { requestFor } from '../../src/grading/gold.ts';
import type { Grader, GradingRequest } from '../../src/grading/grader.ts';
import { createOfflineGrader } from '../../src/grading/offline-grader.ts';
import { loadBuiltInPacks } from '../../src/packs/load.ts';
import type { Band } from '../../src/schemas/evaluation.ts';

const question: GradingRequest['question'] = { text: 'Why?', type: 'technical', domain: 'general', rubric: { reference: 'Because.', keyPoints: [] } };

function graded(expected: Band, ...given: (Band | null)[]): GradedItem {
  const runs = given.map((band) => ({ band, score: band === null ? null : (band - 1) / 3 }));
  return { item: { id: 'x', request: { question, answer: 'a' }, band: expected, score: (expected - 1) / 3, origin: 'tuned' }, runs };
}

describe('agreement', () => {
  it.each<[string, GradedItem[], object]>([
    ['is full when every band is right', [graded(1, 1), graded(2, 2), graded(4, 4)], { exact: 1, withinOne: 1, kappa: 1, ungraded: 0 }],
    ['counts a neighbouring band as within one', [graded(1, 2), graded(4, 4)], { exact: 0.5, withinOne: 1 }],
    ['counts what was left ungraded as wrong', [graded(1, 1), graded(3, null)], { gold: 2, ungraded: 1, exact: 0.5, withinOne: 0.5 }],
    ['has no correlation where a grader gives one band only', [graded(1, 2), graded(4, 2)], { r: null, kappa: 0 }],
    ['is negative when the order is turned round', [graded(1, 4), graded(4, 1)], { kappa: -1, exact: 0 }],
    ['is empty without answers', [], { gold: 0, exact: 0, r: null, kappa: null }],
  ])('%s', (_, items, expected) => {
    expect(agreementOf(items)).toMatchObject(expected);
  });

  it('of r is 1 on a line, whatever its slope', () => {
    expect(pearson([[0, 1], [1, 3], [2, 5]])).toBeCloseTo(1);
  });

  it('of kappa is the plain kappa where there are two bands', () => {
    // Agreement 0.6, by chance 0.7 * 0.6 + 0.3 * 0.4 = 0.54: (0.6 - 0.54) / (1 - 0.54).
    const table = [[45, 15, 0, 0], [25, 15, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]];
    expect(quadraticKappa(table)).toBeCloseTo(0.1304, 4);
  });

  it('shows which band was given for which', () => {
    expect(confusionOf([[1, 1], [4, 3], [4, 3]])).toEqual([[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 2, 0]]);
  });
});

describe('spread', () => {
  it.each<[string, GradedItem[], object | null]>([
    ['is not known after one run', [graded(1, 1)], null],
    ['is nothing when every run gives the same', [graded(1, 1, 1), graded(4, 3, 3)], { runs: 2, mean: 0, largest: 0, bandsMoved: 0 }],
    ['counts answers that moved', [graded(1, 1, 2), graded(4, 3, 3)], { bandsMoved: 1 }],
  ])('%s', (_, items, expected) => {
    if (expected === null) expect(spreadOf(items)).toBeNull();
    else expect(spreadOf(items)).toMatchObject(expected);
  });
});

describe('the floor table', () => {
  const made = (kind: FloorKind, score: number | null, plainScore: number | null = null): GradedFloor => ({ answer: { kind, request: { question, answer: '' } }, score, plainScore, band: score !== null && score >= 0.6 ? 3 : 1 });

  it('holds each answer against the limit of its kind', () => {
    const rows = floorTable([made('off_topic', 0.1), made('off_topic', 0.7), made('reference', 0.9), made('reference', 1)]);
    expect(rows).toMatchObject([{ kind: 'off_topic', answers: 2, mean: expect.closeTo(0.4) as number, beyond: 1, good: 1 }, { kind: 'reference', beyond: 1 }]);
  });

  it('counts false answers that came out too high, and leaves right ones out', () => {
    const rows = floorTable([made('off_topic', 0.1), made('echo', 0.7), made('reference', 0.2), made('padded', 1)]);
    expect(falseHighOf(rows)).toEqual({ answers: 2, above: 1, share: 0.5, good: 1, goodShare: 0.5 });
  });

  it('tells how far an answer rose above the one that it was made from', () => {
    expect(floorTable([made('padded', 0.5, 0.4), made('padded', 0.3, 0.4)])).toMatchObject([{ raised: 1, change: expect.closeTo(0) as number }]);
  });
});

describe('the verdict', () => {
  const full = agreementOf([1, 2, 3, 4].flatMap((band) => Array.from({ length: 25 }, () => graded(band as Band, band as Band))));
  const none = agreementOf([]);
  const good: Measured = { packs: full, heldOut: full, own: none, falseHigh: { answers: 100, above: 0, share: 0, good: 0, goodShare: 0 }, spread: { runs: 2, mean: 0, largest: 0, bandsMoved: 0 } };
  const missed = (measured: Measured) => judgeCalibration(measured).bars.filter(({ passed }) => !passed).map(({ name }) => name);

  it('is yes when all bars are met', () => {
    expect(judgeCalibration(good)).toMatchObject({ trusted: true });
  });

  it.each<[string, Partial<Measured>, string[]]>([
    ['too few exact bands', { packs: { ...full, exact: 0.79 } }, ['exact bands']],
    ['too few on held-out questions', { heldOut: { ...full, withinOne: 0.97 } }, ['bands within one on held-out questions']],
    ['a correlation that cannot be measured', { packs: { ...full, r: null } }, ['correlation with people (r)']],
    ['false answers above their limit', { falseHigh: { answers: 100, above: 6, share: 0.06, good: 0, goodShare: 0 } }, ['false answers above their limit']],
    ['a grader that wavers', { spread: { runs: 3, mean: 0.06, largest: 0.3, bandsMoved: 9 } }, ['spread from run to run']],
    ['too many ungraded answers', { packs: { ...full, ungraded: 3 } }, ['ungraded answers']],
    ["the user's own answers", { own: { ...full, exact: 0.5 } }, ['exact bands on your own answers']],
  ])('is no for %s', (_, change, names) => {
    expect(missed({ ...good, ...change })).toEqual(names);
  });

  it('does not depend on a handful of own answers', () => {
    expect(missed({ ...good, own: agreementOf([graded(1, 4)]) })).toEqual([]);
  });
});

describe('calibrate', () => {
  const questions = loadBuiltInPacks().flatMap(({ pack }) => pack.questions).filter(({ type }) => type === 'technical').slice(0, 6);
  const calibrateWith = (grader: Grader, runs = 2) =>
    calibrate(goldOfPacks(questions), questions.map((one) => requestFor(one, '').question), { grader, runs, clock: () => performance.now(), spent: () => 0 });

  it('grades every gold answer in every run, and the floor suite', async () => {
    let grades = 0;
    const offline = createOfflineGrader();
    const report = await calibrateWith({ name: 'counting', grade: (request) => (grades++, offline.grade(request)) });
    expect(report.answers).toBe(grades);
    expect(report.agreement.packs.gold).toBe(goldOfPacks(questions).length);
    expect(report.agreement.tuned.gold + report.agreement.heldOut.gold).toBe(report.agreement.packs.gold);
    expect(report.floor.every(({ answers }) => answers === questions.length)).toBe(true);
    expect(report.spread).toMatchObject({ runs: 2, mean: 0, largest: 0, bandsMoved: 0 });
  });

  it('says no to a grader that likes everything', async () => {
    const offline = createOfflineGrader();
    const kind: Grader = { name: 'kind', grade: async ({ question: asked }) => offline.grade({ question: asked, answer: asked.rubric.reference ?? '' }) };
    const { verdict, falseHigh } = await calibrateWith(kind, 1);
    expect(verdict.trusted).toBe(false);
    expect(falseHigh.share).toBe(1);
  });
});

it('reads gold of one\'s own on a line of the resume, which the grader then sees', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hotseat-gold-')), 'gold.jsonl');
  writeFileSync(file, JSON.stringify({ type: 'resume', question: 'How did that go?', claim: 'Moved 30 services', answer: 'I moved them.', band: 2 }));
  expect(readOwnGold(file)).toMatchObject([{ band: 2, origin: 'own', request: { resumeLines: ['Moved 30 services'], question: { type: 'resume' } } }]);
});
