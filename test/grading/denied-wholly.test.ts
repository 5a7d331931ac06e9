import { describe, expect, it } from 'vitest';
import { deniedWholly } from '../../src/grading/denied-wholly.ts';

const statement = 'a lock makes others wait';

describe('a statement is denied as a whole', () => {
  it.each([
    ['It is not true that ', ''],
    ["It isn't really the case that ", ''],
    ['I would never say that ', ''],
    ['It would be wrong to believe that ', ''],
    ['It is a mistake to think that ', ''],
    ['There is the myth that ', ''],
    ['I doubt that ', ''],
    ['Nobody can claim that ', ''],
    ['', ', which is simply not true.'],
    ['', ', but that is wrong.'],
  ])('in "%s…%s"', (before, after) => {
    const sentence = `${before}${statement}${after}`;
    const { start, end } = deniedWholly(sentence) ?? { start: 0, end: 0 };
    expect(sentence.slice(start, end).trim()).toBe(statement);
  });

  it('after it was put into the mouth of others', () => {
    expect(deniedWholly(`Many say that ${statement}, yet the opposite holds.`)).toEqual({ start: 0, end: `Many say that ${statement}`.length });
  });

  it.each([
    "I don't hold a lock over a call, because that makes others wait.",
    'What goes wrong: two threads that take the locks in another order.',
    'There is no lock that would help here.',
    'Both read the old value, and the result is wrong.',
    'The method throws an error that the caller must handle.',
    'A common mistake is that somebody forgets to release it.',
    "It doesn't mean that the others starve.",
    'There is no guarantee that the order stays.',
    "I wouldn't doubt that it is slower.",
    'The flag is read too early, and it is false.',
    'It compares the addresses, which is wrong for equal texts.',
  ])('and not where a defect is told: %s', (sentence) => {
    expect(deniedWholly(sentence)).toBeUndefined();
  });
});
