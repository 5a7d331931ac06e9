import { parseArgs } from 'node:util';
import { predict, BENCHMARK, type BenchmarkModel } from '../../src/grading/benchmark.ts';
import { featuresOf } from '../../src/grading/features.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import type { Evaluation } from '../../src/schemas/evaluation.ts';
import { type GradedAnswer, questionOf, readGradedAnswers } from './graded-answers.ts';
import { mean, pearson, rmse, spearman } from './statistics.ts';
import { type Row, trainBenchmark } from './train-benchmark.ts';

/**
 * Prints how both calibrations of the offline grader agree with human grades,
 * and the mean score by kind for a file of made answers.
 * Usage: tsx test/measure/eval-grading.ts [--cv] [--folds 10] <file.jsonl...>
 * With --cv the benchmark model is trained anew for each fold of questions, on
 * the other folds and the other files, so that no question is on both sides.
 */
const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { cv: { type: 'boolean', default: false }, folds: { type: 'string', default: '10' } },
});
const folds = Number(values.folds);
const sets = files.map((file) => readGradedAnswers(file));
const rows = sets.map((set) => set.map(toRow));

files.forEach((file, index) => {
  const set = sets[index] ?? [];
  const truth = set.map(({ score }) => score);
  const started = process.hrtime.bigint();
  const evaluations = set.map(grade);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  // Ungraded answers count 0 here: the people who graded them gave them a number.
  const shown = evaluations.map(({ score }) => score ?? 0);
  console.log(`${file}: ${set.length} answers, ${new Set(set.map(questionOf)).size} questions, ${Math.round(set.length / seconds)} graded a second`);
  if (set.some(({ kind }) => kind !== undefined)) printKinds(set, shown);
  else {
    print(values.cv ? 'benchmark (cv)' : 'benchmark', values.cv ? crossValidate(index) : predictAll(BENCHMARK, rows[index] ?? []), truth);
    print('people', shown, truth);
    printFlags(set, evaluations);
  }
});

function toRow(answer: GradedAnswer): Row {
  return { question: questionOf(answer), features: featuresOf(answer.question, answer.reference, answer.answer), score: answer.score };
}

function grade({ question, reference, answer }: GradedAnswer): Evaluation {
  const rubric = { reference, keyPoints: [] };
  return gradeOffline({ question: { text: question, type: 'technical', domain: 'general', rubric }, answer });
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
  const others = rows.filter((_, other) => other !== index);
  const questions = [...new Set(own.map(({ question }) => question))];
  const foldOf = new Map(questions.map((question, at) => [question, at % folds]));
  const predicted = new Map<Row, number>();
  for (let fold = 0; fold < folds; fold++) {
    const model = trainBenchmark([own.filter(({ question }) => foldOf.get(question) !== fold), ...others]);
    for (const row of own) if (foldOf.get(row.question) === fold) predicted.set(row, predict(model, row.features));
  }
  return own.map((row) => predicted.get(row) ?? 0);
}

function print(name: string, predicted: readonly number[], truth: readonly number[]): void {
  const error = 5 * rmse(predicted, truth);
  console.log(
    `  ${name.padEnd(15)} r ${pearson(predicted, truth).toFixed(3)}  Spearman ${spearman(predicted, truth).toFixed(3)}  RMSE ${error.toFixed(3)} (0-5)  mean ${mean(predicted).toFixed(3)}`,
  );
}

function printKinds(set: readonly GradedAnswer[], shown: readonly number[]): void {
  for (const kind of new Set(set.map((answer) => answer.kind ?? 'none'))) {
    const scores = shown.filter((_, index) => (set[index]?.kind ?? 'none') === kind);
    console.log(`  ${kind.padEnd(28)} ${mean(scores).toFixed(3)}  (${scores.length})`);
  }
}
