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
