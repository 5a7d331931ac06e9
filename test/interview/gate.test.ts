import { describe, expect, it } from 'vitest';
import { evidenceOf, nextProbe } from '../../src/interview/gate.ts';
import type { GradedEvaluation } from '../../src/schemas/evaluation.ts';
import type { AskedQuestion, InterviewState } from '../../src/schemas/interview.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, interviewState, ungradedEvaluation } from '../helpers/states.ts';

const main = askedQuestion();
const partial = gradedEvaluation({ band: 2, score: 0.5 });
const nonAnswer = gradedEvaluation({ band: 1, score: 0, flags: ['off_topic'] });

/** Questions with their evaluations, all answered. */
function conversation(...turns: [AskedQuestion, GradedEvaluation][]): InterviewState {
  return interviewState({
    previousQuestions: turns.map(([question], index) => ({ ...question, id: `q${index + 1}` })),
    userAnswers: turns.map((_, index) => givenAnswer({ id: `a${index + 1}`, questionId: `q${index + 1}` })),
    evaluationHistory: turns.map(([, evaluation], index) => ({ answerId: `a${index + 1}`, questionId: `q${index + 1}`, evaluation })),
  });
}

describe('evidenceOf', () => {
  it.each([
    ['good answers are sufficient', gradedEvaluation({ band: 3 }), 'sufficient'],
    ['mixed answers are partial', partial, 'partial'],
    ['weak answers to the question are partial', gradedEvaluation({ band: 1, score: 0.2 }), 'partial'],
    ['answers to something else are none', nonAnswer, 'none'],
    ['instructions to the grader are none', gradedEvaluation({ band: 1, flags: ['instruction'] }), 'none'],
    ['what could not be graded keeps nobody', ungradedEvaluation(), 'sufficient'],
  ])('%s', (_, evaluation, evidence) => {
    expect(evidenceOf(evaluation)).toBe(evidence);
  });
});

describe('nextProbe', () => {
  const followUp = { ...main, intent: 'follow_up', parent: 'q1', keyPoint: 'cost' } as const;
  const redirect = { ...main, intent: 'redirect', parent: 'q1' } as const;

  it('asks for an open key point after a partial answer', () => {
    expect(nextProbe(conversation([main, partial]))).toMatchObject({ kind: 'follow_up', keyPoint: 'cost' });
  });

  it('asks the question once more after a non-answer', () => {
    expect(nextProbe(conversation([main, nonAnswer]))).toMatchObject({ kind: 'redirect' });
  });

  it.each<[string, InterviewState]>([
    ['a sufficient answer', conversation([main, gradedEvaluation({ band: 4 })])],
    ['a second non-answer', conversation([main, nonAnswer], [redirect, nonAnswer])],
    ['somebody who said that they do not know', conversation([main, gradedEvaluation({ band: 1, flags: ['dont_know'] })])],
    ['a follow-up whose point was asked for already', conversation([main, partial], [followUp, partial])],
    ['a non-answer to a follow-up', conversation([main, partial], [followUp, nonAnswer])],
    ['small talk', conversation([{ ...main, type: 'conversation' }, partial])],
  ])('lets go after %s', (_, state) => {
    expect(nextProbe(state)).toBeUndefined();
  });

  it('asks at most two follow-ups', () => {
    const many = {
      ...main,
      rubric: { reference: null, keyPoints: ['x', 'y', 'z'].map((id) => ({ id, text: id, weight: 1, also: [] })) },
      followUps: ['x', 'y', 'z'].map((id) => ({ keyPoint: id, text: `What about ${id}?` })),
    };
    const missed = gradedEvaluation({ band: 1, score: 0.1, keyPoints: ['x', 'y', 'z'].map((id) => ({ id, text: id, weight: 1, state: 'missed' })) });
    const x = { ...many, intent: 'follow_up', parent: 'q1', keyPoint: 'x' } as const;
    const y = { ...x, keyPoint: 'y' };

    expect(nextProbe(conversation([many, missed], [x, partial]))).toMatchObject({ keyPoint: 'y' });
    expect(nextProbe(conversation([many, missed], [x, partial], [y, partial]))).toBeUndefined();
  });
});
