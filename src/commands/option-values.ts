import { InvalidArgumentError } from 'commander';

/** For an option that may be given several times. */
export function collect(value: string, before: string[] = []): string[] {
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

/** US dollars, 0 or more. */
export function amount(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (value >= 0 && value < Infinity) return value;
  throw new InvalidArgumentError('Give an amount of dollars, such as 0.5.');
}

/** Tries after the first. */
export function retries(text: string): number {
  if (/^(?:\d|10)$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 0 to 10.');
}
