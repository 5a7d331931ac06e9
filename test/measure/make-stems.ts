import { readFileSync, writeFileSync } from 'node:fs';
import { packagePath } from '../../src/package-root.ts';
import { findStem } from '../../src/grading/stems.ts';
import { readPackQuestions } from './pack-questions.ts';

/**
 * Writes src/grading/stems.json: the stems of the words of the synonyms, and of
 * those that stand in at least three questions of the packs, as two lists in the
 * same order, which are read fastest. Looking them up is quicker than finding
 * them, most of all while the code is cold.
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

const sorted = [...words].sort();
const source = 'Porter2 stems (wink-porter2-stemmer) of words of the synonyms and the packs; made by test/measure/make-stems.ts.';
writeFileSync(packagePath('src/grading/stems.json'), `${JSON.stringify({ source, words: sorted.join(' '), stems: sorted.map(findStem).join(' ') }, null, 1)}\n`);
console.log(`${sorted.length} words`);
