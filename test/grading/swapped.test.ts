import { describe, expect, it } from 'vitest';
import { swappedSentences } from '../../src/grading/swapped.ts';
import { readText } from '../../src/grading/words.ts';

const swappedIn = (answer: string, statement: string, ...wordings: string[]): number[] => [
  ...swappedSentences({ statements: [readText(statement)], wordings: wordings.map(readText) }, readText(answer)),
];
const index = 'An index makes reads faster and writes slower.';

describe('two contraries have changed places', () => {
  it.each([
    ['An index makes reads slower and writes faster.', index],
    ['Writes get faster and reads get slower.', index],
    ['Synchronous messages queue, asynchronous calls wait.', 'Synchronous calls wait, asynchronous messages queue.'],
  ])('in "%s"', (answer, statement) => {
    expect(swappedIn(answer, statement)).toEqual([0]);
  });

  it('in the sentence that says so, and in no other', () => {
    expect(swappedIn('I have used one. It makes reads slower and writes faster. It is a tree.', index)).toEqual([1]);
  });
});

describe('nothing has changed places', () => {
  it.each([
    ['where the same is said in another order', 'Writes get slower and reads get faster.', index],
    ['where one of the two is told alone', 'An index makes writes faster.', index],
    ['where a clause denies', 'An index does not make reads slower and writes faster.', index],
    ['where the rubric does not compare the two', 'Reads are slower and writes are faster.', 'An index is a sorted tree.'],
  ])('%s', (_, answer, statement) => {
    expect(swappedIn(answer, statement)).toEqual([]);
  });

  it('where another wording of the rubric says the same', () => {
    const answer = 'A log makes reads slower and writes faster.';
    expect(swappedIn(answer, index)).toEqual([0]);
    expect(swappedIn(answer, index, 'with a log reads are slower and writes faster')).toEqual([]);
  });
});
