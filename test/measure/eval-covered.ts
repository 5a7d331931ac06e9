import { readFileSync } from 'node:fs';
import { packagePath } from '../../src/package-root.ts';
import { type CoveredPair, stateOf } from '../helpers/covered-pairs.ts';

/** Prints how key points judged by hand are seen by the offline grader. Usage: tsx test/measure/eval-covered.ts [--show] */
const pairs = readFileSync(packagePath('fixtures/grading/covered-pairs.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as CoveredPair);
const states = ['covered', 'partly', 'missed'] as const;
const seen = pairs.map((pair) => ({ ...pair, seen: stateOf(pair) }));

console.log(`${pairs.length} pairs; rows: judged, columns: seen as ${states.join(', ')}`);
for (const judged of states) {
  console.log(judged.padEnd(8), ...states.map((state) => String(seen.filter((pair) => pair.judged === judged && pair.seen === state).length).padStart(4)));
}
const covered = seen.filter((pair) => pair.seen === 'covered');
const wrong = covered.filter((pair) => pair.judged === 'missed');
const generous = covered.filter((pair) => pair.judged !== 'covered');
const missed = seen.filter((pair) => pair.judged === 'missed');
console.log(`of what is seen as covered, ${percent(wrong.length, covered.length)} is missed and ${percent(generous.length, covered.length)} not fully covered`);
console.log(`of what is missed, ${percent(wrong.length, missed.length)} is seen as covered`);
if (process.argv.includes('--show')) for (const pair of seen.filter((one) => one.seen !== one.judged)) console.log(`${pair.judged} seen as ${pair.seen}: [${pair.keyPoint}] ${pair.answer}`);

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
}
