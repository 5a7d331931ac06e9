import { describe, expect, it } from 'vitest';
import { regrade } from '../../src/interview/regrade.ts';
import type { Evaluation } from '../../src/schemas/evaluation.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, gradedState, interviewReport, ungradedEvaluation } from '../helpers/states.ts';

const better = gradedEvaluation({ score: 0.9, band: 4 });
const grader = (evaluation: Evaluation) => ({ name: 'test', grade: async () => evaluation });
const state = gradedState({
  previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2' })],
  userAnswers: [givenAnswer(), givenAnswer({ id: 'a2', questionId: 'q2' })],
  evaluationHistory: [
    { answerId: 'a1', questionId: 'q1', evaluation: gradedEvaluation() },
    { answerId: 'a2', questionId: 'q2', evaluation: ungradedEvaluation() },
  ],
  report: interviewReport(),
});

describe('regrade', () => {
  it('grades only what is pending, when that is asked for', async () => {
    const { changes } = await regrade(state, grader(better), { pendingOnly: true });
    expect(changes).toEqual([{ answerId: 'a2', questionId: 'q2', before: null, after: 0.9, reason: null }]);
  });

  it('grades everything again, and writes the report anew', async () => {
    const regraded = await regrade(state, grader(better), { pendingOnly: false });
    expect(regraded.changes.map(({ before, after }) => [before, after])).toEqual([[0.7, 0.9], [null, 0.9]]);
    expect(regraded.state.report).toMatchObject({ overallScore: 0.9, graded: 2, ungraded: 0 });
  });

  it('leaves a grade as it was when the grader fails, and says why', async () => {
    const regraded = await regrade(state, grader(ungradedEvaluation('The provider is down.')), { pendingOnly: false });
    expect(regraded.changes[0]).toMatchObject({ before: 0.7, after: null, reason: 'The provider is down.' });
    expect(regraded.state.evaluationHistory).toEqual(state.evaluationHistory);
  });
});
