import { expect, it } from 'vitest';
import { cleanQuestion, createOfflineCleaningAgent } from '../../../src/interview/agents/cleaning.ts';
import { askedQuestion, interviewState } from '../../helpers/states.ts';

it.each([
  ['folds white space', ' What is\n  a lock? ', 'What is a lock?'],
  ['drops a number', '1. What is a lock?', 'What is a lock?'],
  ['drops a label', 'Question 2: What is a lock?', 'What is a lock?'],
  ['drops quotes around the whole', '"What is a lock?"', 'What is a lock?'],
  ['keeps quotes inside', 'You wrote "fast": why?', 'You wrote "fast": why?'],
  ['keeps a bare question', 'What is a lock?', 'What is a lock?'],
])('%s', (_, raw, clean) => {
  expect(cleanQuestion(raw)).toBe(clean);
});

it('asks the question: it stands in the interview and in the messages', async () => {
  const question = askedQuestion({ text: '  What  is a lock? ' });
  const change = await createOfflineCleaningAgent()(
    interviewState({ questionAgentResponse: { question, domain: 'sql', difficulty: 'medium', error: null } }),
  );

  expect(change.previousQuestions).toEqual([{ ...question, text: 'What is a lock?' }]);
  expect(change.messages).toEqual([{ role: 'interviewer', content: 'What is a lock?', questionId: 'q1', answerId: null }]);
  expect(change).toMatchObject({ questionAgentResponse: null, questionContext: null, conversationPhase: 'technical_question' });
});
