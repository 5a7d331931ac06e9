/** The environment variables that a screen looks at. */
export type Environment = Readonly<Record<string, string | undefined>>;

interface Streams {
  stdin: { isTTY?: boolean };
  stdout: { isTTY?: boolean };
}

/**
 * Whether the screens can be shown. Decided before Ink is loaded: on a pipe it
 * would draw one frame and die, and in CI it draws no live area at all.
 * Someone who asks for plain lines (`--plain`, a screen reader) gets them.
 */
export function isInteractive({ stdin, stdout }: Streams, env: Environment, { plain = false } = {}): boolean {
  if (plain || isOn(env.ACCESSIBLE) || runsInCi(env)) return false;
  return stdin.isTTY === true && stdout.isTTY === true && env.TERM !== 'dumb';
}

/** Set, and not set to "no". */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}

/** By the rule that Ink goes by, so that both agree. */
function runsInCi(env: Environment): boolean {
  return [env.CI, env.CONTINUOUS_INTEGRATION].some((value) => value !== undefined && value !== '0' && value !== 'false');
}
