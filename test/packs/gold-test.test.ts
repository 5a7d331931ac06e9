import { expect, it } from 'vitest';
import { testGold } from '../../src/packs/gold-test.ts';
import { readPacks } from '../../src/packs/load.ts';
import { createOfflineGrader } from '../../src/grading/offline-grader.ts';
import type { Grader } from '../../src/grading/grader.ts';
import { fileWith, SOUND } from './files.ts';

const questions = readPacks([fileWith(SOUND)]).flatMap(({ pack }) => pack.questions);
const offline = createOfflineGrader();
/** Gives every answer the grade of another one. */
const always = (answer: string): Grader => ({ name: 'always', grade: ({ question }) => offline.grade({ question, answer }) });

it('counts what lands in its band, beside it, and further off', async () => {
  const { totals, tuned, heldOut, byDomain } = await testGold(questions, always(''));
  // Every answer comes out in band 1: those meant for 1 are exact, for 2 adjacent, for 4 off.
  expect(totals).toEqual({ gold: 6, exact: 2, adjacent: 2, off: 2 });
  expect(byDomain).toEqual({ caching: totals });
  expect(tuned.gold + heldOut.gold).toBe(6);
});

it('counts an answer that was left ungraded as off', async () => {
  const foreign = 'Der Zwischenspeicher hält die Antworten bereit, damit der langsame Dienst nicht so oft gefragt werden muss und alles schneller geht.';
  const { totals, cases } = await testGold(questions, always(foreign));
  expect(cases.every(({ band }) => band === null)).toBe(true);
  expect(totals.off).toBe(6);
});

it.each([
  [1 / 3, 2 / 3, [true, true]],
  [0.4, 2 / 3, [false, true]],
  [1 / 3, 0.7, [true, false]],
])('holds shares against bars of %d exact and %d within one', async (exact, withinOne, passed) => {
  const { bars } = await testGold(questions, always(''), { exact, withinOne });
  expect(bars.map((bar) => bar.passed)).toEqual(passed);
});
