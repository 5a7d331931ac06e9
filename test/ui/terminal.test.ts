import { describe, expect, it } from 'vitest';
import { isInteractive } from '../../src/ui/terminal.ts';

const terminal = { stdin: { isTTY: true }, stdout: { isTTY: true } };

describe('isInteractive', () => {
  it('shows screens in a terminal', () => {
    expect(isInteractive(terminal, { TERM: 'xterm-256color' })).toBe(true);
  });

  it.each([
    ['input is a pipe', { ...terminal, stdin: {} }, {}, {}],
    ['output is a pipe', { ...terminal, stdout: {} }, {}, {}],
    ['the terminal is dumb', terminal, { TERM: 'dumb' }, {}],
    ['a screen reader asks for it', terminal, { ACCESSIBLE: '1' }, {}],
    ['it runs in CI', terminal, { CI: 'true' }, {}],
    ['plain lines are asked for', terminal, {}, { plain: true }],
  ])('keeps to plain lines when %s', (_, streams, env, options) => {
    expect(isInteractive(streams, env, options)).toBe(false);
  });

  it('takes a variable that says no for a no', () => {
    expect(isInteractive(terminal, { ACCESSIBLE: '0', CI: 'false' })).toBe(true);
  });
});
