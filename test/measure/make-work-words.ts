import { writeFileSync } from 'node:fs';
import costs from '../../src/grading/word-costs.json' with { type: 'json' };
import { isHeldOutGold } from '../../src/grading/gold.ts';
import { readText } from '../../src/grading/words.ts';
import { packagePath } from '../../src/package-root.ts';
import type { Question } from '../../src/schemas/question.ts';
import { readPackQuestions } from './pack-questions.ts';

/**
 * Writes src/grading/work-words.json: how much oftener a word is said of work
 * than in general English, in tenths of a nat, by stem. Work is what the
 * built-in packs say: questions, references, key points and good gold answers.
 * Gold of behavioural questions is left out, for it measures what is heard in
 * a story; so is the held-out fifth. General English is word-costs.json.
 */
const MOST = 25;
const LEAST = -15;
/** A word that general English does not know has to be said twice: once is a name or a slip. */
const TWICE = 2;
/** A question about people speaks as a story does: each of its words counts as often as this. */
const TOLD = 8;
/** A word of work is said of many questions: one of fewer than these is a word of their subjects, and weighs less. */
const WIDE = 5;
const isTold = ({ type }: Question): boolean => type !== 'technical';

const general = new Map(Object.entries(costs.byCost).flatMap(([cost, stems]) => stems.split(' ').map((stem) => [stem, Math.exp(-Number(cost) / 10)] as const)));
const said = new Map<string, number>();
const spread = new Map<string, number>();
for (const question of readPackQuestions()) {
  const stems = textsOf(question).flatMap((text) => readText(text).content.map(({ stem }) => stem));
  for (const stem of stems) said.set(stem, (said.get(stem) ?? 0) + (isTold(question) ? TOLD : 1));
  for (const stem of new Set(stems)) spread.set(stem, (spread.get(stem) ?? 0) + 1);
}
const known = [...general].filter(([stem]) => said.has(stem) || readText(stem).content.length > 0);
const mass = known.reduce((sum, [, probability]) => sum + probability, 0);
const total = [...said.values()].reduce((sum, count) => sum + count, 0);

const byWeight: Record<string, string[]> = {};
for (const stem of [...new Set([...said.keys(), ...known.map(([one]) => one)])].sort()) {
  const weight = weightOf(stem);
  if (/^[a-z]{2,}$/.test(stem) && Math.abs(weight) >= 3 && (general.has(stem) || (said.get(stem) ?? 0) >= TWICE)) (byWeight[weight] ??= []).push(stem);
}

/** The log of how often it was said against how often it was to be expected, both one more, so that a rare word says little. */
function weightOf(stem: string): number {
  const expected = (total * (general.get(stem) ?? 0)) / mass;
  const weight = 10 * Math.log(((said.get(stem) ?? 0) + 1) / (expected + 1));
  const share = weight > 0 ? Math.min(1, (spread.get(stem) ?? 0) / WIDE) : 1;
  return Math.round(Math.max(LEAST, Math.min(MOST, weight)) * share);
}

function textsOf({ id, type, text, reference, keyPoints, gold }: Question): string[] {
  const good = type === 'behavioral' || isHeldOutGold(id) ? [] : gold.filter(({ band }) => band > 1).map(({ answer }) => answer);
  return [text, reference ?? '', ...keyPoints.flatMap((point) => [point.text, ...point.also]), ...good];
}

const source = 'Questions, references, key points and good gold answers of the built-in packs against word-costs.json; by stem, in tenths of a nat.';
const table = Object.fromEntries(Object.entries(byWeight).sort(([a], [b]) => Number(a) - Number(b)).map(([weight, stems]) => [`w${weight}`, stems.join(' ')]));
writeFileSync(packagePath('src/grading/work-words.json'), `${JSON.stringify({ source, byWeight: table }, null, 1)}\n`);
console.log(`${Object.values(byWeight).flat().length} stems of ${total} words`);
