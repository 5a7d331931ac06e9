import { expect, it } from 'vitest';
import { HINT_COST, threadOf } from '../../src/interview/threads.ts';
import type { GradedEvaluation } from '../../src/schemas/evaluation.ts';
import type { AskedQuestion } from '../../src/schemas/interview.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, interviewState } from '../helpers/states.ts';

const main = askedQuestion();
const keyPoints: GradedEvaluation['keyPoints'] = [
  { id: 'lookup', text: 'finds rows', weight: 2, state: 'covered' },
  { id: 'cost', text: 'costs writes', weight: 1, state: 'missed' },
];
const followUp: AskedQuestion = { ...main, id: 'q2', intent: 'follow_up', parent: 'q1', keyPoint: 'cost' };
const redirect: AskedQuestion = { ...main, id: 'q2', intent: 'redirect', parent: 'q1' };

function scoreOf(turns: [AskedQuestion, GradedEvaluation][], { hintsUsed = 0, mode = 'coach' as const } = {}): number | null {
  const state = interviewState({
    previousQuestions: turns.map(([question]) => question),
    userAnswers: turns.map(([question], index) => givenAnswer({ id: `a${index}`, questionId: question.id, hintsUsed: index === 0 ? hintsUsed : 0 })),
    evaluationHistory: turns.map(([question, evaluation], index) => ({ answerId: `a${index}`, questionId: question.id, evaluation })),
  });
  return threadOf({ ...state, hintsShown: { [main.id]: hintsUsed }, settings: { ...state.settings, mode } }, main).score;
}

it.each<[string, [AskedQuestion, GradedEvaluation][], number]>([
  ['the answer alone counts as it is', [[main, gradedEvaluation({ score: 0.6, keyPoints })]], 0.6],
  ['a follow-up wins back the share of its point', [[main, gradedEvaluation({ score: 0.6, keyPoints })], [followUp, gradedEvaluation({ score: 0.9 })]], 0.9],
  ['a useless follow-up takes nothing away', [[main, gradedEvaluation({ score: 0.6, keyPoints })], [followUp, gradedEvaluation({ score: 0 })]], 0.6],
  ['the better of two attempts at the question counts', [[main, gradedEvaluation({ score: 0.1 })], [redirect, gradedEvaluation({ score: 0.7 })]], 0.7],
  ['nothing goes above one', [[main, gradedEvaluation({ score: 0.95, keyPoints })], [followUp, gradedEvaluation({ score: 1 })]], 1],
])('%s', (_, turns, score) => {
  expect(scoreOf(turns)).toBeCloseTo(score, 4);
});

it('takes the published cost off for each hint, and never goes below zero', () => {
  expect(scoreOf([[main, gradedEvaluation({ score: 0.6 })]], { hintsUsed: 2 })).toBeCloseTo(0.6 - 2 * HINT_COST, 4);
  expect(scoreOf([[main, gradedEvaluation({ score: 0.05 })]], { hintsUsed: 2 })).toBe(0);
});

it.each([
  ['coach', null],
  ['real', 0],
] as const)('counts a skipped question in %s mode as %s', (mode, score) => {
  const state = interviewState({ previousQuestions: [main], userAnswers: [givenAnswer({ skipped: true, text: '' })] });
  expect(threadOf({ ...state, settings: { ...state.settings, mode } }, main)).toMatchObject({ skipped: true, score });
});
