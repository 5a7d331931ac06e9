import { describe, expect, it } from 'vitest';
import { truthOf } from '../../src/grading/truth.ts';
import { readText, type Text } from '../../src/grading/words.ts';
import { collision, collisionByPoints, collisionByReference } from './examples.ts';

const sources = (texts: readonly Text[]): string[] => texts.map(({ source }) => source);
const reference = collision.rubric.reference ?? '';
const points = collision.rubric.keyPoints;

describe('an answer is held against', () => {
  it('the reference and the key points', () => {
    expect(sources(truthOf(collision.rubric, readText(reference)).statements)).toEqual([reference, ...points.map(({ text }) => text)]);
  });

  it('the reference alone where there are no key points', () => {
    expect(sources(truthOf(collisionByReference.rubric, readText(reference)).statements)).toEqual([reference]);
  });

  it('the key points alone where there is no reference', () => {
    expect(sources(truthOf(collisionByPoints.rubric, null).statements)).toEqual(points.map(({ text }) => text));
  });

  it('other wordings of the key points, which are no statements', () => {
    const { statements, wordings } = truthOf(collision.rubric, readText(reference));
    expect(sources(wordings)).toEqual(points.flatMap(({ also }) => also));
    expect(sources(statements)).not.toContain(points[0]?.also[0]);
  });
});
