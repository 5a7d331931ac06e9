import { describe, expect, it } from 'vitest';
import { createTheme } from '../../src/ui/theme.ts';

describe('the theme', () => {
  it.each([
    ['a UTF-8 locale', { LANG: 'de_DE.UTF-8' }, '❯'],
    ['the locale that weighs more', { LC_ALL: 'C.utf8', LANG: 'C' }, '❯'],
    ['the Linux console', { TERM: 'linux', LANG: 'C.UTF-8' }, '>'],
    ['another locale', { LANG: 'de_DE.ISO-8859-1' }, '>'],
    ['no locale', {}, '>'],
  ])('draws for %s', (_, env, prompt) => {
    expect(createTheme(env).glyphs.prompt).toBe(prompt);
  });

  it('keeps to printable ASCII where it must', () => {
    expect(Object.values(createTheme({ TERM: 'linux' }).glyphs).join('')).toMatch(/^[ -~]+$/u);
  });

  it.each([
    ['moves', {}, true],
    ['stands still when asked to', { HOTSEAT_NO_ANIMATION: '1' }, false],
    ['stands still in CI', { CI: 'true' }, false],
  ])('%s', (_, env, animated) => {
    expect(createTheme(env).animated).toBe(animated);
  });
});
