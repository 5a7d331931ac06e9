import { parseArgs } from 'node:util';
import { predict, BENCHMARK, type BenchmarkModel } from '../../src/grading/benchmark.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';
import { featuresOf } from '../../src/grading/features.ts';
import { FLOOR_LIMITS, makeFloorSuite } from '../../src/grading/floor-suite.ts';
import type { GradingRequest } from '../../src/grading/grader.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { seededRandom, shuffled } from '../../src/grading/seeded-random.ts';
import type { Evaluation } from '../../src/schemas/evaluation.ts';
import { type GradedAnswer, isEnglish, questionOf, readGradedAnswers } from './graded-answers.ts';
import { linear, rmse, spearman, withinQuestions } from './statistics.ts';
import { type Row, trainBenchmark } from './train-benchmark.ts';

/**
 * Prints how both calibrations of the offline grader agree with human grades,
 * over all answers and among the answers to one question, and the mean score by
 * kind for a file of made answers.
 * Usage: tsx test/measure/eval-grading.ts [--cv] [--folds 10] [--seed 1] [--floor] <file.jsonl...>
 * With --cv the benchmark model is trained anew for each fold of questions, on
 * the other folds and the other files, so that no question is on both sides;
 * "new subject" is trained on the other files alone. --seed shuffles the questions into other folds.
 * With --floor the false answers of the floor suite are graded too, in wordings
 * that nobody tuned on, for references of one to four words and for longer ones.
 */
const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    cv: { type: 'boolean', default: false },
    folds: { type: 'string', default: '10' },
    seed: { type: 'string' },
    floor: { type: 'boolean', default: false },
  },
});
const folds = Number(values.folds);
const sets = files.map((file) => readGradedAnswers(file));
const rows = sets.map((set) => set.map(toRow));
const learnt = sets.map((set, index) => (rows[index] ?? []).filter((_, at) => set[at] !== undefined && isEnglish(set[at])));

files.forEach((file, index) => {
  const set = sets[index] ?? [];
  const started = process.hrtime.bigint();
  const evaluations = set.map(grade);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  // Ungraded answers count 0 here: the people who graded them gave them a number.
  const shown = evaluations.map(({ score }) => score ?? 0);
  console.log(`${file}: ${set.length} answers, ${new Set(set.map(questionOf)).size} questions, ${Math.round(set.length / seconds)} graded a second`);
  if (set.some(({ kind }) => kind !== undefined)) {
    printKinds(set, shown);
    print('people', shown, set);
    printFlags(set, evaluations);
  } else {
    print(values.cv ? 'benchmark (cv)' : 'benchmark', values.cv ? crossValidate(index) : predictAll(BENCHMARK, rows[index] ?? []), set);
    if (values.cv) print('new subject', learnElsewhere(index), set);
    print('people', shown, set);
    const english = set.map(isEnglish);
    if (english.includes(false)) print('people, English', shown.filter((_, at) => english[at]), set.filter((_, at) => english[at]));
    printFlags(set, evaluations);
    if (values.floor) printFloor(set);
  }
});

function toRow(answer: GradedAnswer): Row {
  return { question: questionOf(answer), features: featuresOf(answer.question, answer.reference, answer.answer), score: answer.score };
}

function grade(answer: GradedAnswer): Evaluation {
  return gradeOffline(requestOf(answer));
}

function requestOf({ question, reference, answer }: GradedAnswer): GradingRequest {
  const rubric = { reference, keyPoints: [] };
  return { question: { text: question, type: 'technical', domain: 'general', rubric }, answer };
}

/** How often each floor rule fired on what people wrote, and how often where they were given half a grade or more. */
function printFlags(set: readonly GradedAnswer[], evaluations: readonly Evaluation[]): void {
  const fired = evaluations.flatMap(({ flags }, index) => flags.map((flag) => ({ flag, fair: (set[index]?.score ?? 0) >= 0.5 })));
  const told = [...new Set(fired.map(({ flag }) => flag))].map((flag) => {
    const all = fired.filter((one) => one.flag === flag);
    return `${flag} ${all.length} (${all.filter(({ fair }) => fair).length})`;
  });
  console.log(`  flags, all (graded 0.5 or more by people): ${told.join(', ') || 'none'}`);
}

function predictAll(model: BenchmarkModel, list: readonly Row[]): number[] {
  return list.map(({ features }) => predict(model, features));
}

function crossValidate(index: number): number[] {
  const own = rows[index] ?? [];
  const others = learnt.filter((_, other) => other !== index);
  const listed = [...new Set(own.map(({ question }) => question))];
  const questions = values.seed === undefined ? listed : shuffled(listed, seededRandom(Number(values.seed)));
  const foldOf = new Map(questions.map((question, at) => [question, at % folds]));
  const predicted = new Map<Row, number>();
  for (let fold = 0; fold < folds; fold++) {
    const model = trainBenchmark([(learnt[index] ?? []).filter(({ question }) => foldOf.get(question) !== fold), ...others]);
    for (const row of own) if (foldOf.get(row.question) === fold) predicted.set(row, predict(model, row.features));
  }
  return own.map((row) => predicted.get(row) ?? 0);
}

/** Trained on the other files, the first of them first: the answers and the subject are both new to it. */
function learnElsewhere(index: number): number[] {
  const others = learnt.filter((_, other) => other !== index);
  return others.length > 0 ? predictAll(trainBenchmark(others), rows[index] ?? []) : [];
}

/** The mean score of the false and true answers made from each question, by the length of its reference. */
function printFloor(set: readonly GradedAnswer[]): void {
  const byQuestion = new Map(set.map((answer) => [questionOf(answer), answer]));
  const questions = [...byQuestion.values()].map((answer) => requestOf(answer).question);
  const isShort = ({ rubric }: (typeof questions)[number]): boolean => (rubric.reference ?? '').trim().split(/\s+/).length < 5;
  for (const [name, list] of [['references of 1-4 words', questions.filter(isShort)], ['longer references', questions.filter((one) => !isShort(one))]] as const) {
    if (list.length === 0) continue;
    const suite = makeFloorSuite(list, 'heldOut').map(({ kind, request }) => ({ kind, score: gradeOffline(request).score ?? 0 }));
    const means = Object.keys(FLOOR_LIMITS).map((kind) => `${kind} ${mean(suite.filter((one) => one.kind === kind).map(({ score }) => score)).toFixed(2)}`);
    console.log(`  floor, ${name} (${list.length}): ${means.join(', ')}`);
  }
}

function print(name: string, predicted: readonly number[], set: readonly GradedAnswer[]): void {
  const truth = set.map(({ score }) => score);
  const error = 5 * rmse(predicted, truth);
  console.log(
    `  ${name.padEnd(15)} r ${linear(predicted, truth).toFixed(3)}  Spearman ${spearman(predicted, truth).toFixed(3)}  RMSE ${error.toFixed(3)} (0-5)  mean ${mean(predicted).toFixed(3)}  r within questions ${withinQuestions(predicted, truth, set.map(questionOf)).toFixed(3)}`,
  );
}

function printKinds(set: readonly GradedAnswer[], shown: readonly number[]): void {
  for (const kind of new Set(set.map((answer) => answer.kind ?? 'none'))) {
    const scores = shown.filter((_, index) => (set[index]?.kind ?? 'none') === kind);
    console.log(`  ${kind.padEnd(28)} ${mean(scores).toFixed(3)}  (${scores.length})`);
  }
}
