import { describe, expect, it } from 'vitest';
import { asksBack } from '../../src/interview/asking-back.ts';

describe('asksBack', () => {
  it.each([
    'What do you mean?',
    'what exactly do you mean by covering index?',
    "Sorry, I don't understand the question.",
    'Could you rephrase that, please?',
    'Hm, can you repeat the question?',
    'Please clarify.',
    "I'm not sure I understand the question",
    "I didn't quite get that",
    'The question is unclear to me',
    "I don't know what you mean",
    'Pardon?',
    'Come again?',
    'sorry?',
  ])('hears a question back: %s', (reply) => {
    expect(asksBack(reply)).toBe(true);
  });

  it.each([
    'No idea.',
    "I don't know",
    "I don't understand recursion well, but it needs a base case.",
    'What happens is that the index has to be changed with every write.',
    'Please the customer first, then explain the delay to the team.',
    "I'm not sure, but I would measure first and then add an index on the foreign key.",
    "I don't understand the question fully, but an index is a sorted copy of some columns that makes reads faster.",
    'Can you scale it? Yes, by adding read replicas.',
    'What I did was to explain the question to the team first.',
    'The question is whether reads or writes matter more; I would look at the ratio.',
    'Say we have a million rows',
    '',
  ])('hears an answer: %s', (reply) => {
    expect(asksBack(reply)).toBe(false);
  });
});
