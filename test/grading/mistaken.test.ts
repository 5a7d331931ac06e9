import { describe, expect, it } from 'vitest';
import { mistakenSentences } from '../../src/grading/mistaken.ts';
import { readText } from '../../src/grading/words.ts';

const sorts = {
  statements: ['Merge sort is stable and guarantees n log n. Quicksort works in place and is quadratic in the worst case.', 'Merge sort needs an extra array', 'Quicksort is faster in memory'],
  wordings: ['merge sort keeps equal items stable', 'merge sort has a guaranteed bound', 'quicksort has a quadratic worst case', 'quicksort sorts in place', 'merge sort copies into an extra array'],
};

const mistakenIn = (answer: string, question = 'When would you prefer merge sort to quicksort?'): number[] => {
  const truth = { statements: sorts.statements.map(readText), wordings: sorts.wordings.map(readText) };
  return [...mistakenSentences(readText(question), truth, readText(answer))];
};

describe('one thing is taken for the other', () => {
  it.each([
    ['prefer ... to', 'When would you prefer merge sort to quicksort?'],
    ['or', 'Merge sort or quicksort?'],
    ['and when', 'When do you take merge sort, and when quicksort?'],
    ['differ from', 'What is merge sort, and how does it differ from quicksort?'],
  ])('where the question sets them against each other: %s', (_, question) => {
    const answer = 'Quicksort is stable with a guaranteed bound, and it needs an extra array. Merge sort works in place and is quadratic in the worst case.';
    expect(mistakenIn(answer, question)).toEqual([0, 1]);
  });

  it('where the right one is denied what it has', () => {
    expect(mistakenIn("Merge sort isn't stable and has no guaranteed bound. Quicksort needs the extra array.")).toEqual([0, 1]);
  });

  it('where a clause only denies: it denies what the one before it says', () => {
    expect(mistakenIn('Quicksort is stable with a guaranteed bound in an extra array, merge sort is not.')).toEqual([0]);
  });
});

describe('nothing is mistaken', () => {
  it.each([
    ['where each has its own', 'Merge sort is stable with a guaranteed bound, and it needs an extra array. Quicksort works in place and is quadratic in the worst case.'],
    ['where one of them is told alone', 'Quicksort is stable with a guaranteed bound, and it needs an extra array.'],
    ['where most is right', 'Merge sort is stable with a guaranteed bound in an extra array. Quicksort is quadratic in the worst case, and it has a bound too.'],
  ])('%s', (_, answer) => {
    expect(mistakenIn(answer)).toEqual([]);
  });

  it('where the question compares nothing', () => {
    const answer = 'Quicksort is stable with a guaranteed bound, and it needs an extra array. Merge sort works in place and is quadratic in the worst case.';
    expect(mistakenIn(answer, 'What do you know about sorting?')).toEqual([]);
  });
});
