import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chord, type Key } from '../../../src/ui/editor/key.ts';
import { Tokenizer } from '../../../src/ui/editor/tokenizer.ts';

function read(...chunks: string[]): Key[] {
  const tokenizer = new Tokenizer();
  return [...chunks.flatMap((chunk) => tokenizer.push(chunk)), ...tokenizer.flush()];
}

/** Text keys as their text, pastes in brackets, the others by their names. */
function names(keys: Key[]): string[] {
  return keys.map((key) => (key.kind === 'text' ? key.text : key.kind === 'paste' ? `[${key.text}]` : `<${chord(key)}>`));
}

describe('the tokenizer', () => {
  it.each([
    ['text and Enter in one chunk', 'hello\r', ['hello', '<enter>']],
    ['four backspaces in one chunk', '\u007F\u007F\u007F\u007F', ['<backspace>', '<backspace>', '<backspace>', '<backspace>']],
    ['a line feed as a key of its own', 'a\nb', ['a', '<ctrl+j>', 'b']],
    ['arrows with modifiers', '\u001B[A\u001B[1;5D\u001B[1;3C', ['<up>', '<ctrl+left>', '<alt+right>']],
    ['keypad keys in application mode', '\u001BOA\u001BOH', ['<up>', '<home>']],
    ['Home, End and Delete in their older ways', '\u001B[1~\u001B[4~\u001B[3~\u001B[7~', ['<home>', '<end>', '<delete>', '<home>']],
    ['Alt and a letter', '\u001Bb\u001Bf', ['<alt+b>', '<alt+f>']],
    ['Alt and Enter', '\u001B\r', ['<alt+enter>']],
    ['Alt and Backspace', '\u001B\u007F', ['<alt+backspace>']],
    ['Shift and Enter of kitty and of xterm', '\u001B[13;2u\u001B[27;2;13~', ['<shift+enter>', '<shift+enter>']],
    ['Ctrl and a letter of kitty', '\u001B[103;5u', ['<ctrl+g>']],
    ['Ctrl and underscore', '\u001F', ['<ctrl+_>']],
    ['Esc twice', '\u001B\u001B', ['<escape>', '<escape>']],
    ['an emoji made of several characters', '👩‍💻\r', ['👩‍💻', '<enter>']],
    ['a paste whose Enters are line ends', '\u001B[200~a\rb\u001B[201~\r', ['[a\rb]', '<enter>']],
    ['nothing but text in a paste', '\u001B[200~\u001B[A\u0003\u001B[201~', ['[\u001B[A\u0003]']],
    ['no key in the answers of a terminal', '\u001B]11;rgb:0/0/0\u0007\u001B[?62;c\u001B[12;40R\u001B[Ix', ['x']],
  ])('reads %s', (_, input, expected) => {
    expect(names(read(input))).toEqual(expected);
  });

  it('takes Esc for the key only when nothing follows', () => {
    const tokenizer = new Tokenizer();
    expect(tokenizer.push('\u001B')).toEqual([]);
    expect(tokenizer.pending).toBe(true);
    expect(names(tokenizer.flush())).toEqual(['<escape>']);
    expect(tokenizer.pending).toBe(false);
  });

  it('never keeps a paste that has no end', () => {
    expect(names(read('\u001B[200~lost?', ' no'))).toEqual(['[lost? no]']);
  });

  it('does not type the rest of a sequence that broke off', () => {
    expect(names(read('\u001B[1;5'))).toEqual([]);
  });

  const inputs = fc.constantFrom('a', 'é', '日', '👩‍💻', '\r', '\n', '\u007F', '\u0003', '\u001B[A', '\u001B[1;5D', '\u001BOH', '\u001Bb', '\u001B[200~x\ry\u001B[201~', '\u001B[3~');

  it('reads the same keys however the input is cut', () => {
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 12 }), fc.array(fc.nat(80), { maxLength: 12 }), (parts, cuts) => {
        const input = parts.join('');
        const places = [0, ...cuts.map((cut) => cut % (input.length + 1)).sort((one, other) => one - other), input.length];
        const chunks = places.slice(1).map((end, index) => input.slice(places[index], end));
        expect(joined(read(...chunks))).toEqual(joined(read(input)));
      }),
    );
  });

  it('loses no character that was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const typed = text.replace(/[\u0000-\u001F\u007F-\u009F]/gu, '');
        expect(names(read(typed)).join('')).toBe(typed);
      }),
    );
  });
});

/** A run of text may come in several keys; together they are the same. */
function joined(keys: Key[]): string {
  return names(keys).join('');
}
