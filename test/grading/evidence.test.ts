import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEvaluation, findSpan } from '../../src/grading/evidence.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { collision, good, request } from './examples.ts';

const answer = 'I’d use a “hash   map”,\nbecause lookups are fast – mostly.';

describe('a quote is found', () => {
  it.each([
    ['word by word', 'lookups are fast', 'lookups are fast'],
    ['with other white space', 'hash map', 'hash   map'],
    ['with straight quotes', '"hash map"', '“hash   map”'],
    ['with a straight apostrophe', "I'd use", 'I’d use'],
    ['with another dash', 'fast - mostly', 'fast – mostly'],
    ['over a line end', ', because', ',\nbecause'],
  ])('%s, as the answer has it', (_, quote, text) => {
    const span = findSpan(answer, quote);
    expect(span?.text).toBe(text);
    expect(answer.slice(span?.start, span?.end)).toBe(text);
  });
});

it.each([
  ['other words', 'lookups are slow'],
  ['another case', 'Lookups'],
  ['nothing', ' '],
  ['a mark alone', '–'],
])('finds no span for %s', (_, quote) => {
  expect(findSpan(answer, quote)).toBeUndefined();
});

it('finds every piece of an answer that has a letter, verbatim', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), fc.nat(40), (text, from, length) => {
      const piece = text.slice(from, from + length);
      const span = findSpan(text, piece);
      if (/[\p{L}\p{N}]/u.test(piece)) expect(span).toBeDefined();
      if (span) expect(text.slice(span.start, span.end)).toBe(span.text);
    }),
  );
});

describe('an evaluation is held to its evidence', () => {
  const evaluation = gradeOffline(request(collision, good));
  const invented = { start: 0, end: 9, text: 'B-trees are balanced' };

  it('keeps what stands in the answer', () => {
    expect(checkEvaluation(good, evaluation)).toEqual(evaluation);
  });

  it('drops and counts strengths that nobody said', () => {
    const checked = checkEvaluation(good, { ...evaluation, strengths: [...evaluation.strengths, { text: 'Knows trees.', span: invented }] });
    expect(checked.strengths).toEqual(evaluation.strengths);
    expect(checked.dropped).toBe(1);
  });

  it('keeps a span that a criterion names several times once, and counts no loss', () => {
    const [one, other] = [findSpan(good, good.slice(0, 20)), findSpan(good, good.slice(20, 40))];
    const checked = checkEvaluation(good, { ...evaluation, criteria: [{ id: 'correctness', band: 3, spans: [one, other, one, one, other].flatMap((span) => span ?? []) }] });
    expect(checked.criteria).toEqual([{ id: 'correctness', band: 3, spans: [one, other] }]);
    expect(checked.dropped).toBe(evaluation.dropped);
  });

  it('takes a criterion without evidence down to band 1', () => {
    const checked = checkEvaluation(good, { ...evaluation, criteria: [{ id: 'correctness', band: 4, spans: [invented] }] });
    expect(checked.criteria).toEqual([{ id: 'correctness', band: 1, spans: [] }]);
    expect(checked.dropped).toBe(1);
  });

  it('counts a criterion that never had evidence', () => {
    expect(checkEvaluation(good, { ...evaluation, criteria: [{ id: 'correctness', band: 3, spans: [] }] }).dropped).toBe(1);
  });

  it('turns a key point without evidence into a missed one', () => {
    const point = { id: 'p', text: 'Trees', weight: 1, state: 'covered' as const, span: invented };
    expect(checkEvaluation(good, { ...evaluation, keyPoints: [point] }).keyPoints).toEqual([{ id: 'p', text: 'Trees', weight: 1, state: 'missed' }]);
  });

  it('puts right offsets that a model got wrong', () => {
    const span = { start: 3, end: 4, text: 'two keys hash' };
    const [strength] = checkEvaluation(good, { ...evaluation, strengths: [{ text: 'Right.', span }] }).strengths;
    expect(strength?.span.start).toBe(good.indexOf('two keys hash'));
  });
});
