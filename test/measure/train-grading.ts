import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { featuresOf } from '../../src/grading/features.ts';
import { isHeldOutGold, requestFor } from '../../src/grading/gold.ts';
import { judge } from '../../src/grading/judgement.ts';
import { packagePath } from '../../src/package-root.ts';
import { isEnglish, questionOf, readGradedAnswers } from './graded-answers.ts';
import { readPackQuestions } from './pack-questions.ts';
import { trainBenchmark, TRAINING } from './train-benchmark.ts';
import { type GoldEvidence, trainCurve } from './train-curve.ts';

/**
 * Writes src/grading/model.json: the benchmark model from files of graded
 * answers, of which the first sets the level, and the curve of the score that
 * people see from the gold answers of the packs, the held-out fifth left out.
 * Usage: tsx test/measure/train-grading.ts <file.jsonl...>
 */
const files = process.argv.slice(2);
const sets = files.map((file) =>
  readGradedAnswers(file).filter(isEnglish).map((row) => ({
    question: questionOf(row),
    features: featuresOf(row.question, row.reference, row.answer),
    score: row.score,
  })),
);
const { level, features } = trainBenchmark(sets);
const short = (value: number): number => Number(value.toPrecision(6));
const path = packagePath('src/grading/model.json');
const model = JSON.parse(readFileSync(path, 'utf8')) as { people: object };
const questions = readPackQuestions().filter(({ id }) => !isHeldOutGold(id));
const goldOf = (list: typeof questions): GoldEvidence[] =>
  list.flatMap((question) => question.gold.map(({ band, answer }) => ({ band, evidence: judge(requestFor(question, answer)).evidence })));
const gold = goldOf(questions.filter(({ type }) => type !== 'behavioral'));
const stories = goldOf(questions.filter(({ type }) => type === 'behavioral'));
const people = { ...model.people, curve: trainCurve(gold), storyCurve: trainCurve(stories) };
const benchmark = {
  level: short(level),
  training: { ...TRAINING, rows: Object.fromEntries(files.map((file, index) => [basename(file), sets[index]?.length])) },
  features: Object.fromEntries(
    Object.entries(features).map(([name, { weight, mean, scale }]) => [name, { weight: short(weight), mean: short(mean), scale: short(scale) }]),
  ),
};
writeFileSync(path, `${JSON.stringify({ ...model, people, benchmark }, null, 2)}\n`);
console.log(`${Object.keys(features).length} features from ${sets.flat().length} answers; curve from ${gold.length} gold answers: ${JSON.stringify(people.curve)}, of stories from ${stories.length}: ${JSON.stringify(people.storyCurve)}`);
