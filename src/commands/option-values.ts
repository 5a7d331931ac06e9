import { InvalidArgumentError } from 'commander';

/** For an option that may be given several times. */
export function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** A share from 0 to 1. */
export function shareOf(text: string): number {
  if (/^(?:0(?:\.\d+)?|1(?:\.0+)?|\.\d+)$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 to 1.');
}

/** A whole number from 1 to `most`. */
export function countUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^[1-9]\d{0,8}$/u.test(text) && count <= most) return count;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}
