import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BenchmarkModel } from '../../src/grading/benchmark.ts';
import { featuresOf } from '../../src/grading/features.ts';
import { isHeldOutGold, requestFor } from '../../src/grading/gold.ts';
import { isTold, judge, type Judgement } from '../../src/grading/judgement.ts';
import { evidenceOf } from '../../src/grading/model.ts';
import { packagePath } from '../../src/package-root.ts';
import type { GradedType } from '../../src/grading/rubric.ts';
import { readBlindAnswers } from './blind-answers.ts';
import { isEnglish, questionOf, readGradedAnswers } from './graded-answers.ts';
import { readPackQuestions } from './pack-questions.ts';
import { type Row, trainBenchmark, TRAINING } from './train-benchmark.ts';
import { trainCurve } from './train-curve.ts';
import { trainWeights } from './train-weights.ts';

/**
 * Writes src/grading/model.json: the benchmark model from files of graded
 * answers, of which the first sets the level; the weights of the signs and the
 * curves of the score that people see from the gold answers of the packs and from
 * answers written blind, the held-out ones left out. The curves of told answers
 * stay as they were set by hand: there are too few to say where talk ends and a
 * weak story begins.
 * Usage: tsx test/measure/train-grading.ts <file.jsonl...>
 */
const SIGNS = ['firmPoints', 'words', 'boundWords', 'recall', 'focus'] as const;
/** Gold answers are longer the better they are; blind ones are not, and teach that length is no knowledge. */
const BLIND_WEIGHT = 0.3;

/** An answer with the band that it must land in, how much it counts, and what the grader found in it. */
interface Judged {
  type: GradedType;
  band: number;
  weight: number;
  judgement: Judgement;
}

const files = process.argv.slice(2);
const sets = files.map(readRows);
const trained = trainBenchmark(sets);
const judged = [...judgeGold(), ...judgeBlind()];
// What a rule caps says nothing about the signs; the few that only repeat or pad themselves are left out with the rest.
const explained = judged.filter(({ type, judgement }) => !isTold(type) && judgement.flags.length === 0);
const weights = trainWeights(SIGNS, explained.map(({ judgement, ...one }) => ({ ...one, signs: judgement.knowledge.signs })));
const evidences = explained.map(({ judgement, ...one }) => ({ ...one, evidence: evidenceOf(judgement.knowledge.signs, weights) }));
const curves = {
  curve: trainCurve(evidences.filter(({ type }) => type !== 'situational')),
  planCurve: trainCurve(evidences.filter(({ type }) => type === 'situational')),
};

const path = packagePath('src/grading/model.json');
const model = JSON.parse(readFileSync(path, 'utf8')) as { people: object };
const training = { ...TRAINING, rows: Object.fromEntries(files.map((file, index) => [basename(file), sets[index]?.length])) };
writeFileSync(path, `${JSON.stringify({ ...model, people: { ...model.people, weights, ...curves }, benchmark: shortened(trained, training) }, null, 2)}\n`);
console.log(`${Object.keys(trained.features).length} features from ${sets.flat().length} answers; weights from ${explained.length} gold and blind answers: ${JSON.stringify(weights)}`);
for (const [name, corners] of Object.entries(curves)) console.log(name, JSON.stringify(corners));

function readRows(file: string): Row[] {
  const answers = readGradedAnswers(file).filter(isEnglish);
  return answers.map((one) => ({ question: questionOf(one), features: featuresOf(one.question, one.reference, one.answer), score: one.score }));
}

function judgeGold(): Judged[] {
  const questions = readPackQuestions().filter(({ id }) => !isHeldOutGold(id));
  return questions.flatMap((question) => question.gold.map(({ band, answer }) => ({ type: question.type, band, weight: 1, judgement: judge(requestFor(question, answer)) })));
}

function judgeBlind(): Judged[] {
  const answers = readBlindAnswers().filter(({ heldOut, question }) => !heldOut && !isHeldOutGold(question.id));
  return answers.map(({ question, band, request }) => ({ type: question.type, band, weight: BLIND_WEIGHT, judgement: judge(request) }));
}

/** The model with six digits a number: more would say nothing. */
function shortened({ level, features }: BenchmarkModel, training: object): object {
  const short = (value: number): number => Number(value.toPrecision(6));
  const rows = Object.entries(features).map(([name, { weight, mean, scale }]) => [name, { weight: short(weight), mean: short(mean), scale: short(scale) }]);
  return { level: short(level), training, features: Object.fromEntries(rows) as object };
}
