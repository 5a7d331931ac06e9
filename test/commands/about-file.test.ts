import { expect, it } from 'vitest';
import { aboutFile } from '../../src/commands/about-file.ts';
import { InputError } from '../../src/errors.ts';

it.each([
  ['cv/jo.pdf', 'jo.pdf is empty.', 'cv/jo.pdf is empty. Try again.'],
  ['cv/', 'cv is a folder.', 'cv/ is a folder. Try again.'],
  ['jo.pdf', 'A password is needed.', 'jo.pdf: A password is needed. Try again.'],
  ['\u001B[2Jjo.pdf', '\u001B[2Jjo.pdf is empty.', 'jo.pdf is empty. Try again.'],
])('names %j once', (path, message, words) => {
  expect(aboutFile(path, new InputError('file-empty', message, 'Try again.'))).toBe(words);
});
