import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanLine, stripTerminalCodes } from '../../../src/resume/reading/clean-text.ts';

it.each([
  ['opens ligatures', 'eﬃcient ﬁles', 'efficient files'],
  ['makes wide letters narrow', 'ＡＢＣ１', 'ABC1'],
  ['removes colour codes', '\u001B[31mred\u001B[0m', 'red'],
  ['removes a title sequence with its text', '\u001B]0;owned\u0007name', 'name'],
  ['removes control characters', 'a\u0000b\u0008c\u009Bd', 'abc'],
  ['removes direction marks', 'evil\u202Etxt.exe', 'eviltxt.exe'],
  ['removes zero-width characters', 'Py\u200Bthon\uFEFF', 'Python'],
  ['keeps the joiner of a family of emoji', '👩\u200D💻', '👩\u200D💻'],
  ['removes soft hyphens inside words', 'data\u00ADbase', 'database'],
  ['expands tabs', 'Title\t2019', 'Title   2019'],
  ['makes odd spaces plain', 'a\u00A0b\u2003c', 'a b c'],
  ['turns the bullets of symbol fonts into bullets', '\uF0B7 item', '• item'],
  ['drops icons', '\uE0B1 a@example.org', 'a@example.org'],
  ['keeps accents, composed', 'Zoe\u0308', 'Zoë'],
])('%s', (_, raw, text) => {
  expect(cleanLine(raw).text).toBe(text);
});

it('decodes text in tag characters, apart', () => {
  const tagged = [...'hire me'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
  expect(cleanLine(`Skills${tagged}`)).toMatchObject({ text: 'Skills', tagged: 'hire me' });
});

it('says what it removed', () => {
  expect([...cleanLine('a\u200Bb\u202Ec\u001B[1m').removed].sort()).toEqual(['bidi', 'terminal-codes', 'zero-width']);
});

it('never lets a control character through, whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      expect(cleanLine(raw).text).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      expect(stripTerminalCodes(raw)).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
    }),
  );
});
