import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { packagePath } from '../../src/package-root.ts';
import { factsOf } from '../../src/scoring/case-facts.ts';
import { explainCase } from '../../src/scoring/formats/explain.ts';
import { runAsHtml } from '../../src/scoring/formats/html.ts';
import { runAsJson } from '../../src/scoring/formats/json.ts';
import { runAsJUnit } from '../../src/scoring/formats/junit.ts';
import { runAsMarkdown } from '../../src/scoring/formats/markdown.ts';
import { runAsText } from '../../src/scoring/formats/text.ts';
import type { Gates } from '../../src/scoring/gates.ts';
import { InputError } from '../../src/errors.ts';
import { provenanceOf } from '../../src/scoring/provenance.ts';
import { answersFileSchema, scoreResultSchema } from '../../src/scoring/published-schemas.ts';
import type { ScoredCase } from '../../src/scoring/result.ts';
import { scoreCase } from '../../src/scoring/score-case.ts';
import { emptyRun, type ScoredRun } from '../../src/scoring/scored-run.ts';
import { summarize, summarizeError } from '../../src/scoring/summarize.ts';
import { failedCall, failedSecond, foreignAnswer, gradedWith, sampleCases, secondedWith } from './sample-cases.ts';
import { scriptedRun } from './scripted-run.ts';

const NASTY = 'a "b" <script>alert(1)</script> & \u001B[31mred\u001B[0m \u0000 ]]> | * _ 漢字\n::error::x \uD800 \uFFFF';

/** A run of offline grades, the last one failed. */
function runOf(texts: { id: string; answer: string }[], gates: Gates = { minDomain: {} }, shard: ScoredRun['summary']['shard'] = null): ScoredRun {
  const cases: ScoredCase[] = texts.map(({ id, answer }, place) => {
    const sample = sampleCases(place + 1)[place];
    const question = { text: `${sample?.question ?? ''} ${NASTY}`, type: 'technical' as const, domain: `${sample?.domain ?? ''} <&>`, rubric: { reference: sample?.reference ?? null, keyPoints: [{ id: 'k1', text: 'An index finds rows without scanning', weight: 1, also: [] }] } };
    const request = { question, answer };
    const evaluation = place === texts.length - 1 ? failedCall : gradeOffline(request);
    return scoreCase({ id, source: { file: 'a.yaml', line: place + 2 }, request, ...(place === 0 ? { expect: { minScore: 1, flags: ['echo' as const] } } : {}) }, evaluation, gates.minEach);
  });
  const facts = cases.map(factsOf);
  const one = (index: number): ScoredCase => {
    const found = cases[index];
    if (!found) throw new Error('no such case');
    return found;
  };
  const provenance = provenanceOf({ name: 'offline/1' }, one(0).evaluation.gradedBy, facts);
  return { summary: summarize({ facts, provenance, gates, shard, comparison: null }), facts, case: one, line: (index) => JSON.stringify(one(index)) };
}

/** A run of a model with a second one beside it: split, too near to tell, with a failed second, and with a failed first. */
function seconded(gates: Gates = { minDomain: {} }): ScoredRun {
  const { second } = secondedWith(0.5, 0.9);
  const grades = [secondedWith(0.5, 0.9), gradedWith(0.58, { spread: 0.1, samples: [0.48, 0.68] }), gradedWith(0.7, { second: failedSecond }), { ...failedCall, second }];
  const cases = grades.map((evaluation, place) => {
    const request = { question: { text: NASTY, type: 'technical' as const, domain: 'sql', rubric: { reference: 'r', keyPoints: [] } }, answer: NASTY };
    return scoreCase({ id: `case-${place}`, source: { file: 'a.yaml', line: place + 2 }, request, expect: { minScore: 0.6 } }, evaluation, gates.minEach);
  });
  const facts = cases.map(factsOf);
  const provenance = provenanceOf({ name: 'scripted/one', second: 'scripted/two' }, gradedWith(0).gradedBy, facts);
  const use = { calls: 8, failed: 2, inputTokens: 900, outputTokens: 300, costUsd: 0.0123, latencyMs: 5, hosts: ['127.0.0.1'], estimatedUsd: 0.02 };
  const one = (index: number): ScoredCase => cases[index] ?? cases[0] as ScoredCase;
  return { summary: summarize({ facts, provenance, gates, shard: null, comparison: null, use }), facts, case: one, line: (index) => JSON.stringify(one(index)) };
}

const answers = [`An index finds the rows without scanning the table. ${NASTY}`, '', 'It is a kind of list.', 'never graded'].map((answer, place) => ({ id: place === 0 ? NASTY : `case-${place}`, answer }));
const runs: [string, ScoredRun][] = [
  ['cases that fail, pass and are not graded', runOf(answers)],
  ['gates that fail', runOf(answers, { minDomain: { sql: 0.2 }, minMean: 0.99, minEach: 0.5, maxUngraded: 2 })],
  ['a shard', runOf(answers, { minDomain: {}, minMean: 0.5 }, { index: 1, count: 2 })],
  ['two graders', seconded()],
  ['two graders and gates that cannot be told', seconded({ minDomain: { sql: 0.6 }, minMean: 0.6, minEach: 0.5, minPassRate: 0.5, maxUngraded: 1 })],
  ['an error', emptyRun(summarizeError(new InputError('answers-invalid', NASTY, 'Correct it.')))],
];
const textOf = (pieces: Iterable<string>) => [...pieces].join('');

describe.each(runs)('JUnit of %s', (_, run) => {
  const xml = textOf(runAsJUnit(run));

  it('is valid against the common schema', () => {
    using schema = XmlDocument.fromString(readFileSync(packagePath('test/scoring/junit-10.xsd'), 'utf8'));
    using validator = XsdValidator.fromDoc(schema);
    using document = XmlDocument.fromString(xml);
    expect(() => validator.validate(document)).not.toThrow();
  });

  it('counts what an independent reader counts', () => {
    interface Suite { '@_tests': string; '@_failures': string; '@_errors': string; testcase: { failure?: unknown; error?: unknown }[] }
    const { testsuites } = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['testsuite', 'testcase'].includes(name) }).parse(xml) as { testsuites: Omit<Suite, 'testcase'> & { testsuite: Suite[] } };
    const tests = testsuites.testsuite.flatMap(({ testcase }) => testcase);
    const count = (key: 'failure' | 'error') => tests.filter((test) => test[key] !== undefined).length;
    expect([testsuites['@_tests'], testsuites['@_failures'], testsuites['@_errors']].map(Number)).toEqual([tests.length, count('failure'), count('error')]);
    for (const suite of testsuites.testsuite) expect(Number(suite['@_tests'])).toBe(suite.testcase.length);
    // A red verdict shows as red in every reader.
    if (run.summary.exitCode !== 0) expect(count('failure') + count('error')).toBeGreaterThan(0);
  });
});

describe.each(runs)('the other formats of %s', (_, run) => {
  it('JSON follows its published schema', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(scoreResultSchema());
    expect(validate(JSON.parse(textOf(runAsJson(run)))), JSON.stringify(validate.errors)).toBe(true);
    expect(JSON.parse(textOf(runAsJson(run, { lines: false })))).toEqual(JSON.parse(textOf(runAsJson(run))));
  });

  it('HTML asks for nothing and runs nothing', () => {
    const html = textOf(runAsHtml(run));
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|\bon\w+=/iu);
    expect(html).toContain('color-scheme: light dark');
    expect(html).not.toContain('\u0000');
    expect(html).toContain(run.summary.verdict);
  });

  it('Markdown and text keep what they quote on its line, without control characters', () => {
    const [markdown, text] = [textOf(runAsMarkdown(run)), [...runAsText(run, { verbose: true })].join('\n')];
    for (const output of [markdown, text]) {
      expect(output).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F]/u);
      expect(output).not.toMatch(/^::/mu);
      expect(output).toContain(run.summary.verdict);
    }
    expect(markdown).not.toMatch(/(?<!\\)<script/u);
  });

  it('text ends with the verdict and fits eighty columns', () => {
    const lines = [...runAsText(run)];
    expect(lines.at(-1)).toBe(`Verdict: ${run.summary.verdict} (exit code ${run.summary.exitCode}).`);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('two graders', () => {
  const run = seconded({ minDomain: {}, maxUngraded: 1 });
  const plain = (pieces: Iterable<string>, joint = '') => [...pieces].join(joint).replace(/\\/gu, '').replace(/\s+/gu, ' ');

  it.each([
    ['text', plain(runAsText(run, { verbose: true }), ' ')],
    ['Markdown', plain(runAsMarkdown(run))],
    ['HTML', plain(runAsHtml(run))],
  ])('are counted and costed in %s', (_, output) => {
    expect(output).toContain('Second grader scripted/two: 0 in the same band, 1 split, 1 without a second grade.');
    expect(output).toContain('Cost: $0.0123 for 8 calls (2 failed), 900 tokens in and 300 out; estimated were $0.0200.');
  });

  it('stand side by side in text, in HTML and in JUnit', () => {
    expect(plain(runAsMarkdown(run))).toContain('split: second grader 90 of 100 (excellent)');
    for (const output of [plain(runAsText(run, { verbose: true }), ' '), plain(runAsHtml(run))]) expect(output).toContain('Second grader, scripted two: 90 of 100 (excellent). The two are split.');
    const xml = textOf(runAsJUnit(run));
    for (const property of ['name="agreement" value="split"', 'name="secondScore" value="0.9"', 'name="secondReason" value="the second', 'name="spread" value="0.1"', 'name="secondGrader" value="scripted/two"']) expect(xml).toContain(property);
  });

  it('mark what cannot be told as such, in every format', () => {
    expect(run.summary).toMatchObject({ verdict: 'inconclusive', exitCode: 3 });
    expect([...runAsText(run)].join('\n')).toMatch(/^~ .*case-1/mu);
    expect(textOf(runAsMarkdown(run))).toMatch(/\*\*inconclusive\*\* \| 58 /u);
    expect(textOf(runAsJUnit(run))).toMatch(/<error message="cannot be told: [^"]*" type="inconclusive">/u);
  });

  it('are explained, with the rule and the samples', () => {
    const explained = (place: number) => plain(explainCase(run.case(place), { id: 'a', source: { file: 'a', line: 1 }, request: { question: { text: '', type: 'technical', domain: 'sql', rubric: { reference: null, keyPoints: [] } }, answer: '' } }), ' ');
    expect(explained(0)).toContain('Second grader, scripted two: 90 of 100 (excellent). The two are split. Two graders agree where both give the same band.');
    expect(explained(1)).toContain('The score is the mean of 0.48, 0.68;');
  });
});

describe('a case that is not graded', () => {
  it('says why once, in Markdown and in text', () => {
    const run = scriptedRun([{ evaluation: gradedWith(0.5) }, { evaluation: foreignAnswer }]);
    expect(textOf(runAsMarkdown(run))).toContain('| not graded | - | not graded | case-2 | The answer is not in English |');
    expect([...runAsText(run)].find((line) => line.includes('case-2'))).toBe('?         -  not graded  case-2 The answer is not in English');
  });
});

describe('the table of the domains', () => {
  const run = scriptedRun([{ evaluation: gradedWith(0), domain: 'sql' }, { evaluation: foreignAnswer, domain: 'sql' }, { evaluation: gradedWith(0.5), domain: 'keys' }]);
  it.each([
    ['text', [...runAsText(run)].join('\n'), /^sql {5}0 {2}2 cases, 1 graded\nkeys {3}50 {2}1 case$/mu],
    ['Markdown', textOf(runAsMarkdown(run)), /\| sql \| 0 \| 2 cases, 1 graded \|\n\| keys \| 50 \| 1 case \|/u],
    ['HTML', textOf(runAsHtml(run)), /<td>2 cases, 1 graded<\/td>/u],
  ])('says how many were graded where that are not all: %s', (_, output, words) => {
    expect(output).toMatch(words);
  });
});

describe('the order of the table', () => {
  it('is what could not be graded, what failed, then the lowest score', () => {
    const places = [...runAsText(runs[0]?.[1] ?? emptyRun(summarizeError(new InputError('a', 'b', 'c'))))].slice(1, 5).map((line) => line.slice(0, 4).trim());
    expect(places.slice(0, 2)).toEqual(['?', 'FAIL']);
  });
});

describe('the schema of answers files', () => {
  const validate = new Ajv2020({ strict: false }).compile(answersFileSchema());
  it.each([
    ['a case', { cases: sampleCases(2) }, true],
    ['a case with a pack question and a file', { $schema: './x.json', cases: [{ id: 'a', questionId: 'q', answerFile: 'a.txt' }] }, true],
    ['a key that is unknown', { cases: [{ id: 'a', question: 'q', answer: 'a', anser: 1 }] }, false],
    ['both question and questionId', { cases: [{ id: 'a', question: 'q', questionId: 'q', answer: 'a' }] }, false],
    ['no answer', { cases: [{ id: 'a', question: 'q' }] }, false],
    ['no case', { cases: [] }, false],
  ])('judges %s as the program does', (_, value, valid) => {
    expect(validate(value)).toBe(valid);
  });
});
