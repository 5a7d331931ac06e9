import { describe, expect, it } from 'vitest';
import { buildReport, createOfflineReportAgent } from '../../../src/interview/agents/report.ts';
import type { Claim } from '../../../src/schemas/resume.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, gradedState, interviewState, ungradedEvaluation } from '../../helpers/states.ts';

const claim: Claim = { id: 'c1', text: 'Cut the bill by 34%.', page: 1, line: 2, status: 'untouched', action: null, skills: [], numbers: [], entry: null };

describe('the report', () => {
  it('rests on what was graded', () => {
    const report = buildReport(gradedState());
    expect(report).toMatchObject({ overallScore: 0.7, graded: 1, ungraded: 0, domainScores: [{ domain: 'sql', score: 0.7, questions: 1 }] });
    expect(report.strengths).toEqual([{ text: 'Names what an index is for.', questionId: 'q1', quote: 'finds rows without reading the whole table' }]);
  });

  it('has no score and no verdict when nothing was graded', () => {
    const report = buildReport(interviewState());
    expect(report).toMatchObject({ overallScore: null, hiringRecommendation: 'insufficient evidence', strengths: [], weaknesses: [] });
  });

  it('leaves an ungraded answer out of the averages, and says why', () => {
    const state = gradedState({
      previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2' })],
      userAnswers: [givenAnswer(), givenAnswer({ id: 'a2', questionId: 'q2' })],
      evaluationHistory: [
        { answerId: 'a1', questionId: 'q1', evaluation: gradedEvaluation() },
        { answerId: 'a2', questionId: 'q2', evaluation: ungradedEvaluation('The provider was down.') },
      ],
    });
    const report = buildReport(state);
    expect(report).toMatchObject({ overallScore: 0.7, graded: 1, ungraded: 1 });
    expect(report.notes.join(' ')).toContain('The provider was down.');
  });

  it('gives the same advice once, however often it was earned', () => {
    const weak = (more: string) => gradedEvaluation({ band: 1, score: 0.1, improvements: [{ text: 'Tell your steps.' }, { text: more }] });
    const state = gradedState({
      previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2' })],
      userAnswers: [givenAnswer(), givenAnswer({ id: 'a2', questionId: 'q2' })],
      evaluationHistory: [
        { answerId: 'a1', questionId: 'q1', evaluation: weak('Name the cost.') },
        { answerId: 'a2', questionId: 'q2', evaluation: weak('Name the risk.') },
      ],
    });
    expect(buildReport(state).weaknesses).toEqual([
      { text: 'Tell your steps.', questionId: 'q1' },
      { text: 'Name the risk.', questionId: 'q2' },
    ]);
  });

  it('leaves out the question that was still waiting when the candidate ended it', () => {
    const state = gradedState({ previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2' })], endRequested: true });
    expect(buildReport(state).questions.map(({ questionId }) => questionId)).toEqual(['q1']);
  });

  it.each([
    [4, 'defended'],
    [3, 'defended'],
    [2, 'shaky'],
    [1, 'shaky'],
  ] as const)('maps a claim whose answer is in band %i as %s, and leaves the others untouched', (band, status) => {
    const scores = { 1: 0.1, 2: 0.5, 3: 0.7, 4: 0.9 };
    const question = askedQuestion({ type: 'resume', claim: { id: 'c1', text: claim.text, page: 1, line: 2 } });
    const state = gradedState({
      previousQuestions: [question],
      resumePoints: [claim, { ...claim, id: 'c2' }],
      evaluationHistory: [{ answerId: 'a1', questionId: 'q1', evaluation: gradedEvaluation({ band, score: scores[band] }) }],
    });
    expect(buildReport(state).claims.map((one) => one.status)).toEqual([status, 'untouched']);
  });

  it('keeps where the candidate disagreed', () => {
    const state = gradedState({ disagreements: [{ answerId: 'a1', band: 4, comment: 'I named both.' }] });
    expect(buildReport(state).disagreements).toEqual([{ questionId: 'q1', band: 4, comment: 'I named both.' }]);
  });

  it('completes the interview, once', async () => {
    const agent = createOfflineReportAgent();
    const change = await agent(gradedState());
    expect(change).toMatchObject({ status: 'completed', conversationPhase: 'report', currentRound: 'completed' });
    expect(await agent({ ...gradedState(), ...change })).toEqual({});
  });
});
