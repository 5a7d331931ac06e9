import { describe, expect, it } from 'vitest';
import { contrarySentences } from '../../src/grading/agreement.ts';
import { readText } from '../../src/grading/words.ts';

const closure = {
  statements: ['A closure is a function together with the variables of the scope in which it was created. It sees those variables after the outer function has returned.'],
  wordings: ['it remembers the variables around it', 'the inner function still sees outer variables later', 'you can keep private state in it', 'used for callbacks that need data'],
};

const contraryIn = (answer: string, rubric = closure): number[] => {
  const truth = { statements: rubric.statements.map(readText), wordings: rubric.wordings.map(readText) };
  const text = readText(answer);
  return [...contrarySentences(truth, text, new Set(text.sentences.keys()))];
};

describe('an answer says the contrary of the rubric', () => {
  it('where its own words deny what the rubric says, and little agrees', () => {
    expect(contraryIn('The inner function does not see outer variables later. You cannot keep private state in it.')).toEqual([0, 1]);
  });

  it('in those sentences alone', () => {
    const answer = 'I looked that up. The inner function never sees outer variables. Private state is nothing you keep in it.';
    expect(contraryIn(answer)).toEqual([1, 2]);
  });
});

describe('an answer says nothing contrary', () => {
  it.each([
    ['where it says the same', 'The inner function still sees outer variables. You keep private state in it.'],
    ['where one clause alone denies', 'The inner function does not see outer variables later.'],
    ['where more agrees than denies', 'The inner function sees outer variables later, it remembers the variables around it, and callbacks that need data use it. You cannot reach the private state in it from outside, and it does not remember the variables of others.'],
    ['where it denies something else', 'A class has no outer scope. Arguments are not copied twice.'],
  ])('%s', (_, answer) => {
    expect(contraryIn(answer)).toEqual([]);
  });

  it('where the rubric denies it too', () => {
    const rubric = { statements: ['Threads do not copy memory. A crash never stays in one thread.'], wordings: ['memory is not copied between threads'] };
    expect(contraryIn('Threads do not copy memory. The crash never stays in one thread.', rubric)).toEqual([]);
  });

  it('where the rubric has one wording only: free words would be taken for denials', () => {
    const answer = 'The inner function does not see outer variables later. You cannot keep private state in it.';
    expect(contraryIn(answer, { ...closure, wordings: [] })).toEqual([]);
  });
});
