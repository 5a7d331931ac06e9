import type { Band } from '../../src/schemas/evaluation.ts';
import { gradeTold, readToldAnswers, toldAgreement, type ToldGrade } from './told-answers.ts';

/**
 * Prints how the offline grader agrees with the bands of the told answers
 * (fixtures/gold/told-experience.jsonl): by kind, the held-out ones apart, a row
 * for each right band, and every answer that got another. The words of held-out
 * answers are not printed, so that nobody tunes on them.
 * Usage: tsx test/measure/eval-told.ts
 */
const BANDS: readonly Band[] = [1, 2, 3, 4];
const grades = gradeTold(readToldAnswers());

for (const heldOut of [false, true]) {
  for (const kind of ['intro', 'resume'] as const) {
    const own = grades.filter((grade) => grade.heldOut === heldOut && grade.kind === kind);
    printTable(`${kind}, ${heldOut ? 'held out' : 'tuned'}`, own);
    if (!heldOut) own.filter(({ band, given }) => band !== given).forEach(printMiss);
  }
}

function printTable(name: string, own: readonly ToldGrade[]): void {
  const { exact, adjacent, off } = toldAgreement(own);
  console.log(`\n${name}: ${own.length} answers, ${exact} exact, ${adjacent} adjacent, ${off} off`);
  console.log('  right\\given   1   2   3   4');
  for (const band of BANDS) {
    const row = BANDS.map((given) => own.filter((grade) => grade.band === band && grade.given === given).length);
    console.log(`  ${band}          ${row.map((count) => String(count).padStart(4)).join('')}`);
  }
}

function printMiss({ band, given, score, flags, answer }: ToldGrade): void {
  const told = flags.length > 0 ? ` [${flags.join(', ')}]` : '';
  console.log(`  ${band} got ${given ?? 'no band'} (${score?.toFixed(2) ?? '-'})${told}: ${answer.slice(0, 90)}`);
}
