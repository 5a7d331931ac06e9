import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableLine } from '../src/printable.ts';

describe('printable', () => {
  it.each([
    ['leaves words and line feeds alone', 'an index\nis fast', 'an index\nis fast'],
    ['leaves emoji made of several characters alone', '👩‍💻 👍🏽 日本', '👩‍💻 👍🏽 日本'],
    ['takes colours out', '\u001B[31mred\u001B[0m', 'red'],
    ['takes a title change out', 'a\u001B]0;owned\u0007b', 'ab'],
    ['takes a clearing of the screen out', 'a\u001B[2J\u001B[3J\u001B[Hb', 'ab'],
    ['takes the one-character way to say the same out', 'a\u009B2Jb', 'a2Jb'],
    ['takes marks that turn the direction of text out', 'a\u202Eevil\u2066b', 'aevilb'],
    ['makes every kind of line end a line feed', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['makes tabs spaces', 'a\tb', 'a    b'],
  ])('%s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
      }),
    );
  });

  it('fits a label on one line', () => {
    expect(printableLine('  two\n lines\t')).toBe('two lines');
  });
});
