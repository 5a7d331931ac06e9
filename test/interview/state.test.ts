import { expect, it } from 'vitest';
import { moveTo, waitingQuestion, withDerived } from '../../src/interview/state.ts';
import type { Status } from '../../src/schemas/interview.ts';
import { askedQuestion, givenAnswer, interviewState } from '../helpers/states.ts';

it.each<[Status, Status]>([
  ['preparing', 'ready'],
  ['ready', 'in_progress'],
  ['ready', 'completed'],
  ['in_progress', 'completed'],
  ['in_progress', 'cancelled'],
])('may go from %s to %s', (from, to) => {
  expect(moveTo(interviewState({ status: from }), to).status).toBe(to);
});

it.each<[Status, Status]>([
  ['completed', 'in_progress'],
  ['completed', 'cancelled'],
  ['cancelled', 'in_progress'],
  ['in_progress', 'ready'],
])('must not go from %s to %s', (from, to) => {
  expect(() => moveTo(interviewState({ status: from }), to)).toThrow(/cannot become/);
});

it('derives phase, round, counts and coverage from what was asked', () => {
  const state = withDerived(
    interviewState({
      previousQuestions: [
        askedQuestion({ id: 'q1', intent: 'greet', type: 'conversation' }),
        askedQuestion({ id: 'q2', type: 'intro', domain: 'intro' }),
        askedQuestion({ id: 'q3' }),
        askedQuestion({ id: 'q4', intent: 'follow_up', parent: 'q3' }),
        askedQuestion({ id: 'q5', type: 'behavioral', domain: 'behavioral' }),
      ],
    }),
  );
  expect(state).toMatchObject({
    conversationPhase: 'technical_question',
    currentRound: 'technical_deep_dive',
    questionCount: 3,
    technicalQuestionsCount: 1,
    behavioralQuestionsCount: 1,
    domainCoverage: { sql: 1 },
  });
});

it.each([
  ['the last question without an answer', {}, 'q2'],
  ['the question being retried', { retrying: 'q1' }, 'q1'],
])('waits for %s', (_, more, id) => {
  const state = interviewState({ previousQuestions: [askedQuestion(), askedQuestion({ id: 'q2' })], userAnswers: [givenAnswer()], ...more });
  expect(waitingQuestion(state)?.id).toBe(id);
});
