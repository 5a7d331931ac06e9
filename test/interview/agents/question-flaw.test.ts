import { describe, expect, it } from 'vitest';
import { flawOf } from '../../../src/interview/agents/question-flaw.ts';
import { askedQuestion } from '../../helpers/states.ts';

const own = askedQuestion();

describe('the words of a model', () => {
  it.each([
    'You cut the p99 with an index: what is it for?',
    'Tell me what indexes do for a query.',
    'What would a database lose if you dropped every index?',
    'You used SQL at Acme. In your own words, why would a table need one?',
  ])('can be asked: %s', (text) => {
    expect(flawOf(text, own)).toBeNull();
  });

  it.each([
    ['', 'there are none'],
    ['The candidate should talk about indexes.', 'they do not end as a question'],
    ['What is an index for? I hope that helps.', 'they do not end as a question'],
    ['What is an index? What does it cost?', 'they ask more than one thing'],
    [`What is an index ${'and also what is it '.repeat(14)}for?`, 'they are too many'],
    ['[NAME_2], what is an index for?', 'they name a stand-in'],
    ['An index finds rows without reading the whole table: why?', 'they give the answer away'],
    ['Given that it costs time at every write, what is an index for?', 'they give the answer away'],
    ['What is an index? Think of the back of a book.', 'they do not end as a question'],
    ['If you think of the back of a book, what is an index?', 'they give the answer away'],
    ['What is your favourite colour?', 'they ask for something else'],
  ])('%j cannot: %s', (text, flaw) => {
    expect(flawOf(text, own)).toBe(flaw);
  });

  it('may repeat what the question itself says of its answer', () => {
    const open = askedQuestion({ text: 'An index finds rows without reading the whole table. What does it cost?' });
    expect(flawOf('You know that an index finds rows without reading the whole table. What does that cost?', open)).toBeNull();
  });

  it('may be about the line of the resume', () => {
    const claim = { id: 'c1', text: 'Cut the cloud bill by 34% with spot machines.', page: 1, line: 2 };
    const question = askedQuestion({ intent: 'resume', type: 'resume', text: 'Take me through how that came about.', claim, rubric: { reference: null, keyPoints: [] }, hints: [] });
    expect(flawOf('How did you get the bill down by a third?', question)).toBeNull();
    expect(flawOf('What is a deadlock?', question)).toBe('they ask for something else');
  });
});
