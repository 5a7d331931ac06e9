import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldReader } from '../../src/llm/field-reader.ts';

/** What is known of the field after each piece. */
function values(pieces: string[], field = 'feedback'): string[] {
  const read = fieldReader(field);
  return pieces.map((piece) => read(piece));
}

const last = (text: string) => values([...text]).at(-1);

describe('the value of a field that is still coming', () => {
  it('grows with each piece', () => {
    expect(values(['{"feed', 'back": "You', ' say', ' it."', ', "band": 3}'])).toEqual(['', 'You', 'You say', 'You say it.', 'You say it.']);
  });

  it.each([
    ['is the first', '{"feedback": "Good.", "band": 3}'],
    ['is the last', '{"band": 3, "quotes": ["a", "b"], "feedback": "Good."}'],
    ['comes after its own name as a value', '{"kind": "feedback", "feedback": "Good."}'],
    ['stands deeper too', '{"inner": {"feedback": "Bad."}, "list": [{"feedback": "Bad."}], "feedback": "Good."}'],
    ['has brackets and colons before it in a text', '{"note": "}{: \\"feedback\\": ,", "feedback": "Good."}'],
    ['stands in a code fence', 'Here you are:\n```json\n{"feedback": "Good."}\n```\nAnything else?'],
    ['comes after thinking', '<think>{"feedback": "Bad."}</think>\n{"feedback": "Good."}'],
    ['comes in a second object', '{"note": 1} {"feedback": "Good."}'],
    ['is there twice', '{"feedback": "Good.", "feedback": "Bad."}'],
    ['has white space around its colon', '{ "feedback"\n:\n "Good." }'],
  ])('is found where the field %s', (_, text) => {
    expect(last(text)).toBe('Good.');
  });

  it.each([
    ['is not there', '{"band": 3}'],
    ['is no text', '{"feedback": 3, "other": "Good."}'],
    ['is an object', '{"feedback": {"text": "Good."}}'],
    ['is in words only', 'feedback: "Good."'],
    ['has not begun', '{"feedback": '],
  ])('is empty where the field %s', (_, text) => {
    expect(last(text)).toBe('');
  });

  it('keeps half an escape to itself', () => {
    const text = '{"feedback": "a\\n\\"b\\" \\u00e9 \\ud83d\\ude00!"}';
    const shown = values([...text]);
    for (const value of shown) expect('a\n"b" é 😀!').toContain(value);
    expect(shown.filter((value) => /[\uD800-\uDFFF](?![\uDC00-\uDFFF])/u.test(value))).toEqual([]);
    expect(shown.at(-1)).toBe('a\n"b" é 😀!');
  });

  it('is the same however the reply is cut', () => {
    const field = fc.string({ unit: 'binary', maxLength: 60 });
    const cuts = fc.array(fc.nat(400), { maxLength: 12 });
    fc.assert(fc.property(field, field, cuts, fc.boolean(), (feedback, note, places, ascii) => {
      const json = JSON.stringify({ note, inner: { feedback: note }, feedback, after: note });
      const text = ascii ? json.replace(/[^\x20-\x7e]/gu, (letter) => [...letter].flatMap((one) => one.split('')).map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')) : json;
      const ends = [...places, 0, text.length].filter((place) => place <= text.length).sort((left, right) => left - right);
      const shown = values(ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)));
      for (const value of shown) expect(feedback.startsWith(value)).toBe(true);
      expect(shown.at(-1)).toBe(feedback.replace(/[\uD800-\uDBFF]$/, ''));
    }), { numRuns: 150 });
  });
});
