import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PADDING, CHATTER } from '../../src/grading/floor-wordings.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { collision, collisionByPoints, collisionByReference, failure, good, request, story } from './examples.ts';

const questions = [collision, collisionByReference, collisionByPoints];
const score = (question: (typeof questions)[number], answer: string): number => gradeOffline(request(question, answer)).score ?? -1;

const statements = [
  'Two keys hash to the same bucket',
  'Each bucket can hold a linked list, which is called chaining',
  'With open addressing you probe for the next free slot',
  'A lookup gets slower, in the worst case linear',
  'You resize the table when the load factor is too high',
  'I have seen it in an interview once',
];
const anyAnswer = fc.subarray(statements, { minLength: 1 }).map((list) => `${list.join('. ')}.`);
const anyQuestion = fc.constantFrom(...questions);
const padding = [...PADDING.known, ...PADDING.heldOut, CHATTER.known[0] ?? '', CHATTER.known[5] ?? ''];

describe('the score', () => {
  it('is never raised by padding', () => {
    fc.assert(
      fc.property(anyQuestion, anyAnswer, fc.subarray(padding, { minLength: 1 }), fc.boolean(), (question, answer, filler, first) => {
        const padded = first ? `${filler.join(' ')} ${answer}` : `${answer} ${filler.join(' ')}`;
        expect(score(question, padded)).toBeLessThanOrEqual(score(question, answer) + 0.01);
      }),
    );
  });

  it('is never raised by fillers inside a sentence', () => {
    for (const question of questions) {
      const filled = good.replace(/, /g, ', you know, um, basically, ').replace('You can', 'You can actually, like, sort of');
      expect(score(question, filled)).toBeLessThanOrEqual(score(question, good) + 0.01);
    }
  });

  it('counts nothing twice', () => {
    fc.assert(
      fc.property(anyQuestion, anyAnswer, fc.integer({ min: 2, max: 5 }), (question, answer, times) => {
        const repeated = Array.from({ length: times }, () => answer).join(' ');
        expect(score(question, repeated)).toBeLessThanOrEqual(score(question, answer) + 0.02);
      }),
    );
  });

  it('hardly depends on the order of the sentences', () => {
    fc.assert(
      fc.property(anyQuestion, fc.shuffledSubarray(statements, { minLength: 2 }), (question, list) => {
        const ordered = statements.filter((statement) => list.includes(statement));
        expect(Math.abs(score(question, `${list.join('. ')}.`) - score(question, `${ordered.join('. ')}.`))).toBeLessThanOrEqual(0.06);
      }),
    );
  });

  it('hardly minds a spelling mistake', () => {
    const long = [...good.matchAll(/[a-z]{6,}/g)];
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(...long), fc.nat(3), (question, word, offset) => {
        const at = word.index + 1 + (offset % (word[0].length - 3));
        const misspelled = good.slice(0, at) + good.charAt(at + 1) + good.charAt(at) + good.slice(at + 2);
        expect(score(question, misspelled)).toBeGreaterThanOrEqual(score(question, good) - 0.08);
      }),
    );
  });

  it('grows with each true statement', () => {
    for (const question of [collision, collisionByPoints]) {
      const scores = statements.slice(0, 4).map((_, index) => score(question, `${statements.slice(0, index + 1).join('. ')}.`));
      expect(scores).toEqual([...scores].sort((a, b) => a - b));
    }
  });

  it('is the same for an answer in capitals and with other line ends', () => {
    for (const question of questions) {
      expect(score(question, good.toUpperCase())).toBe(score(question, good));
      expect(score(question, good.replace(/\. /g, '.\r\n'))).toBe(score(question, good));
    }
  });

  it('gives all to the reference, short or wrapped in chatter', () => {
    for (const question of [collision, collisionByReference]) {
      const reference = question.rubric.reference ?? '';
      const chatty = `${CHATTER.heldOut.join(' ')} ${reference} ${CHATTER.known.join(' ')}`;
      expect(score(question, reference)).toBeGreaterThanOrEqual(0.95);
      expect(score(question, chatty)).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('gives all to the key points in plain words', () => {
    const told = collisionByPoints.rubric.keyPoints.map(({ text }) => text).join('. ');
    expect(score(collisionByPoints, told)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('anything at all', () => {
  const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 40 }), anyAnswer);

  it('is graded or ungraded with a reason, each time with the same bytes, each span verbatim', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions, failure), anything, (question, answer) => {
        const evaluation = gradeOffline(request(question, answer));
        expect(JSON.stringify(gradeOffline(request(question, answer)))).toBe(JSON.stringify(evaluation));
        const spans = [...evaluation.strengths.map(({ span }) => span), ...evaluation.keyPoints.flatMap(({ span }) => span ?? []), ...evaluation.criteria.flatMap(({ spans: list }) => list)];
        for (const { start, end, text } of spans) expect(answer.slice(start, end)).toBe(text);
      }),
    );
  });
});

describe('a story', () => {
  it('is not improved by padding', () => {
    const alone = gradeOffline(request(failure, story)).score ?? 0;
    expect(gradeOffline(request(failure, `${PADDING.heldOut.join(' ')} ${story} ${PADDING.known.join(' ')}`)).score).toBeLessThanOrEqual(alone + 0.01);
  });

  it('is not improved by telling it twice', () => {
    const alone = gradeOffline(request(failure, story)).score ?? 0;
    expect(gradeOffline(request(failure, `${story} ${story}`)).score).toBeLessThanOrEqual(alone + 0.02);
  });
});
