import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { type Filler, pad, type Place, PLACES, type PlainAnswer, readFalseAnswers, readFillers, readPlainAnswers } from './padding.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';

/**
 * Prints what fillers that were written blind (fixtures/gold/blind-padding.jsonl)
 * do to the scores of answers: how many rise, by how much, and how far scores
 * move on average; for knowledge, told questions and false answers, each way of
 * putting fillers in a row. The held-out fillers go apart, and they go into all
 * answers; the others go into answers that are looked at. With --each also the
 * answers of that half which rise most.
 * Usage: tsx test/measure/eval-padding.ts [--each]
 */
const RISES = [0, 0.01, 0.05];
/** Scores are rounded to four decimals. */
const ROUNDED = 1e-6;
const SHOWN = 60;

interface Padded {
  place: Place;
  group: string;
  by: number;
  bandUp: boolean;
  plain: PlainAnswer;
  answer: string;
  score: number;
}

const fillers = readFillers();
const answers = [...readPlainAnswers(), ...readFalseAnswers()].map((plain) => ({ plain, ...gradedScore(plain.request) }));
for (const heldOut of [false, true]) {
  const padded = padAll(fillers.filter((one) => one.heldOut === heldOut), heldOut);
  print(padded, heldOut ? 'held out' : 'looked at');
  if (!heldOut && process.argv.includes('--each')) [...padded].sort((a, b) => b.by - a.by).slice(0, SHOWN).forEach(printOne);
}

function padAll(own: readonly Filler[], heldOut: boolean): Padded[] {
  return answers
    .filter(({ plain }) => heldOut || !plain.heldOut)
    .flatMap(({ plain, score, band }, index) =>
      PLACES.map((place, way) => {
        const request = pad(plain, place, own, index * PLACES.length + way + 1);
        const padded = gradedScore(request);
        return { place, group: groupOf(plain), by: padded.score - score, bandUp: padded.band > band, plain, answer: request.answer, score };
      }),
    );
}

function gradedScore(request: PlainAnswer['request']): { score: number; band: number } {
  const { score, band } = gradeOffline(request);
  return { score: score ?? 0, band: band ?? 0 };
}

function groupOf({ request: { question }, floor }: PlainAnswer): string {
  if (floor !== undefined) return 'false';
  if (question.type === 'behavioral' || question.type === 'intro' || question.type === 'resume') return question.type;
  return question.rubric.keyPoints.length > 0 ? 'knowledge' : 'by reference';
}

function print(padded: readonly Padded[], name: string): void {
  console.log(`\n${name}\ngroup         way           n   rise   >.01   >.05  band up  largest  mean change`);
  for (const group of new Set(padded.map((one) => one.group))) {
    const own = padded.filter((one) => one.group === group);
    for (const place of PLACES) printRow(group, place, own.filter((one) => one.place === place));
    printRow(group, 'all', own);
  }
  printRow('all', 'all', padded);
}

function printRow(group: string, place: string, own: readonly Padded[]): void {
  const rises = RISES.map((least) => String(own.filter(({ by }) => by > least + ROUNDED).length).padStart(5)).join('  ');
  const largest = own.reduce((most, { by }) => Math.max(most, by), 0);
  console.log(`${group.padEnd(13)} ${place.padEnd(8)} ${String(own.length).padStart(6)}  ${rises}  ${String(own.filter(({ bandUp }) => bandUp).length).padStart(7)}    ${largest.toFixed(3)}       ${mean(own.map(({ by }) => by)).toFixed(4)}`);
}

function printOne({ place, group, by, plain, answer, score }: Padded): void {
  console.log(`\n+${by.toFixed(3)} from ${score.toFixed(3)}  ${group} ${plain.floor ?? ''} ${place}\n  Q ${plain.request.question.text}\n  ${answer.replaceAll('\n', '\n  ')}`);
}
