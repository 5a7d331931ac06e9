import { COMMANDS, type Input, readInput } from '../../interview/input.ts';

/** What was typed, and the part of it that stays in the editor. */
export interface TypedInput {
  input: Input;
  draft: string;
}

/**
 * Reads the editor. A command may also stand alone on the last line, below a
 * half-written answer, which then stays: that is how one asks for a hint
 * without losing it.
 */
export function readTyped(typed: string): TypedInput {
  const text = typed.trim();
  const end = text.lastIndexOf('\n');
  const input = readInput(text.slice(end + 1));
  if (end !== -1 && input.kind === 'command' && takesAlone(input)) return { input, draft: text.slice(0, end).trimEnd() };

  return { input: readInput(text), draft: '' };
}

/** In an answer, `/name and more` on the last line is part of the answer. */
function takesAlone({ name, rest }: Extract<Input, { kind: 'command' }>): boolean {
  return name in COMMANDS && rest === '';
}

/** `3 I named both costs` as a band and a reason. */
export function readDisagreement(rest: string): { band: 1 | 2 | 3 | 4; comment: string } | undefined {
  const match = /^([1-4])(?:\s+(.*))?$/su.exec(rest.trim());
  if (!match) return undefined;
  return { band: Number(match[1]) as 1 | 2 | 3 | 4, comment: match[2] ?? '' };
}

/** The part of an unsent text that is worth saving: a command being typed is none. */
export function worthKeeping(typed: string): string {
  return typed.startsWith('/') && !typed.startsWith('//') ? '' : typed;
}
