import { type Key, press } from './key.ts';

const BY_FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'begin',
  F: 'end',
  H: 'home',
  M: 'enter',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};

const BY_NUMBER: Readonly<Record<number, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
};

const BY_CODE: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
};

/**
 * What a terminal means by `ESC [ <parameters> <final>`, in the ways of xterm,
 * rxvt and kitty. Undefined for what is no key, such as a focus report.
 */
export function keyOfSequence(parameters: string, final: string): Key | undefined {
  const [first = 0, second = 1, third = 0] = parameters.split(';').map((one) => Number.parseInt(one, 10) || 0);

  if (final === 'Z') return press('tab', { shift: true });
  if (final === 'u') return keyOfCode(first, second);
  if (final === '~' && first === 27) return keyOfCode(third, second);
  if (final === '~' || final === '^') return named(BY_NUMBER[first], final === '^' ? 5 : second);
  // In `ESC [ R` a cursor report and F3 look alike; no screen wants either.
  if (final === 'R' && parameters !== '') return undefined;
  return named(BY_FINAL[final], second);
}

/** `ESC O <final>`: cursor and keypad keys in application mode. */
export function keyOfApplicationKey(final: string): Key | undefined {
  return named(BY_FINAL[final], 1);
}

function keyOfCode(code: number, modifier: number): Key | undefined {
  const name = BY_CODE[code];
  if (name !== undefined) return named(name, modifier);
  if (code < 32 || code > 0x10ffff) return undefined;

  const character = String.fromCodePoint(code);
  const { ctrl, alt } = modifiersOf(modifier);
  return ctrl || alt ? press(character.toLowerCase(), modifiersOf(modifier)) : { kind: 'text', text: character };
}

function named(name: string | undefined, modifier: number): Key | undefined {
  return name === undefined ? undefined : press(name, modifiersOf(modifier));
}

/** Sent as one more than shift 1, alt 2, ctrl 4. */
function modifiersOf(sent: number) {
  const bits = Math.max(0, sent - 1);
  return { shift: (bits & 1) !== 0, alt: (bits & 2) !== 0, ctrl: (bits & 4) !== 0 };
}
