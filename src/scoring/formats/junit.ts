import { put } from '../../grading/multimap.ts';
import { printable } from '../../printable.ts';
import { BAND_WORDS, FLAG_WORDS, outOfHundred } from '../../reports/words.ts';
import { gateWords } from '../gates.ts';
import type { ScoredCase } from '../result.ts';
import { type ScoredRun, type Shown, whatIsShown } from '../scored-run.ts';
import { count } from '../totals.ts';
import { isTolerant, troubleIn, troubleOf, type Trouble } from '../trouble.ts';

/**
 * JUnit as Jenkins, GitLab and the test reporters of GitHub read it: a suite
 * a domain, a test a case, and a suite of the gates. What missed its
 * expectation is a failure; what was not graded, or cannot be told, an error.
 * In a run whose gates tolerate such cases they are skipped, and say why.
 * Of what is not shown nothing is counted; a red run is red all the same.
 */
export function* runAsJUnit(run: ScoredRun, shown: Shown = {}): Generator<string> {
  const { summary } = run;
  const suites = placesByDomain(run, shown);
  const tested = Array.from(suites.values()).flat();
  const gates = gateTests(run);
  const outcomes = outcomesAt(run, tested);
  const failures = count(outcomes, (one) => one === 'failure') + count(gates, ({ failed }) => failed);
  const broken = count(outcomes, (one) => one === 'error') + count(gates, ({ inconclusive }) => inconclusive);
  const error = summary.error ?? (failures + broken === 0 ? errorOf(summary) : null);
  const errors = broken + (error ? 1 : 0);
  const tests = tested.length + gates.length + (error ? 1 : 0);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hotseat score" tests="${tests}" failures="${failures}" errors="${errors}">\n`;
  if (error) yield errorSuite(error);
  for (const [domain, places] of suites) yield* suite(run, domain, places);
  if (gates.length > 0) yield gateSuite(gates);
  yield '</testsuites>\n';
}

type Outcome = 'failure' | 'error' | 'skipped' | null;

const ELEMENTS = { failed: 'failure', ungraded: 'error', inconclusive: 'error' } as const;
const TYPES = { failed: 'expectation', ungraded: 'ungraded', inconclusive: 'inconclusive' };

/** How the trouble of a case shows in its run. */
function outcomeOf(trouble: Trouble | null, { summary }: ScoredRun): Outcome {
  return trouble && (isTolerant(summary) ? 'skipped' : ELEMENTS[trouble]);
}

function outcomesAt(run: ScoredRun, places: readonly number[]): Outcome[] {
  return places.map((place) => {
    const facts = run.facts.at(place);
    return facts ? outcomeOf(troubleIn(facts), run) : null;
  });
}

function* suite(run: ScoredRun, domain: string, places: readonly number[]): Generator<string> {
  const outcomes = outcomesAt(run, places);
  const counted = (wanted: Outcome) => count(outcomes, (one) => one === wanted);
  yield `  <testsuite name="${attribute(domain)}" tests="${places.length}" failures="${counted('failure')}" errors="${counted('error')}" skipped="${counted('skipped')}">\n`;
  yield properties('    ', graderProperties(run));
  for (const place of places) yield testCase(run.case(place), run);
  yield '  </testsuite>\n';
}

function testCase(one: ScoredCase, run: ScoredRun): string {
  const trouble = troubleOf(one);
  const element = outcomeOf(trouble, run);
  const details = detailWords(one);
  return [
    `    <testcase name="${attribute(one.id)}" classname="${attribute(one.domain)}">\n`,
    properties('      ', caseProperties(one)),
    element && trouble ? `      <${element} message="${attribute(troubleWords(one, element))}" type="${TYPES[trouble]}">${content(whereWords(one))}</${element}>\n` : '',
    details === '' ? '' : `      <system-out>${content(details)}</system-out>\n`,
    '    </testcase>\n',
  ].join('');
}

function troubleWords({ reasons, evaluation }: ScoredCase, element: Outcome): string {
  const words = evaluation.status === 'ungraded' && element === 'error' ? evaluation.reason : reasons.join('; ');
  return element === 'skipped' ? `tolerated: ${words}` : words;
}

type Properties = Record<string, string | number | null | undefined>;

/** Who graded, where it was not the offline grader alone. */
function graderProperties({ summary: { provenance, use } }: ScoredRun): Properties {
  if (!provenance || (!use && provenance.secondGrader === undefined)) return {};
  return { grader: provenance.grader, secondGrader: provenance.secondGrader, cached: provenance.cached, costUsd: use?.costUsd };
}

/** How far a grade is known: its spread, and what a second grader says. */
function caseProperties({ evaluation: { spread, second, agreement } }: ScoredCase): Properties {
  return {
    spread: spread === null || spread === 0 ? null : spread,
    secondScore: second?.score,
    secondBand: second?.band,
    secondReason: second?.status === 'ungraded' ? second.reason : null,
    agreement,
  };
}

function properties(indent: string, values: Properties): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === null || value === undefined ? [] : [`${indent}  <property name="${name}" value="${attribute(String(value))}"/>\n`]));
  return given.length === 0 ? '' : `${indent}<properties>\n${given.join('')}${indent}</properties>\n`;
}

interface GateTest {
  name: string;
  words: string;
  failed: boolean;
  inconclusive: boolean;
  skipped: boolean;
}

function gateTests({ summary }: ScoredRun): GateTest[] {
  return summary.gates.map((gate) => {
    const inconclusive = gate.inconclusive ?? false;
    return { name: gate.name, words: gateWords(gate), failed: gate.passed === false, inconclusive, skipped: gate.passed === null && !inconclusive };
  });
}

function gateSuite(gates: readonly GateTest[]): string {
  const tests = gates.map(({ name, words, failed, inconclusive, skipped }) => {
    const outcome = (element: string) => `\n      <${element} message="${attribute(words)}" type="gate"></${element}>`;
    const inside = failed ? outcome('failure') : inconclusive ? outcome('error') : skipped ? '\n      <skipped/>' : '';
    return `    <testcase name="${attribute(name)}" classname="gates">${inside}\n      <system-out>${content(words)}</system-out>\n    </testcase>\n`;
  });
  return `  <testsuite name="gates" tests="${gates.length}" failures="${count(gates, ({ failed }) => failed)}" errors="${count(gates, ({ inconclusive }) => inconclusive)}" skipped="${count(gates, ({ skipped }) => skipped)}">\n${tests.join('')}  </testsuite>\n`;
}

/** A verdict that is red although no case and no gate is, so that no reader shows it green. */
function errorOf({ exitCode, verdict, reasons }: ScoredRun['summary']): ScoredRun['summary']['error'] {
  return exitCode === 0 ? null : { code: verdict, message: reasons.join(' '), remedy: '' };
}

function errorSuite({ code, message, remedy }: NonNullable<ScoredRun['summary']['error']>): string {
  const inside = `<error message="${attribute(message)}" type="${attribute(code)}">${content(remedy)}</error>`;
  return `  <testsuite name="run" tests="1" failures="0" errors="1" skipped="0">\n    <testcase name="run" classname="run">\n      ${inside}\n    </testcase>\n  </testsuite>\n`;
}

function placesByDomain(run: ScoredRun, shown: Shown): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const isShown = whatIsShown(run, shown);
  let place = 0;
  for (const { domain } of run.facts) {
    if (isShown(place)) put(groups, domain, place);
    place++;
  }
  return groups;
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
