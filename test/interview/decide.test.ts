import { describe, expect, it } from 'vitest';
import { adaptDifficulty, decideIntent, decideNextAction } from '../../src/interview/decide.ts';
import type { InterviewState } from '../../src/schemas/interview.ts';
import { askedQuestion, givenAnswer, gradedEvaluation, interviewState } from '../helpers/states.ts';

const greeting = askedQuestion({ id: 'q1', intent: 'greet', type: 'conversation' });
const first = askedQuestion({ id: 'q2' });
const closing = askedQuestion({ id: 'q3', intent: 'close', type: 'conversation' });
const ready = givenAnswer({ id: 'a1', questionId: 'q1', text: 'yes' });
const answer = givenAnswer({ id: 'a2', questionId: 'q2' });
const graded = { answerId: 'a2', questionId: 'q2', evaluation: gradedEvaluation() };
const planned = (state: Partial<InterviewState>) =>
  interviewState({ plan: { intro: 0, resume: 0, technical: 2, behavioral: 0, situational: 0 }, ...state });

describe('decideNextAction', () => {
  it.each<[string, Partial<InterviewState>, string]>([
    ['greets first', {}, 'generate_question'],
    ['waits for the answer', { previousQuestions: [greeting] }, 'wait'],
    ['grades no small talk', { previousQuestions: [greeting], userAnswers: [ready] }, 'generate_question'],
    ['grades what was answered', { previousQuestions: [greeting, first], userAnswers: [ready, answer] }, 'evaluate'],
    ['asks on when all is graded', { previousQuestions: [greeting, first], userAnswers: [ready, answer], evaluationHistory: [graded] }, 'generate_question'],
    ['grades nothing that was skipped', { previousQuestions: [first], userAnswers: [{ ...answer, skipped: true }] }, 'generate_question'],
    ['completes after the closing', { previousQuestions: [closing], userAnswers: [givenAnswer({ questionId: 'q3' })] }, 'complete'],
    ['completes when the candidate ends it, whatever waits', { previousQuestions: [greeting, first], userAnswers: [ready], endRequested: true }, 'complete'],
    ['grades the last answer before it ends', { previousQuestions: [first], userAnswers: [answer], endRequested: true }, 'evaluate'],
    ['waits for a retry', { previousQuestions: [first], userAnswers: [answer], evaluationHistory: [graded], retrying: 'q2' }, 'wait'],
  ])('%s', (_, state, action) => {
    expect(decideNextAction(planned(state))).toBe(action);
  });

  it('grades nothing in practice mode', () => {
    const state = planned({ previousQuestions: [first], userAnswers: [answer] });
    expect(decideNextAction({ ...state, settings: { ...state.settings, mode: 'practice' } })).toBe('generate_question');
  });
});

describe('decideIntent', () => {
  const reply = (text: string, more: Partial<InterviewState> = {}) =>
    planned({ previousQuestions: [greeting], userAnswers: [{ ...ready, text }], ...more });

  it.each<[string, InterviewState, string]>([
    ['greets at the beginning', planned({}), 'greet'],
    ['begins when the candidate is ready', reply('yes'), 'technical'],
    ['explains when the candidate asks back', reply('How long is it?'), 'explain'],
    ['waits with somebody who is not ready', reply('not yet'), 'explain'],
    ['asks once more when it did not understand', reply('banana'), 'explain'],
    [
      'takes somebody it did not understand twice at their word',
      planned({
        previousQuestions: [greeting, { ...greeting, id: 'q2', intent: 'explain' }],
        userAnswers: [ready, { ...ready, id: 'a2', questionId: 'q2', text: 'banana' }],
      }),
      'technical',
    ],
    [
      'closes when the plan is done',
      planned({
        previousQuestions: [first, { ...first, id: 'q3' }],
        userAnswers: [{ ...answer, skipped: true }, { ...answer, id: 'a3', questionId: 'q3', skipped: true }],
      }),
      'close',
    ],
  ])('%s', (_, state, intent) => {
    expect(decideIntent(state)).toBe(intent);
  });
});

describe('adaptDifficulty', () => {
  const after = (...scores: number[]) =>
    planned({
      previousQuestions: scores.map((_, index) => askedQuestion({ id: `q${index}` })),
      userAnswers: scores.map((_, index) => givenAnswer({ id: `a${index}`, questionId: `q${index}` })),
      evaluationHistory: scores.map((score, index) => ({ answerId: `a${index}`, questionId: `q${index}`, evaluation: gradedEvaluation({ score }) })),
    });

  it.each<[string, number[], string]>([
    ['stays after one answer', [1], 'medium'],
    ['rises after two good answers', [0.9, 0.8], 'hard'],
    ['falls after two weak answers', [0.1, 0.3], 'easy'],
    ['stays after a good and a weak one', [0.9, 0.3], 'medium'],
    ['rises no higher than hard', [1, 1, 1, 1], 'hard'],
  ])('%s', (_, scores, difficulty) => {
    expect(adaptDifficulty(after(...scores))).toBe(difficulty);
  });
});
