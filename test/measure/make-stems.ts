import { readFileSync, writeFileSync } from 'node:fs';
import { packagePath } from '../../src/package-root.ts';
import { findStem } from '../../src/grading/stems.ts';
import { readPackQuestions } from './pack-questions.ts';

/**
 * Writes src/grading/stems.json: the stems of the words of the synonyms, and of
 * those that stand in at least three questions of the packs. Looking them up is
 * quicker than finding them, most of all while the code is cold.
 */
const LEAST_QUESTIONS = 3;
const plainWordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/(?<![\p{L}\p{N}])[a-z]+(?![\p{L}\p{N}'’])/gu));

const seen = new Map<string, number>();
for (const { text, reference, keyPoints, gold } of readPackQuestions()) {
  const whole = [text, reference, ...keyPoints.flatMap((point) => [point.text, ...point.also]), ...gold.map(({ answer }) => answer)].join('\n');
  for (const word of plainWordsOf(whole)) seen.set(word, (seen.get(word) ?? 0) + 1);
}
const { domains } = JSON.parse(readFileSync(packagePath('src/grading/synonyms.json'), 'utf8')) as { domains: Record<string, string[]> };
const words = plainWordsOf(Object.values(domains).flat().join(' '));
for (const [word, questions] of seen) if (questions >= LEAST_QUESTIONS) words.add(word);

const unchanged: string[] = [];
const formsOf = new Map<string, string[]>();
for (const word of [...words].sort()) {
  const stem = findStem(word);
  if (stem === word) unchanged.push(word);
  else formsOf.set(stem, [...(formsOf.get(stem) ?? []), word]);
}
const forms = Object.fromEntries([...formsOf].map(([stem, own]) => [stem, own.join(' ')]));
const source = 'Porter2 stems (wink-porter2-stemmer) of words of the synonyms and the packs; made by test/measure/make-stems.ts.';
writeFileSync(packagePath('src/grading/stems.json'), `${JSON.stringify({ source, unchanged: unchanged.join(' '), forms }, null, 0).replaceAll('","', '",\n"')}\n`);
console.log(`${words.size} words, ${unchanged.length} of them stems themselves`);
