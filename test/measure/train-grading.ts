import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { featuresOf } from '../../src/grading/features.ts';
import { isHeldOutGold, requestFor } from '../../src/grading/gold.ts';
import { judge } from '../../src/grading/judgement.ts';
import { packagePath } from '../../src/package-root.ts';
import type { Question } from '../../src/schemas/question.ts';
import type { Signs } from '../../src/grading/signs.ts';
import { readBlindAnswers } from './blind-answers.ts';
import { isEnglish, questionOf, readGradedAnswers } from './graded-answers.ts';
import { readPackQuestions } from './pack-questions.ts';
import { readToldAnswers, toldRequest } from './told-answers.ts';
import { trainBenchmark, TRAINING } from './train-benchmark.ts';
import { trainCurve } from './train-curve.ts';
import { trainWeights } from './train-weights.ts';

/**
 * Writes src/grading/model.json: the benchmark model from files of graded
 * answers, of which the first sets the level, and the curve of the score that
 * people see from the gold answers of the packs and from answers written
 * blind, the held-out ones left out.
 * Usage: tsx test/measure/train-grading.ts <file.jsonl...>
 */
const SIGNS = ['firmPoints', 'words', 'boundWords', 'recall', 'focus'] as const;
/** Gold answers are longer the better they are; blind ones are not, and teach that length is no knowledge. */
const BLIND_WEIGHT = Number(process.env.BW ?? 0.3);
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
const isStory = ({ type }: Question): boolean => type === 'behavioral';
const isPlan = ({ type }: Question): boolean => type === 'situational';
const told = [
  ...questions.flatMap((question) => question.gold.map(({ band, answer }) => ({ question, band, weight: 1, judgement: judge(requestFor(question, answer)) }))),
  ...readBlindAnswers()
    .filter(({ heldOut, question }) => !heldOut && !isHeldOutGold(question.id))
    .map(({ question, band, request }) => ({ question, band, weight: BLIND_WEIGHT, judgement: judge(request) })),
];
// What a floor rule caps says nothing about the signs.
const knowledge = told.filter(({ question, judgement }) => !isStory(question) && judgement.flags.length === 0);
const weights = trainWeights(SIGNS, knowledge.map(({ judgement, ...one }) => ({ ...one, signs: judgement.knowledge.signs })));
const evidences = knowledge.map(({ judgement, ...one }) => ({ ...one, evidence: sumOf(weights, judgement.knowledge.signs) }));
const stories = [
  ...told.filter(({ question }) => isStory(question)),
  ...readToldAnswers().filter(({ kind, heldOut }) => kind === 'resume' && !heldOut).map((answer) => ({ band: answer.band, weight: 1, judgement: judge(toldRequest(answer)) })),
].map(({ band, weight, judgement }) => ({ band, weight, evidence: judgement.evidence }));
const people = {
  ...model.people,
  weights,
  curve: trainCurve(evidences.filter(({ question }) => !isPlan(question))),
  planCurve: trainCurve(evidences.filter(({ question }) => isPlan(question))),
  storyCurve: trainCurve(stories),
};
const benchmark = {
  level: short(level),
  training: { ...TRAINING, rows: Object.fromEntries(files.map((file, index) => [basename(file), sets[index]?.length])) },
  features: Object.fromEntries(
    Object.entries(features).map(([name, { weight, mean, scale }]) => [name, { weight: short(weight), mean: short(mean), scale: short(scale) }]),
  ),
};
writeFileSync(path, `${JSON.stringify({ ...model, people, benchmark }, null, 2)}\n`);
console.log(`${Object.keys(features).length} features from ${sets.flat().length} answers; weights from ${knowledge.length} gold and blind answers: ${JSON.stringify(weights)}`);
for (const name of ['curve', 'planCurve', 'storyCurve'] as const) console.log(name, JSON.stringify(people[name]));

function sumOf(weights: Partial<Record<keyof Signs, number>>, signs: Signs): number {
  return SIGNS.reduce((sum, name) => sum + (weights[name] ?? 0) * signs[name], 0);
}
