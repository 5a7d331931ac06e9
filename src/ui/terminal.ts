import { isOn, type Environment } from '../environment.ts';

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

/** By the rule that Ink goes by, so that both agree. */
function runsInCi(env: Environment): boolean {
  return [env.CI, env.CONTINUOUS_INTEGRATION].some((value) => value !== undefined && value !== '0' && value !== 'false');
}
