import { describe, expect, it } from 'vitest';
import type { GradedEvaluation } from '../../src/schemas/evaluation.ts';
import { baselineCaseOf, type Baseline } from '../../src/scoring/baseline.ts';
import { factsOf } from '../../src/scoring/case-facts.ts';
import { compareWithBaseline } from '../../src/scoring/compare.ts';
import { provenanceOf } from '../../src/scoring/provenance.ts';
import type { ScoredCase } from '../../src/scoring/result.ts';
import { scoreCase } from '../../src/scoring/score-case.ts';
import { summarize } from '../../src/scoring/summarize.ts';
import { gradedWith } from './sample-cases.ts';

const question = { text: 'What is an index for?', type: 'technical' as const, domain: 'sql', rubric: { reference: 'It finds rows fast.', keyPoints: [] } };
/** A case that a pack asks, and another one that is written out. */
type Asked = { id: string; text: string; packHash?: string };
const asked = ({ id, text, packHash }: Asked): ScoredCase => {
  const evaluation = gradedWith(0.5);
  return scoreCase({ id, source: { file: 'a.jsonl', line: 1 }, request: { question: { ...question, text }, answer: 'It finds rows.' } }, { ...evaluation, gradedBy: { ...evaluation.gradedBy, packHash: packHash ?? null } });
};
const scored = (evaluation: GradedEvaluation, place: number): ScoredCase => scoreCase({ id: `c${place}`, source: { file: 'a.jsonl', line: place }, request: { question, answer: 'It finds rows.' } }, evaluation);

function summaryOf(before: GradedEvaluation[], after: GradedEvaluation[], maxDrop: number) {
  const [old, current] = [before.map(scored), after.map(scored)];
  const facts = current.map(factsOf);
  const provenance = provenanceOf({ name: 'scripted/one' }, gradedWith(0).gradedBy, facts);
  const baseline: Baseline = { schemaVersion: 1, kind: 'baseline', blessedAt: '2026-01-01T00:00:00.000Z', provenance, mean: null, cases: old.map(baselineCaseOf) };
  const at = (index: number) => current[index] ?? scored(gradedWith(0), index);
  const comparison = compareWithBaseline(baseline, { facts, case: at, provenance }, { name: 'b.json', force: false, now: new Date('2026-01-02') });
  return summarize({ facts, provenance, gates: { minDomain: {}, maxDrop }, shard: null, comparison });
}

describe('a drop below the baseline', () => {
  const spread = (score: number, width: number) => gradedWith(score, { spread: width });

  it.each([
    ['of exact scores', [gradedWith(0.8)], [gradedWith(0.7)], 'failed', false],
    ['that is allowed', [gradedWith(0.8)], [gradedWith(0.76)], 'passed', true],
    ['that the spread of one score explains', [gradedWith(0.8)], [spread(0.7, 0.1)], 'inconclusive', null],
    ['that the spread of both scores explains: sqrt(0.04^2 + 0.04^2) > 0.05', [spread(0.8, 0.04)], [spread(0.7, 0.04)], 'inconclusive', null],
    ['that is larger than the spread explains', [spread(0.8, 0.1)], [spread(0.3, 0.1)], 'failed', false],
    ['that is sure beside one that is not', [spread(0.8, 0.1), gradedWith(0.8)], [spread(0.7, 0.1), gradedWith(0.5)], 'failed', false],
    ['that is none, whatever the spread', [spread(0.8, 0.2)], [spread(0.8, 0.2)], 'passed', true],
  ])('%s', (_, before, after, verdict, passed) => {
    const { gates, ...summary } = summaryOf(before, after, 0.05);
    expect(summary.verdict).toBe(verdict);
    expect(gates[0]).toMatchObject({ name: 'max-drop', passed });
    expect(gates[0]?.inconclusive ?? false).toBe(passed === null);
  });
});

describe('a baseline of other cases than those of the run', () => {
  const sql: Asked = { id: 'joins', text: 'What is a join?', packHash: 'sql' };
  const own: Asked = { id: 'own', text: 'What is a key?' };
  const other: Asked = { id: 'trees', text: 'What is a tree?', packHash: 'algorithms' };
  const many = (text: string): Asked[] => ['a', 'b', 'c', 'd'].map((id) => ({ id, text }));

  function compared(before: Asked[], after: Asked[], force: boolean) {
    const [old, current] = [before.map(asked), after.map(asked)];
    const provenance = (cases: ScoredCase[]) => provenanceOf({ name: 'scripted/one' }, gradedWith(0).gradedBy, cases.map(factsOf));
    const baseline: Baseline = { schemaVersion: 1, kind: 'baseline', blessedAt: '2026-01-01T00:00:00.000Z', provenance: provenance(old), mean: null, cases: old.map(baselineCaseOf) };
    const at = (index: number) => current[index] ?? asked(own);
    return compareWithBaseline(baseline, { facts: current.map(factsOf), case: at, provenance: provenance(current) }, { name: 'b.json', force, now: new Date('2026-01-02') });
  }

  it.each([
    ['a case of another pack more', [sql, own], [sql, own, other], { new: 1, gone: 0 }],
    ['the only case of a pack left out', [sql, own, other], [sql, own], { new: 0, gone: 1 }],
    ['the same questions of a pack that has changed elsewhere', [sql], [{ ...sql, packHash: 'sql, next version' }], { new: 0, gone: 0 }],
    ['no case in common', [sql], [other], { new: 1, gone: 1 }],
  ])('compares with %s', (_, before, after, totals) => {
    expect(compared(before, after, false)).toMatchObject({ totals, warnings: [] });
  });

  it.each([
    ['one case of two', [sql, own], [sql, { ...own, text: 'What is a foreign key?' }, other], '1 of 2 cases in both has another question or rubric than before (own)'],
    ['many cases', many('before'), many('after'), '4 of 4 cases in both have another question or rubric than before (a, b, c, ...)'],
  ])('is refused where the question of %s has changed, unless it is forced, which says so', (_, before, after, words) => {
    expect(() => compared(before, after, false)).toThrow(`The baseline b.json does not fit this run. ${words}.`);
    expect(compared(before, after, true).warnings).toEqual([`--force overrode this: ${words}. The scores may not compare.`]);
  });
});
