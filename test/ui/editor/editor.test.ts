import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEditor } from '../../../src/ui/editor/editor.ts';
import { graphemes } from '../../../src/ui/editor/graphemes.ts';
import { type Key, press } from '../../../src/ui/editor/key.ts';
import { Tokenizer } from '../../../src/ui/editor/tokenizer.ts';

const WIDTH = 20;
const ESC = '\u001B';

/** Types as a terminal would send it, and shows the text with a bar at the cursor. */
function typed(input: string, { multiline = true, text = '' } = {}): string {
  const editor = createEditor({ multiline, text });
  const tokenizer = new Tokenizer();
  for (const key of [...tokenizer.push(input), ...tokenizer.flush()]) editor.press(key, WIDTH);
  const draft = editor.get();
  return `${draft.text.slice(0, draft.cursor)}|${draft.text.slice(draft.cursor)}`;
}

const UP = `${ESC}[A`;
const DOWN = `${ESC}[B`;
const LEFT = `${ESC}[D`;
const HOME = `${ESC}[H`;
const END = `${ESC}[F`;
const UNDO = '\u001F';

describe('the editor', () => {
  it.each([
    ['inserts where the cursor is', `ac${LEFT}b`, 'ab|c'],
    ['erases a whole emoji at once', '👩‍💻👍🏽\u007F', '👩‍💻|'],
    ['erases an accent with its letter', 'ae\u0301\u007F', 'a|'],
    ['erases to the right', `abc${HOME}${ESC}[3~`, '|bc'],
    ['goes to both ends of a line', 'abc\u0001x\u0005y', 'xabcy|'],
    ['goes by words', `one two three${ESC}b${ESC}b`, 'one |two three'],
    ['goes by words with Ctrl and arrows', `one two${ESC}[1;5D${ESC}[1;5D${ESC}[1;5C`, 'one| two'],
    ['starts a line with Alt+Enter', `a${ESC}\rb`, 'a\nb|'],
    ['starts a line with Ctrl+J', 'a\nb', 'a\nb|'],
    ['starts a line with a backslash before Enter', 'a\\\rb', 'a\nb|'],
    ['keeps the lines of a paste', `${ESC}[200~a\r\nb\rc${ESC}[201~`, 'a\nb\nc|'],
    ['makes tabs of a paste spaces', `${ESC}[200~a\tb${ESC}[201~`, 'a    b|'],
    ['takes escape sequences out of a paste', `${ESC}[200~a${ESC}[2Jb${ESC}[201~`, 'ab|'],
    ['kills to the end of the line and gives it back', `one\ntwo${UP}${HOME}\u000B${DOWN}\u0019`, '\none|two'],
    ['joins lines with Ctrl+K at the end', `a\nb${UP}${END}\u000B`, 'a|b'],
    ['kills to the start of the line', 'one two\u0015', '|'],
    ['kills the word before', 'one two-three\u0017', 'one |'],
    ['undoes what was typed in one go', `one${LEFT}x${UNDO}`, 'on|e'],
    ['undoes a paste', `a${ESC}[200~bc${ESC}[201~${UNDO}`, 'a|'],
    ['keeps its column going up and down', `abcdef\nab\nabcdef${UP}${UP}x`, 'abcdefx|\nab\nabcdef'],
    ['goes up in one long line by what is seen', `${'word '.repeat(6)}end${UP}`, `${'word '.repeat(2)}wor|d ${'word '.repeat(3)}end`],
    ['goes home in the row that is seen', `${'word '.repeat(6)}end${HOME}`, `${'word '.repeat(4)}|${'word '.repeat(2)}end`],
    ['stays where it is at the top', `ab${UP}`, '|ab'],
  ])('%s', (_, input, expected) => {
    expect(typed(input)).toBe(expected);
  });

  it('keeps a field on one line', () => {
    expect(typed(`${ESC}[200~a\nb${ESC}[201~\nc`, { multiline: false })).toBe('a bc|');
  });

  it('submits on Enter, and not on the Enter of a new line', () => {
    const editor = createEditor({ multiline: true });
    expect(editor.press(press('enter', { alt: true }), WIDTH)).toBe('changed');
    expect(editor.press({ kind: 'paste', text: 'a\rb\r' }, WIDTH)).toBe('changed');
    expect(editor.press(press('enter'), WIDTH)).toBe('submit');
    expect(editor.text()).toBe('\na\nb\n');
  });

  it('leaves keys of the screen alone', () => {
    const editor = createEditor({ multiline: true });
    expect(editor.press(press('escape'), WIDTH)).toBe('ignored');
    expect(editor.press(press('g', { ctrl: true }), WIDTH)).toBe('ignored');
  });

  const keys: fc.Arbitrary<Key> = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).map((text): Key => ({ kind: 'text', text })),
    fc.string({ unit: 'grapheme', maxLength: 30 }).map((text): Key => ({ kind: 'paste', text: `${text}\r\n${text}` })),
    fc.constantFrom('left', 'right', 'up', 'down', 'home', 'end', 'backspace', 'delete', 'page-up', 'page-down').map((name) => press(name)),
    fc.constantFrom('a', 'e', 'k', 'u', 'w', 'y', 'j', 'd', '_').map((name) => press(name, { ctrl: true })),
    fc.constantFrom('b', 'f', 'd', 'backspace', 'enter').map((name) => press(name, { alt: true })),
  );

  it('holds exactly what was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1 })), (parts) => {
        const editor = createEditor({ multiline: true });
        for (const text of parts) editor.press({ kind: 'text', text }, WIDTH);
        expect(editor.text()).toBe(parts.join(''));
      }),
    );
  });

  it('never leaves the cursor outside the text or inside a character', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (pressed, width) => {
        const editor = createEditor({ multiline: true });
        for (const key of pressed) {
          editor.press(key, width);
          const { text, cursor } = editor.get();
          const before = text.slice(0, cursor);
          expect([...graphemes(before), ...graphemes(text.slice(cursor))]).toEqual(graphemes(text));
        }
      }),
    );
  });

  it('comes back to the beginning when everything is undone', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), fc.string({ unit: 'grapheme-ascii' }), (pressed, text) => {
        const editor = createEditor({ multiline: true, text });
        for (const key of pressed) editor.press(key, WIDTH);
        for (let count = 0; count < 100; count += 1) editor.press(press('_', { ctrl: true }), WIDTH);
        expect(editor.text()).toBe(text);
      }),
    );
  });
});
