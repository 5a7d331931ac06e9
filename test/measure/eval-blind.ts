import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { type BlindAnswer, readBlindAnswers } from './blind-answers.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';

/**
 * Prints what the offline grader makes of answers that were written blind
 * (fixtures/gold/blind-answers.jsonl): a row for each kind, the held-out ones
 * apart, and of answers with padding (the first of each pair in PADDED) how many
 * rose above the same without.
 * Usage: tsx test/measure/eval-blind.ts
 */
const PADDED = { 'padded-half': 'half', 'story-padded': 'story-we', 'decent-padded': 'story-decent', rambling: 'good-gap' } as const;
/** The flags of rules that cap the score. */
const FLOOR = ['keywords_only', 'shuffled', 'negated', 'off_topic', 'dont_know', 'echo', 'too_short'];

interface Graded extends BlindAnswer {
  score: number;
  given: number | null;
  flags: readonly string[];
}

const graded: Graded[] = readBlindAnswers().map((answer) => {
  const { score, band, flags } = gradeOffline(answer.request);
  return { ...answer, score: score ?? 0, given: band, flags };
});
for (const heldOut of [false, true]) print(graded.filter((one) => one.heldOut === heldOut), heldOut ? 'held out' : 'looked at');

function print(answers: readonly Graded[], name: string): void {
  if (answers.length === 0) return;
  console.log(`\n${name}: ${answers.length} answers, ${share(answers, isExact)} in their band, ${share(answers, isNear)} within one`);
  console.log('kind             n   right   mean   given 1   2   3   4   exact  within one  floor rules');
  for (const kind of new Set(answers.map((one) => one.kind))) {
    const own = answers.filter((one) => one.kind === kind);
    const given = [1, 2, 3, 4].map((band) => String(own.filter((one) => one.given === band).length).padStart(4)).join('');
    const floored = own.filter(({ flags }) => flags.some((flag) => FLOOR.includes(flag))).length;
    console.log(`${kind.padEnd(14)} ${String(own.length).padStart(3)}   ${mean(own.map(({ band }) => band)).toFixed(2)}   ${mean(own.map(({ score }) => score)).toFixed(3)}      ${given}   ${share(own, isExact)}        ${share(own, isNear)}  ${floored}`);
  }
  for (const [padded, plain] of Object.entries(PADDED)) printPadding(answers, padded, plain);
}

function printPadding(answers: readonly Graded[], padded: string, plain: string): void {
  const pairs = answers.filter(({ kind }) => kind === padded).flatMap((one) => {
    const before = answers.find(({ kind, question }) => kind === plain && question.id === one.question.id);
    return before ? [{ by: one.score - before.score, bands: (one.given ?? 0) - (before.given ?? 0) }] : [];
  });
  if (pairs.length === 0) return;
  const rising = pairs.filter(({ by }) => by > 1e-9);
  console.log(`${padded} beside ${plain}: ${rising.length} of ${pairs.length} rise, by ${Math.max(0, ...rising.map(({ by }) => by)).toFixed(3)} at most; ${pairs.filter(({ bands }) => bands > 0).length} a band up, ${pairs.filter(({ bands }) => bands < 0).length} a band down`);
}

function isExact({ given, band }: Graded): boolean {
  return given === band;
}

function isNear({ given, band }: Graded): boolean {
  return given !== null && Math.abs(given - band) <= 1;
}

function share(answers: readonly Graded[], holds: (answer: Graded) => boolean): string {
  return `${Math.round((100 * answers.filter(holds).length) / Math.max(1, answers.length))}%`.padStart(4);
}
