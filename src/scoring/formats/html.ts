import { printable, printableLine } from '../../printable.ts';
import { outOfHundred, secondOpinion } from '../../reports/words.ts';
import type { Span } from '../../schemas/evaluation.ts';
import { gateWords } from '../gates.ts';
import type { Comparison, GateResult, RunSummary, ScoredCase } from '../result.ts';
import { shownPlaces, type ScoredRun, type Shown } from '../scored-run.ts';
import { troubleOf } from '../trouble.ts';
import { changeWords, comparisonWords, NO_REGRESSION, shownChanges } from './comparison-text.ts';
import { STYLE } from './html-style.ts';
import { bandOrDash, casesWords, modelWords, scoreOrDash, totalsWords, verdictWords } from './numbers.ts';
import { whyWords } from './why.ts';

/** A browser still scrolls this many; the JSON has all of them. */
const MOST_CASES = 2_000;

/** The run as one page that needs nothing else: no script, no font, no picture, no network. */
export function* runAsHtml(run: ScoredRun, shown: Shown = {}): Generator<string> {
  const { summary } = run;
  yield `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`;
  // Whatever an answer holds, a browser loads and runs nothing for it.
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<title>hotseat score: ${summary.verdict}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`;
  yield* overview(run);
  yield* gates(summary);
  yield* domains(summary);
  if (summary.comparison) yield* comparison(summary.comparison, shown);
  yield* cases(run, shown);
  yield `<footer>${escape(verdictWords(summary))}${summary.provenance ? ` Graded by ${escape(summary.provenance.grader)}, hotseat ${escape(summary.provenance.hotseat)}.` : ''}</footer>\n</body>\n</html>\n`;
}

function* overview({ summary, facts }: ScoredRun): Generator<string> {
  yield `<h1>hotseat score: <span class="${summary.verdict}">${summary.verdict}</span></h1>\n`;
  if (facts.length > 0) yield `<p>${[totalsWords(summary), ...modelWords(summary)].map(escape).join('<br>')}</p>\n`;
  const words = [...summary.reasons, ...(summary.error ? [summary.error.remedy] : [])];
  if (words.length > 0) yield `<ul>${words.map((one) => `<li>${escape(one)}</li>`).join('')}</ul>\n`;
}

const GATE_WORDS = { true: 'passed', false: 'failed', null: 'waits' };

function* gates({ gates: all }: RunSummary): Generator<string> {
  if (all.length === 0) return;
  const state = ({ inconclusive, passed }: GateResult) => (inconclusive ? 'inconclusive' : GATE_WORDS[`${passed}`]);
  const rows = all.map((gate) => `<tr><td class="${state(gate)}">${state(gate)}</td><td>${escape(gateWords(gate))}</td></tr>`);
  yield `<h2>Gates</h2>\n<table>${rows.join('\n')}</table>\n`;
}

function* domains({ totals }: RunSummary): Generator<string> {
  const rows = Object.entries(totals.byDomain).map(
    ([domain, own]) => `<tr><td>${escape(domain)}</td><td class="number">${scoreOrDash(own.mean)}</td><td>${bar(own.mean)}</td><td>${casesWords(own)}</td></tr>`,
  );
  if (rows.length > 0) yield `<h2>Domains</h2>\n<table><tr><th>domain</th><th>mean</th><th></th><th>cases</th></tr>\n${rows.join('\n')}</table>\n`;
}

function* comparison(compared: Comparison, shown: Shown): Generator<string> {
  yield `<h2>Against the baseline of ${escape(compared.blessedAt.slice(0, 10))}</h2>\n<p>${escape(comparisonWords(compared))}</p>\n`;
  for (const warning of compared.warnings) yield `<p>Note: ${escape(warning)}</p>\n`;
  const rows = shownChanges(compared, shown).slice(0, MOST_CASES).map((change) => `<tr><td class="${change.kind}">${change.kind}</td><td>${escape(change.id)}</td><td>${escape(changeWords(change))}</td></tr>`);
  if (rows.length > 0) yield `<table>${rows.join('\n')}</table>\n`;
}

function* cases(run: ScoredRun, shown: Shown): Generator<string> {
  if (run.facts.length === 0) return;
  const places = shownPlaces(run, shown);
  yield '<h2>Cases</h2>\n';
  if (places.length === 0) yield `<p>${NO_REGRESSION}</p>\n`;
  for (const place of places.slice(0, MOST_CASES)) yield oneCase(run.case(place));
  if (places.length > MOST_CASES) yield `<p>${places.length - MOST_CASES} better ones are left out.</p>\n`;
}

function oneCase(one: ScoredCase): string {
  const { evaluation } = one;
  const trouble = troubleOf(one);
  const state = trouble === 'ungraded' ? 'inconclusive' : (trouble ?? (one.passed ? 'passed' : 'scored'));
  const why = whyWords(one);
  const second = secondOpinion(evaluation);
  const criteria = evaluation.criteria.map(({ id, band }) => `<li>${escape(id)}: ${band} ${bandOrDash(band)}</li>`).join('');
  const points = evaluation.keyPoints.map(({ state: found, text }) => `<li class="${found}">${found}: ${escape(text)}</li>`).join('');
  return [
    `<details${one.passed === false || one.inconclusive ? ' open' : ''}><summary><span class="${state}">${one.score === null ? '-' : outOfHundred(one.score)}</span> ${bar(one.score)} <b>${escape(one.id)}</b> <span class="faint">${escape(bandOrDash(one.band))}${why ? `: ${escape(why)}` : ''}</span></summary>`,
    `<p class="faint">${escape(one.source.file)}:${one.source.line}, ${escape(one.domain)}, ${escape(one.type)}</p>`,
    `<p><b>${escape(one.question)}</b></p>`,
    `<blockquote>${one.answer === '' ? '<i>no answer</i>' : withEvidence(one)}</blockquote>`,
    evaluation.feedback ? `<p>${escape(evaluation.feedback)}</p>` : '',
    ...(second ? [`<p>${escape(second)}</p>`] : []),
    criteria ? `<ul>${criteria}</ul>` : '',
    points ? `<ul>${points}</ul>` : '',
    '</details>\n',
  ].join('\n');
}

/** The answer with the words marked that the grade rests on. */
function withEvidence({ answer, evaluation }: ScoredCase): string {
  const spans = [...evaluation.strengths.map(({ span }) => span), ...evaluation.keyPoints.flatMap(({ span }) => span ?? [])];
  let marked = '';
  let at = 0;
  for (const { start, end } of joined(spans)) {
    marked += `${escapeText(answer.slice(at, start))}<mark>${escapeText(answer.slice(start, end))}</mark>`;
    at = end;
  }
  return marked + escapeText(answer.slice(at));
}

/** Spans in order, those that touch made one. */
function joined(spans: readonly Span[]): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function bar(score: number | null): string {
  return score === null ? '' : `<meter min="0" max="1" low="0.35" high="0.6" optimum="1" value="${score}"></meter>`;
}

function escape(text: string): string {
  return escapeText(printableLine(text));
}

function escapeText(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
