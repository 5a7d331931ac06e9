import { describe, expect, it } from 'vitest';
import { readDisagreement, readTyped } from '../../../src/ui/screens/typed-input.ts';
import { readPath } from '../../../src/ui/screens/typed-path.ts';

describe('readTyped', () => {
  it.each([
    ['an answer', 'An index.', { kind: 'answer', text: 'An index.' }, ''],
    ['an answer of several lines', 'One\ntwo', { kind: 'answer', text: 'One\ntwo' }, ''],
    ['a command', '/hint', { kind: 'command', name: 'hint', rest: '' }, ''],
    ['a command below a half-written answer', 'An index\nis\n/hint', { kind: 'command', name: 'hint', rest: '' }, 'An index\nis'],
    ['a command with words behind it as none', '/hint I think', { kind: 'unknown-command', name: 'hint I think' }, ''],
    ['a path at the end of an answer as part of it', 'It is in\n/etc/passwd', { kind: 'answer', text: 'It is in\n/etc/passwd' }, ''],
    ['a disagreement with its reason', '/disagree 3 both named', { kind: 'command', name: 'disagree', rest: '3 both named' }, ''],
    ['a doubled slash as one', '//hint', { kind: 'answer', text: '/hint' }, ''],
    ['an unknown command', '/foo', { kind: 'unknown-command', name: 'foo' }, ''],
  ])('reads %s', (_, typed, input, draft) => {
    expect(readTyped(typed)).toEqual({ input, draft });
  });
});

describe('readDisagreement', () => {
  it('wants a band, and takes a reason', () => {
    expect(readDisagreement('3 both named')).toEqual({ band: 3, comment: 'both named' });
    expect(readDisagreement('4')).toEqual({ band: 4, comment: '' });
    expect(readDisagreement('5 too low')).toBeUndefined();
    expect(readDisagreement('')).toBeUndefined();
  });
});

describe('readPath', () => {
  it.each([
    ['as it is', '/home/jo/resume.pdf', '/home/jo/resume.pdf'],
    ['without quotes', "'/home/jo/my resume.pdf' ", '/home/jo/my resume.pdf'],
    ['without double quotes', '"/home/jo/my resume.pdf"', '/home/jo/my resume.pdf'],
    ['without the backslashes of a dragged file', '/home/jo/my\\ resume\\ \\(2\\).pdf', '/home/jo/my resume (2).pdf'],
    ['from the home folder', '~/resume.pdf', '/home/jo/resume.pdf'],
    ['from a file address', 'file:///home/jo/my%20resume.pdf', '/home/jo/my resume.pdf'],
  ])('reads a path %s', (_, typed, path) => {
    expect(readPath(typed, '/home/jo')).toBe(path);
  });
});
