import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AnswerCase } from '../../src/schemas/answers-file.ts';
import { plainCase } from '../../src/scoring/reading/plain-case.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', 'technical', 'behavioral', 'p1'));
const anything = fc.oneof(text, fc.integer(), fc.constant(null), fc.constant(undefined), fc.boolean(), fc.constant([]), fc.constant({}));
const mostly = <Value>(usual: fc.Arbitrary<Value>) => fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: anything });
const weight = fc.oneof(fc.double(), fc.constantFrom(0, -1, 1, 2, 0.5, NaN, Infinity));
const point = fc.record({ text: mostly(text), weight: mostly(weight), also: fc.array(text), id: text, shownBy: fc.constantFrom('task', 'x'), other: text }, { requiredKeys: ['text'] });
const someCase = fc.record(
  {
    id: mostly(text),
    question: mostly(text),
    answer: mostly(text),
    type: mostly(fc.constantFrom('technical', 'behavioral', 'situational', 'intro')),
    domain: mostly(text),
    reference: mostly(text),
    keyPoints: mostly(fc.array(fc.oneof(text, point))),
    questionId: text,
    answerFile: text,
    expect: fc.record({ minScore: fc.double({ min: 0, max: 1 }) }),
    other: text,
  },
  { requiredKeys: [] },
);
const words = fc.string().filter((one) => one.trim() !== '');
const plainest = fc.record(
  { id: words, question: words, answer: fc.string(), keyPoints: fc.array(fc.record({ text: words, weight: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: ['text'] })) },
  { requiredKeys: ['id', 'question', 'answer'] },
);

/** As a file gives it. */
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

it('makes of a value what the schema makes of it, or leaves it to the schema', () => {
  fc.assert(
    fc.property(fc.oneof(someCase, plainest, anything).map(asRead), (value) => {
      const plain = plainCase(value);
      if (plain !== undefined) expect(plain).toStrictEqual(AnswerCase.parse(value));
    }),
    { numRuns: 3_000 },
  );
});

it('knows a case as most are written', () => {
  fc.assert(
    fc.property(plainest.map(asRead), (value) => {
      expect(plainCase(value)).toStrictEqual(AnswerCase.parse(value));
    }),
  );
});
