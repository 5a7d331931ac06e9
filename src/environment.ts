/** The process environment, as far as anybody reads it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Set, and not set to "no". */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}
