import { describe, expect, it } from 'vitest';
import { flawOf } from '../../../src/interview/agents/question-flaw.ts';
import type { AskedQuestion } from '../../../src/schemas/interview.ts';
import { askedQuestion } from '../../helpers/states.ts';

const own = askedQuestion();
const talk = (...previousQuestions: AskedQuestion[]) => ({ previousQuestions, resumeContext: [{ chunk: 0, section: 'experience', entry: null, text: 'Cut the p99 of the tracking API with covering tables at Acme.', score: 0.9 }] });

describe('the words of a model', () => {
  it.each([
    'You cut the p99 with an index: what is it for?',
    'Tell me what indexes do for a query.',
    'What would a database lose if you dropped every index?',
    'You cut the p99 of the tracking API at Acme with covering tables. What is an index for?',
    'You used SQL at Acme. In your own words, why would a table need one?',
  ])('can be asked: %s', (text) => {
    expect(flawOf(text, own, talk())).toBeNull();
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
    ['Think of a hiring decision that you had a part in. How did you come to your judgement of the people in a row?', 'they ask for something else'],
  ])('%j cannot: %s', (text, flaw) => {
    expect(flawOf(text, own, talk())).toBe(flaw);
  });

  it.each(['In your own words: what is an index for, and what does it cost?', 'What is an index for, in your own words, and what does it cost?'])('cannot ask what was asked before: %s', (text) => {
    const before = talk(askedQuestion({ id: 'q0', text: 'In your own words: what is an index for, and what does it cost?' }));
    expect(flawOf(text, own, before)).toBe('they were asked before');
    expect(flawOf('Why would a table need an index?', own, before)).toBeNull();
  });

  it('may repeat what the question itself says of its answer', () => {
    const open = askedQuestion({ text: 'An index finds rows without reading the whole table. What does it cost?' });
    expect(flawOf('You know that an index finds rows without reading the whole table. What does that cost?', open, talk())).toBeNull();
  });

  it('may be about the line of the resume', () => {
    const claim = { id: 'c1', text: 'Cut the cloud bill by 34% with spot machines.', page: 1, line: 2 };
    const question = askedQuestion({ intent: 'resume', type: 'resume', text: 'Take me through how that came about.', claim, rubric: { reference: null, keyPoints: [] }, hints: [] });
    expect(flawOf('How did you get the bill down by a third?', question, talk())).toBeNull();
    expect(flawOf('What is a deadlock?', question, talk())).toBe('they ask for something else');
  });
});
