import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { featuresOf } from '../../src/grading/features.ts';
import { packagePath } from '../../src/package-root.ts';
import { questionOf, readGradedAnswers } from './graded-answers.ts';
import { trainBenchmark, TRAINING } from './train-benchmark.ts';

/**
 * Writes the benchmark part of src/grading/model.json from files of graded
 * answers; the first file sets the level.
 * Usage: tsx test/measure/train-grading.ts <file.jsonl...>
 */
const files = process.argv.slice(2);
const sets = files.map((file) =>
  readGradedAnswers(file).map((row) => ({
    question: questionOf(row),
    features: featuresOf(row.question, row.reference, row.answer),
    score: row.score,
  })),
);
const { level, features } = trainBenchmark(sets);
const short = (value: number): number => Number(value.toPrecision(6));
const path = packagePath('src/grading/model.json');
const model = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const benchmark = {
  level: short(level),
  training: { ...TRAINING, rows: Object.fromEntries(files.map((file, index) => [basename(file), sets[index]?.length])) },
  features: Object.fromEntries(
    Object.entries(features).map(([name, { weight, mean, scale }]) => [name, { weight: short(weight), mean: short(mean), scale: short(scale) }]),
  ),
};
writeFileSync(path, `${JSON.stringify({ ...model, benchmark }, null, 2)}\n`);
console.log(`${Object.keys(features).length} features from ${sets.flat().length} answers`);
