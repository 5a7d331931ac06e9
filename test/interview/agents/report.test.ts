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

  const closing = askedQuestion({ id: 'q9', intent: 'close', type: 'conversation' });
  const one = { intro: 0, resume: 0, technical: 1, behavioral: 0, situational: 0 };
  it.each([
    ['is not spoken of where only the closing was cut short', { plan: one, previousQuestions: [askedQuestion(), closing] }, []],
    ['is told by what it left out', { plan: { ...one, technical: 3 }, previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2' })] }, ['The candidate ended the interview after 1 of 3 questions.']],
    ['is told where a follow-up was still open', { plan: one, previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2', intent: 'follow_up', parent: 'q1', keyPoint: 'cost' })] }, ['The candidate ended the interview before the last follow-up.']],
  ])('an early end %s', (_, state, notes) => {
    expect(buildReport(gradedState({ ...state, endRequested: true })).notes.filter((note) => note.includes('ended'))).toEqual(notes);
  });

  it.each([
    ['real', 0.35, / One of them was skipped, and counts as poor\.$/u],
    ['coach', 0.7, /^There is 1 graded answer/u],
  ] as const)('says in %s mode how a skipped question counts, and gives its domain no score', (mode, overallScore, reason) => {
    const state = gradedState({
      previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2', type: 'intro', domain: 'intro' })],
      userAnswers: [givenAnswer(), givenAnswer({ id: 'a2', questionId: 'q2', skipped: true, text: '' })],
    });
    const report = buildReport({ ...state, settings: { ...state.settings, mode } });
    expect(report).toMatchObject({ overallScore, skipped: 1, domainScores: [{ domain: 'sql' }] });
    expect(report.domainScores).toHaveLength(1);
    expect(report.hiringReason).toMatch(reason);
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
