import { expect, it } from 'vitest';
import { describeUnknown, meansSkip, readInput } from '../../src/interview/input.ts';

it.each([
  ['an answer', 'Indexes speed up reads.', { kind: 'answer', text: 'Indexes speed up reads.' }],
  ['a command', '/skip', { kind: 'command', name: 'skip', rest: '' }],
  ['a command with words', ' /disagree 3 I named both ', { kind: 'command', name: 'disagree', rest: '3 I named both' }],
  ['an unknown command', '/dance', { kind: 'unknown-command', name: 'dance' }],
  ['two slashes as a literal one', '//etc/hosts holds names', { kind: 'answer', text: '/etc/hosts holds names' }],
  ['a path as no answer', '/etc/hosts', { kind: 'unknown-command', name: 'etc/hosts' }],
  ['a command in capitals', '/SKIP', { kind: 'command', name: 'skip', rest: '' }],
  ['two commands glued together as neither', '/retry/end', { kind: 'unknown-command', name: 'retry/end' }],
  ['a sentence that begins like a command as none', '/end of story: I built it', { kind: 'unknown-command', name: 'end of story: I built it' }],
  ['words of an object as no command', '/constructor', { kind: 'unknown-command', name: 'constructor' }],
])('reads %s', (_, typed, input) => {
  expect(readInput(typed)).toEqual(input);
});

it.each([
  ['what another program calls it', 'quit', '/pause'],
  ['a slip of the finger', 'hnit', '/hint'],
  ['nothing that is near', 'dance', '/help lists the commands'],
  ['words of an object', 'constructor', '/help lists the commands'],
])('names the command that was meant by %s', (_, typed, said) => {
  expect(describeUnknown(typed)).toContain(`There is no /${typed}. ${said}`);
});

it.each([
  ['skip', true],
  [' Pass. ', true],
  ['next question please', true],
  ['Skip this one!', true],
  ['pass by reference', false],
  ['I would skip the index', false],
  ['Skip lists are ordered.', false],
])('hears a wish to skip in "%s": %s', (answer, means) => {
  expect(meansSkip(answer)).toBe(means);
});
