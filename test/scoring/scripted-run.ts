import type { Expectation } from '../../src/schemas/answers-file.ts';
import type { Evaluation } from '../../src/schemas/evaluation.ts';
import { factsOf } from '../../src/scoring/case-facts.ts';
import type { Gates } from '../../src/scoring/gates.ts';
import { provenanceOf } from '../../src/scoring/provenance.ts';
import type { Comparison, ScoredCase } from '../../src/scoring/result.ts';
import { scoreCase } from '../../src/scoring/score-case.ts';
import type { ScoredRun } from '../../src/scoring/scored-run.ts';
import { summarize } from '../../src/scoring/summarize.ts';
import { gradedWith } from './sample-cases.ts';

export interface ScriptedCase {
  evaluation: Evaluation;
  expect?: Expectation;
  domain?: string;
}

/** A run of cases whose grades are given: case-1, case-2 and so on, in lines 1, 2 and so on of a.jsonl. */
export function scriptedRun(given: readonly ScriptedCase[], gates: Partial<Gates> = {}, comparison: Comparison | null = null): ScoredRun {
  const cases = given.map(({ evaluation, expect, domain = 'sql' }, place): ScoredCase => {
    const question = { text: 'What is an index for?', type: 'technical' as const, domain, rubric: { reference: 'It finds rows fast.', keyPoints: [] } };
    return scoreCase({ id: `case-${place + 1}`, source: { file: 'a.jsonl', line: place + 1 }, request: { question, answer: 'It finds rows.' }, ...(expect ? { expect } : {}) }, evaluation, gates.minEach);
  });
  const facts = cases.map(factsOf);
  const provenance = provenanceOf({ name: 'scripted/one' }, gradedWith(0).gradedBy, facts);
  const one = (index: number): ScoredCase => {
    const found = cases[index];
    if (!found) throw new Error('no such case');
    return found;
  };
  return { summary: summarize({ facts, provenance, gates: { minDomain: {}, ...gates }, shard: null, comparison }), facts, case: one, line: (index) => JSON.stringify(one(index)) };
}
