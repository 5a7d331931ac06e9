import { FALSE_LIMITS, type FalseKind, type FloorGrade, gradeBlindFloor, HONEST_BARS, isFloored } from './blind-floor.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';

/**
 * Prints what the offline grader makes of false answers, and of right ones that
 * look like them, that were written blind (fixtures/gold/blind-floor.jsonl): the
 * held-out ones apart, and of them totals alone. With --each also every answer
 * of the looked-at half on the wrong side of its limit.
 * Usage: tsx test/measure/eval-floor.ts [--each]
 */
const grades = gradeBlindFloor();
for (const heldOut of [false, true]) print(grades.filter((one) => one.heldOut === heldOut), heldOut ? 'held out' : 'looked at');
if (process.argv.includes('--each')) grades.filter((one) => !one.heldOut && (!isFloored(one) || isFlagged(one))).forEach(printOne);

function print(answers: readonly FloorGrade[], name: string): void {
  console.log(`\n${name}\nkind                 n   mean  limit  above it  flags`);
  for (const [kind, limit] of Object.entries(FALSE_LIMITS) as [FalseKind, number][]) {
    const own = answers.filter((one) => one.kind === kind);
    console.log(`${row(kind, own)}   ${limit.toFixed(2)}   ${percent(own.filter((one) => !isFloored(one)).length, own.length)}     ${flagsOf(own)}`);
  }
  console.log('                     n   mean    bar  under it  flags');
  for (const [size, bar] of Object.entries(HONEST_BARS)) {
    const own = answers.filter(({ kind, short }) => kind === 'honest' && short === (size === 'short'));
    console.log(`${row(`honest, ${size}`, own)}   ${bar.toFixed(2)}   ${percent(own.filter((one) => !isFloored(one)).length, own.length)}     ${flagsOf(own)}`);
  }
}

function row(name: string, answers: readonly FloorGrade[]): string {
  return `${name.padEnd(18)} ${String(answers.length).padStart(3)}  ${mean(answers.map(({ score }) => score)).toFixed(3)}`;
}

function flagsOf(answers: readonly FloorGrade[]): string {
  const counts = new Map<string, number>();
  for (const { flags } of answers) for (const flag of flags) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([flag, count]) => `${flag} ${count}`).join(', ');
}

function printOne({ kind, question, score, flags, answer }: FloorGrade): void {
  console.log(`\n${kind}  ${score.toFixed(3)}  ${flags.join(' ')}  ${question}\n  ${answer.replaceAll('\n', '\n  ')}`);
}

function isFlagged({ kind, flags }: FloorGrade): boolean {
  return kind === 'honest' && flags.length > 0;
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / Math.max(1, whole))}%`.padStart(4);
}
