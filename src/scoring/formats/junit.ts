import { printable } from '../../printable.ts';
import { BAND_WORDS, FLAG_WORDS, outOfHundred } from '../../reports/words.ts';
import { gateWords } from '../gates.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { ScoredCase } from '../result.ts';
import type { ScoredRun } from '../scored-run.ts';

/**
 * JUnit as Jenkins, GitLab and the test reporters of GitHub read it: a suite
 * a domain, a test a case, and a suite of the gates. What missed its
 * expectation is a failure, what was not graded an error.
 */
export function* runAsJUnit(run: ScoredRun): Generator<string> {
  const { summary, facts } = run;
  const gates = gateTests(run);
  const errors = facts.filter(({ status }) => status === 'ungraded').length + (summary.error ? 1 : 0);
  const failures = facts.filter(isFailure).length + gates.filter(({ failed }) => failed).length;
  const tests = facts.length + gates.length + (summary.error ? 1 : 0);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hotseat score" tests="${tests}" failures="${failures}" errors="${errors}">\n`;
  if (summary.error) yield errorSuite(summary.error);
  for (const [domain, places] of placesByDomain(facts)) yield* suite(run, domain, places);
  if (gates.length > 0) yield gateSuite(gates);
  yield '</testsuites>\n';
}

function* suite(run: ScoredRun, domain: string, places: readonly number[]): Generator<string> {
  const own = places.flatMap((place) => run.facts[place] ?? []);
  const ungraded = own.filter(({ status }) => status === 'ungraded').length;
  yield `  <testsuite name="${attribute(domain)}" tests="${own.length}" failures="${own.filter(isFailure).length}" errors="${ungraded}" skipped="0">\n`;
  for (const place of places) yield testCase(run.case(place));
  yield '  </testsuite>\n';
}

function testCase(one: ScoredCase): string {
  const open = `    <testcase name="${attribute(one.id)}" classname="${attribute(one.domain)}"`;
  if (one.evaluation.status === 'ungraded') return `${open}>\n      <error message="${attribute(one.evaluation.reason)}" type="ungraded">${content(whereWords(one))}</error>\n    </testcase>\n`;
  const output = `      <system-out>${content(detailWords(one))}</system-out>\n`;
  if (one.passed !== false) return `${open}>\n${output}    </testcase>\n`;
  const failure = `      <failure message="${attribute(one.reasons.join('; '))}" type="expectation">${content(whereWords(one))}</failure>\n`;
  return `${open}>\n${failure}${output}    </testcase>\n`;
}

interface GateTest {
  name: string;
  words: string;
  failed: boolean;
  skipped: boolean;
}

function gateTests({ summary }: ScoredRun): GateTest[] {
  return summary.gates.map((gate) => ({ name: gate.name, words: gateWords(gate), failed: gate.passed === false, skipped: gate.passed === null }));
}

function gateSuite(gates: readonly GateTest[]): string {
  const count = (is: (gate: GateTest) => boolean) => gates.filter(is).length;
  const tests = gates.map(({ name, words, failed, skipped }) => {
    const inside = failed ? `\n      <failure message="${attribute(words)}" type="gate"></failure>` : skipped ? '\n      <skipped/>' : '';
    return `    <testcase name="${attribute(name)}" classname="gates">${inside}\n      <system-out>${content(words)}</system-out>\n    </testcase>\n`;
  });
  return `  <testsuite name="gates" tests="${gates.length}" failures="${count(({ failed }) => failed)}" errors="0" skipped="${count(({ skipped }) => skipped)}">\n${tests.join('')}  </testsuite>\n`;
}

function errorSuite({ code, message, remedy }: NonNullable<ScoredRun['summary']['error']>): string {
  const inside = `<error message="${attribute(message)}" type="${attribute(code)}">${content(remedy)}</error>`;
  return `  <testsuite name="run" tests="1" failures="0" errors="1" skipped="0">\n    <testcase name="run" classname="run">\n      ${inside}\n    </testcase>\n  </testsuite>\n`;
}

function placesByDomain(facts: readonly CaseFacts[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  facts.forEach(({ domain }, place) => {
    const group = groups.get(domain);
    if (group) group.push(place);
    else groups.set(domain, [place]);
  });
  return groups;
}

function isFailure({ passed }: CaseFacts): boolean {
  return passed === false;
}

function whereWords({ source, question, answer }: ScoredCase): string {
  return `${source.file}:${source.line}\nQuestion: ${question}\nAnswer: ${answer}`;
}

function detailWords({ score, band, evaluation }: ScoredCase): string {
  if (score === null || band === null) return '';
  return [
    `Score ${outOfHundred(score)} of 100 (${BAND_WORDS[band]})`,
    ...evaluation.flags.map((flag) => FLAG_WORDS[flag]),
    ...evaluation.keyPoints.map(({ state, text }) => `${state}: ${text}`),
  ].join('\n');
}

function content(text: string): string {
  return printable(text).replace(/[\uFFFE\uFFFF]/gu, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}
