import { describe, expect, it } from 'vitest';
import { trackClaim } from '../../src/interview/claim-tracking.ts';
import { threadsOf } from '../../src/interview/threads.ts';
import type { InterviewState } from '../../src/schemas/interview.ts';
import type { Claim } from '../../src/schemas/resume.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, gradedState, ungradedEvaluation } from '../helpers/states.ts';

const claim: Claim = { id: 'c1', text: 'Cut the AWS bill by 40%.', page: 1, line: 2, status: 'untouched', action: 'cut', skills: ['AWS'], numbers: ['40%'], entry: null };
const about = askedQuestion({ type: 'resume', intent: 'resume', claim });

function answered(text: string, score: number, overrides: Partial<InterviewState> = {}): InterviewState {
  return gradedState({
    previousQuestions: [about],
    userAnswers: [givenAnswer({ text })],
    evaluationHistory: [{ answerId: 'a1', questionId: 'q1', evaluation: gradedEvaluation({ score }) }],
    ...overrides,
  });
}

const honest = 'I moved the batch jobs to spot instances, and the bill fell by 40%.';

describe('a claim', () => {
  it.each([
    ['is defended by an answer in band 4', answered(honest, 0.9), 'defended'],
    ['is defended by an answer in band 3', answered(honest, 0.62), 'defended'],
    ['is shaky after one in band 2', answered(honest, 0.5), 'shaky'],
    ['is shaky after one in band 1', answered("I don't know.", 0.05), 'shaky'],
    ['is contradicted by another number, however well told', answered('Honestly, it was more like 15%.', 0.9), 'contradicted'],
    ['is contradicted when it is taken back', answered('I made that number up.', 0.1), 'contradicted'],
    ['stays untouched when nobody asked about it', answered(honest, 0.9, { previousQuestions: [askedQuestion()] }), 'untouched'],
    ['stays untouched when the answer was skipped in coach mode', answered('', 0, { userAnswers: [givenAnswer({ text: '', skipped: true })], evaluationHistory: [] }), 'untouched'],
    ['stays untouched when the answer could not be graded', answered(honest, 0, { evaluationHistory: [{ answerId: 'a1', questionId: 'q1', evaluation: ungradedEvaluation() }] }), 'untouched'],
  ])('%s', (_, state, status) => {
    expect(trackClaim(claim, threadsOf(state))).toBe(status);
  });

  it('keeps what earlier interviews made of it until it is asked about again', () => {
    expect(trackClaim({ ...claim, status: 'defended' }, [])).toBe('defended');
    expect(trackClaim({ ...claim, status: 'shaky' }, threadsOf(answered(honest, 0.9)))).toBe('defended');
  });

  it('is contradicted in a follow-up too', () => {
    const followUp = askedQuestion({ id: 'q2', type: 'resume', intent: 'follow_up', parent: 'q1', claim });
    const state = answered(honest.replace(' by 40%', ''), 0.7, {
      previousQuestions: [about, followUp],
      userAnswers: [givenAnswer({ text: 'I moved the batch jobs.' }), givenAnswer({ id: 'a2', questionId: 'q2', text: 'Actually, it was only 15%.' })],
    });
    expect(trackClaim(claim, threadsOf(state))).toBe('contradicted');
  });
});
