import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/package-root.ts';
import { runAsJUnit } from '../../src/scoring/formats/junit.ts';
import type { Gates } from '../../src/scoring/gates.ts';
import { annotationsFor } from '../../src/scoring/github.ts';
import { failedCall, failedSecond, gradedWith } from './sample-cases.ts';
import { scriptedRun, type ScriptedCase } from './scripted-run.ts';

const good: ScriptedCase = { evaluation: gradedWith(0.8), expect: { minScore: 0.5 } };
const missing: ScriptedCase = { evaluation: gradedWith(0.3), expect: { minScore: 0.5 } };
const unsure: ScriptedCase = { evaluation: gradedWith(0.52, { spread: 0.1 }), expect: { minScore: 0.5 } };
const ungraded: ScriptedCase = { evaluation: failedCall };

interface Suite { '@_tests': string; '@_failures': string; '@_errors': string; '@_skipped': string; testcase: { '@_name': string; skipped?: { '@_message': string }; failure?: unknown; error?: unknown }[] }

/** Counts of the file as an independent reader finds them, after the schema has taken it. */
function junitOf(cases: ScriptedCase[], gates: Partial<Gates>) {
  const xml = [...runAsJUnit(scriptedRun(cases, gates))].join('');
  using schema = XmlDocument.fromString(readFileSync(packagePath('test/scoring/junit-10.xsd'), 'utf8'));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml);
  validator.validate(document);
  const reader = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['testsuite', 'testcase'].includes(name) });
  const { testsuites } = reader.parse(xml) as { testsuites: { '@_failures': string; '@_errors': string; testsuite: Suite[] } };
  const [suite] = testsuites.testsuite;
  const skipped = suite?.testcase.flatMap((test) => test.skipped?.['@_message'] ?? []) ?? [];
  expect(Number(suite?.['@_skipped'])).toBe(skipped.length);
  return { failures: Number(testsuites['@_failures']), errors: Number(testsuites['@_errors']), skipped };
}

describe('what the gates of a run tolerate', () => {
  it.each([
    ['a case that missed, with a pass rate that is reached', [good, missing], { minPassRate: 0.5 }, ['tolerated: score 0.3 is below 0.5'], '::warning file=a.jsonl,line=2,title=case-2::score 0.3 is below 0.5'],
    ['a case that cannot be told', [good, unsure], { minPassRate: 0.5 }, ['tolerated: cannot be told: at least 0.5 is asked, and the score is 0.52 ± 0.1'], '::warning file=a.jsonl,line=2,title=case-2::cannot be told: at least 0.5 is asked, and the score is 0.52 ± 0.1'],
    ['a case that is not graded, where one may be', [good, ungraded], { maxUngraded: 1 }, ['tolerated: not graded: the provider could not be reached'], '::warning file=a.jsonl,line=2,title=case-2::not graded: the provider could not be reached'],
  ])('is skipped in JUnit and a warning on GitHub: %s', (_, cases, gates, skipped, warning) => {
    expect(scriptedRun(cases, gates).summary).toMatchObject({ verdict: 'passed', exitCode: 0 });
    expect(junitOf(cases, gates)).toEqual({ failures: 0, errors: 0, skipped });
    expect(annotationsFor(scriptedRun(cases, gates))).toEqual([warning]);
  });

  it.each([
    ['a case that missed, and no gate', [good, missing], {}, { failures: 1, errors: 0 }, ['::error file=a.jsonl,line=2,title=case-2::score 0.3 is below 0.5']],
    ['a pass rate that is not reached', [good, missing], { minPassRate: 0.6 }, { failures: 2, errors: 0 }, ['::error title=min-pass-rate::--min-pass-rate 0.6: the rate is 0.5.', '::error file=a.jsonl,line=2,title=case-2::score 0.3 is below 0.5']],
    ['a case that is not graded, and none may be', [good, ungraded], {}, { failures: 0, errors: 1 }, ['::error file=a.jsonl,line=2,title=case-2::not graded: the provider could not be reached']],
    ['a case that cannot be told, and no gate', [good, unsure], {}, { failures: 0, errors: 1 }, [expect.stringMatching(/^::error .*cannot be told/u)]],
  ])('is red in both where the run is red: %s', (_, cases, gates, counts, errors) => {
    expect(scriptedRun(cases, gates).summary.exitCode).not.toBe(0);
    expect(junitOf(cases, gates)).toEqual({ ...counts, skipped: [] });
    expect(annotationsFor(scriptedRun(cases, gates))).toEqual(errors);
  });
});

describe('the marks of a red run on GitHub', () => {
  const plain: ScriptedCase = { evaluation: gradedWith(0.4) };
  it.each([
    ['a mean', [plain], { minMean: 0.5 }, ['::error title=min-mean::--min-mean 0.5: the mean is 0.4.']],
    ['a domain, whose name gives no orders', [{ ...plain, domain: 'a,b::c' }], { minDomain: { 'a,b::c': 0.5 } }, ['::error title=min-domain a%2Cb%3A%3Ac::--min-domain a,b::c=0.5: its mean is 0.4.']],
    ['two gates, in their order', [plain], { minMean: 0.5, minPassRate: 0.5 }, ['::error title=min-mean::--min-mean 0.5: the mean is 0.4.', '::error title=min-pass-rate::--min-pass-rate 0.5: no graded case says what it expects.']],
    ['a mean that cannot be told', [{ evaluation: gradedWith(0.4, { spread: 0.2 }) }], { minMean: 0.5 }, [expect.stringContaining('::error title=min-mean::--min-mean 0.5: the mean is 0.4 (0.2 to 0.6), which does not settle it.')]],
    ['no gate and no case', [{ evaluation: gradedWith(0.4, { second: failedSecond }) }], {}, ['::error title=hotseat score::The second grader gave no grade at all.']],
  ])('name what speaks against it where no case does: %s', (_, cases, gates, lines) => {
    expect(annotationsFor(scriptedRun(cases, gates))).toEqual(lines);
  });

  it('are the gates first and then the worst cases, ten in all', () => {
    const cases = Array.from({ length: 12 }, (_, place) => ({ evaluation: gradedWith(0.5 - place / 100), expect: { minScore: 0.6 } }));
    const lines = annotationsFor(scriptedRun(cases, { minMean: 0.9 }));
    expect(lines.map((line) => /title=([^:]*)::/u.exec(line)?.[1])).toEqual(['min-mean', ...[12, 11, 10, 9, 8, 7, 6, 5, 4].map((number) => `case-${number}`)]);
  });
});
