import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemes, nextBoundary, previousBoundary, snap, textWidth } from '../../../src/ui/editor/graphemes.ts';
import { layoutText, locate, offsetAt, wrapText } from '../../../src/ui/editor/layout.ts';

describe('graphemes', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const marks = fc.constantFrom('a', 'é', 'e\u0301', 'か', '\u3099', '한', '\u1100\u1161', '\u11A8', '👩‍💻', '👍🏽', '🇩🇪', '🇫', '\u200D', '\uFE0F', '©', 'क्षि', 'ก็', '\n', ' ', '#\uFE0F\u20E3', '中');
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(marks, { maxLength: 20 }).map((parts) => parts.join('')));

  it('are what Unicode says, quick ways included', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
      }),
      { numRuns: 1_000 },
    );
  });

  it('have the boundaries that cursors keep to', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, anywhere) => {
        const boundaries = [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
        const offset = anywhere % (text.length + 1);
        expect(nextBoundary(text, offset)).toBe(boundaries.find((one) => one > offset) ?? text.length);
        expect(previousBoundary(text, offset)).toBe(boundaries.findLast((one) => one < offset) ?? 0);
        expect(snap(text, offset)).toBe(boundaries.find((one) => one >= offset));
      }),
    );
  });
});

describe('the layout', () => {
  it.each([
    ['breaks between words', 'one two three', 8, ['one two', 'three']],
    ['breaks a word that is too long', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['counts wide characters as two', '日本語で', 4, ['日本', '語で']],
    ['counts an emoji as one character of two columns', '👩‍💻👩‍💻', 3, ['👩‍💻', '👩‍💻']],
    ['keeps empty lines', 'a\n\nb', 5, ['a', '', 'b']],
    ['lets the space at an edge hang', 'abcd efgh', 4, ['abcd', 'efgh']],
    ['shows a text of nothing as one row', '', 5, ['']],
  ])('%s', (_, text, width, rows) => {
    expect(wrapText(text, width)).toEqual(rows);
  });

  const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem({ maxCount: 12 }), fc.array(fc.constantFrom('a ', '日', '\n', 'wort ', '👍🏽'), { maxLength: 40 }).map((parts) => parts.join('')));
  const printableText = texts.map((text) => text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/gu, ''));

  it('puts every character but the line feeds into exactly one row', () => {
    fc.assert(
      fc.property(printableText, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const shown = layoutText(text, width).map(({ start, end }) => text.slice(start, end));
        expect(shown.join('')).toBe(text.replaceAll('\n', ''));
      }),
    );
  });

  it('never shows more columns than there are', () => {
    fc.assert(
      fc.property(printableText, fc.integer({ min: 2, max: 30 }), (text, width) => {
        for (const row of wrapText(text, width)) {
          if (graphemes(row).length > 1) expect(textWidth(row)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('finds every place in a row again by its column', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), fc.integer({ min: 4, max: 30 }), fc.nat(), (text, width, anywhere) => {
        const offset = anywhere % (text.length + 1);
        const rows = layoutText(text, width);
        const at = locate(text, rows, offset, width);
        const row = rows[at.row];
        expect(row && offsetAt(text, row, at.column)).toBe(offset);
      }),
    );
  });
});
