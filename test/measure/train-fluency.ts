import { writeFileSync } from 'node:fs';
import { classNameOf } from '../../src/grading/fluency.ts';
import { readText } from '../../src/grading/words.ts';
import { packagePath } from '../../src/package-root.ts';
import { isHeldOutGold } from '../../src/grading/gold.ts';
import { readGradedAnswers } from './graded-answers.ts';
import { readPackQuestions } from './pack-questions.ts';

/**
 * Writes src/grading/fluency.json from graded answers and the packs (without their held-out fifth): for neighbouring word
 * classes, how much likelier they are than by chance, in hundredths of a nat.
 * Usage: tsx test/measure/train-fluency.ts <file.jsonl...>
 */
const LEAST_SEEN = 4;
const graded = process.argv.slice(2).flatMap((file) => readGradedAnswers(file).flatMap(({ answer, reference }) => [answer, reference]));
const packs = readPackQuestions().filter(({ id }) => !isHeldOutGold(id)).flatMap(({ reference, gold }) => [reference, ...gold.map(({ answer }) => answer)]);
const texts = new Set([...graded, ...packs]);
const [first, second, both] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
let total = 0;

for (const text of texts) {
  const { words } = readText(text);
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (!before || before.sentence !== word.sentence) return;
    const [a, b] = [classNameOf(before.text), classNameOf(word.text)];
    count(first, a);
    count(second, b);
    count(both, `${a} ${b}`);
    total++;
  });
}

const rows: Record<string, string[]> = {};
const classes = new Set<string>();
let kept = 0;
for (const [pair, seen] of [...both].sort()) {
  if (seen < LEAST_SEEN) continue;
  const [a = '', b = ''] = pair.split(' ');
  // Half an observation is taken off, so that rare pairs do not promise much.
  const information = Math.log(((seen - 0.5) * total) / ((first.get(a) ?? 1) * (second.get(b) ?? 1)));
  (rows[a] ??= []).push(`${b} ${Math.round(information * 100) / 100}`);
  classes.add(a).add(b);
  kept++;
}
const source = 'Neighbouring word classes in the answers and references of Mohler et al. 2011 (UNT), SAF (MIT) and DigiKlausur ASAG (MPL-2.0), and of the packs: counts only, no text.';
const after = Object.fromEntries(Object.entries(rows).map(([a, row]) => [a, row.join(' ')]));
writeFileSync(packagePath('src/grading/fluency.json'), `${JSON.stringify({ source, unseen: -1, classes: [...classes].sort().join(' '), after }, null, 1)}\n`);
console.log(`${kept} pairs from ${texts.size} texts`);
