import type { GoldAgreement } from '../grading/calibration-agreement.ts';
import type { FloorRow } from '../grading/calibration-floor.ts';
import type { Bar } from '../grading/calibration-verdict.ts';
import type { CalibrationReport } from '../grading/calibration.ts';
import { BAND_WORDS } from '../reports/words.ts';
import { dollars } from '../scoring/formats/numbers.ts';
import { percent } from './pack-test.ts';
import { table } from './print.ts';

/** The calibration as tables for a person, the verdict last. */
export function calibrationText(report: CalibrationReport, { quiet }: { quiet: boolean }): string {
  const verdict = verdictText(report);
  if (quiet) return verdict;
  return [
    `Grader: ${report.grader}`,
    agreementText(report.agreement),
    confusionText(report.agreement.packs),
    floorText(report.floor),
    runText(report),
    barsText(report.verdict.bars),
    verdict,
  ].join('\n\n');
}

function agreementText({ packs, tuned, heldOut, own }: CalibrationReport['agreement']): string {
  const groups: [string, GoldAgreement][] = [['seen in tuning', tuned], ['held out', heldOut], ['all of the packs', packs], ['your own', own]];
  const rows = groups
    .filter(([, { gold }]) => gold > 0)
    .map(([name, { gold, exact, withinOne, r, kappa, ungraded }]) => [name, String(gold), percent(exact), percent(withinOne), number(r), number(kappa), String(ungraded)]);
  return `Agreement with gold answers\n${table([['ANSWERS OF', 'GOLD', 'EXACT BAND', 'WITHIN ONE', 'R', 'KAPPA', 'UNGRADED'], ...rows])}`;
}

function confusionText({ confusion }: GoldAgreement): string {
  const names = Object.values(BAND_WORDS);
  const rows = confusion.map((counts, index) => [`meant ${names[index] ?? ''}`, ...counts.map(String)]);
  return `Bands given\n${table([['', ...names.map((name) => name.toUpperCase())], ...rows])}`;
}

function floorText(rows: readonly FloorRow[]): string {
  const cells = rows.map(({ kind, answers, mean, limit, beyond, good, change, raised }) => [
    kind.replaceAll('_', ' '),
    String(answers),
    mean.toFixed(3),
    limit === null ? '-' : 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`,
    limit === null ? '-' : String(beyond),
    String(good),
    change === null ? '-' : `${change >= 0 ? '+' : ''}${change.toFixed(3)}`,
    raised === null ? '-' : String(raised),
  ]);
  return `Made answers, in wordings that the offline grader was not tuned on\n${table([['KIND', 'ANSWERS', 'MEAN', 'LIMIT', 'BEYOND IT', 'GRADED GOOD', 'CHANGE', 'RAISED'], ...cells])}`;
}

function runText({ falseHigh, spread, answers, seconds, answersPerSecond, cost }: CalibrationReport): string {
  return [
    `False answers graded too high: ${falseHigh.above} of ${falseHigh.answers} (${percent(falseHigh.share)}); graded good or better: ${falseHigh.good} (${percent(falseHigh.goodShare)})`,
    spread ? `Spread over ${spread.runs} runs: mean ${spread.mean.toFixed(4)}, largest ${spread.largest.toFixed(4)}; ${spread.bandsMoved} answers changed their band` : 'Spread: not measured with one run',
    `Speed: ${answers} answers in ${timeWords(seconds)}, ${speedWords(answersPerSecond)} a second; cost: ${cost === null ? 'not known' : dollars(cost)}`,
  ].join('\n');
}

function timeWords(seconds: number): string {
  return seconds < 120 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`;
}

function speedWords(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}

function barsText(bars: readonly Bar[]): string {
  const rows = bars.map(({ name, limit, seen, passed }) => [passed ? 'met' : 'MISSED', name, shown(name, seen), limitWords(name, limit)]);
  return `Bars\n${table([['', 'BAR', 'SEEN', 'LIMIT'], ...rows])}`;
}

function verdictText({ verdict: { trusted, bars } }: CalibrationReport): string {
  const missed = bars.filter(({ passed }) => !passed).map(({ name, seen, limit }) => `${name} ${shown(name, seen)}, ${limitWords(name, limit)} wanted`);
  const because = trusted ? `all ${bars.length} bars are met` : missed.join('; ');
  return `This grader can be trusted to gate CI: ${trusted ? 'yes' : 'no'}, because ${because}.`;
}

/** Correlations and spread are numbers, everything else a share. */
function isPlainNumber(name: string): boolean {
  return /correlation|kappa|spread/u.test(name);
}

function shown(name: string, seen: number | null): string {
  if (seen === null) return 'not measurable';
  return isPlainNumber(name) ? number(seen) : percent(seen);
}

function limitWords(name: string, limit: Bar['limit']): string {
  const [words, value] = 'atLeast' in limit ? ['at least', limit.atLeast] : ['at most', limit.atMost];
  return `${words} ${isPlainNumber(name) ? value : percent(value)}`;
}

function number(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}
