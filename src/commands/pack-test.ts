import type { Flags } from '../config.ts';
import { EXIT } from '../errors.ts';
import { listPacks, listQuestions } from '../packs/catalogue.ts';
import { distanceOf, type GoldTest, type GoldTotals, testGold } from '../packs/gold-test.ts';
import { readPacks } from '../packs/load.ts';
import { printableLine } from '../printable.ts';
import { BAND_WORDS } from '../reports/words.ts';
import type { Question } from '../schemas/question.ts';
import { openGrader, saysEveryCallFailed } from './grader-option.ts';
import { print, printJson, table } from './print.ts';
import type { ConfigWork } from './with-config.ts';

interface TestFlags extends Flags {
  minExact: number;
  minWithinOne: number;
  json?: boolean;
}

const WORST = 10;

export async function testPacks({ config, context }: ConfigWork, flags: TestFlags, ...paths: string[]): Promise<void> {
  const questions = questionsOf(paths, config.packs);
  const { minExact, minWithinOne, json, quiet } = flags;
  const named = await openGrader(flags, context);
  const { grader } = named;
  const result = await testGold(questions, grader, { exact: minExact, withinOne: minWithinOne });
  const nothing = result.totals.gold === 0;
  const passed = !nothing && result.bars.every((bar) => bar.passed);
  if (!passed) context.exitCode = saysEveryCallFailed(named) ? EXIT.modelFailed : nothing ? EXIT.inconclusive : EXIT.checkFailed;
  if (json) return printJson({ grader: grader.name, passed, ...result });
  if (nothing) return print('Inconclusive: there is no gold answer to test. Add some under gold: a band from 1 to 4, and an answer as somebody would give it.');
  await printTest(result, passed, quiet ?? false);
}

function questionsOf(paths: string[], own: string[]): Question[] {
  if (paths.length > 0) return readPacks(paths).flatMap(({ pack }) => pack.questions);
  return listQuestions(listPacks(own)).map(({ question }) => question);
}

async function printTest({ totals, heldOut, tuned, byDomain, bars, cases }: GoldTest, passed: boolean, quiet: boolean): Promise<void> {
  const header = ['DOMAIN', 'GOLD', 'EXACT', 'WITHIN ONE', 'OFF'];
  const groups: [string, GoldTotals][] = [...Object.entries(byDomain), ['seen in tuning', tuned], ['held out', heldOut], ['all', totals]];
  if (!quiet) await print(table([header, ...groups.filter(([, { gold }]) => gold > 0).map(([name, group]) => rowOf(name, group))]));

  const worst = cases.filter((one) => distanceOf(one) > 1).sort((left, right) => distanceOf(right) - distanceOf(left));
  if (!quiet && worst.length > 0) await print(`\nFurthest off:`);
  for (const { questionId, expected, band, score, answer } of quiet ? [] : worst.slice(0, WORST)) {
    const given = band === null ? 'not graded' : `${BAND_WORDS[band]} (${Math.round((score ?? 0) * 100)})`;
    await print(`  ${questionId}: meant ${BAND_WORDS[expected]}, graded ${given}\n      ${printableLine(answer).slice(0, 110)}`);
  }
  const words = bars.map(({ name, seen, limit, passed: met }) => `${percent(seen)} ${name === 'exact' ? 'in their band' : 'within one'} (${met ? 'at least' : 'short of'} ${percent(limit)})`);
  await print(`${quiet ? '' : '\n'}${passed ? 'Passed' : 'Failed'}: ${words.join(', ')}.`);
}

function rowOf(name: string, { gold, exact, adjacent, off }: GoldTotals): string[] {
  return [printableLine(name), String(gold), percent(exact / gold), percent((exact + adjacent) / gold), String(off)];
}

/** Cut, not rounded: 79.96% is no 80%. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000 + 1e-9) / 10}%`;
}
