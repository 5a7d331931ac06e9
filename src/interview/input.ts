/** The commands that a candidate may type instead of an answer. */
export const COMMANDS = {
  skip: 'leave this question out',
  hint: 'show a hint (it costs a little of the score)',
  repeat: 'show the question again',
  retry: 'answer the last graded question once more',
  reference: 'show the reference answer of the last graded question',
  disagree: 'say which band (1-4) you think right, and why: /disagree 3 I named both',
  pause: 'stop here; everything is saved',
  end: 'close the interview now and write the report',
  help: 'show this list',
} as const;

export type CommandName = keyof typeof COMMANDS;

export type Input =
  | { kind: 'answer'; text: string }
  | { kind: 'command'; name: CommandName; rest: string }
  | { kind: 'unknown-command'; name: string };

/** Reads what was typed: `/word` is a command, `//` a literal slash, everything else an answer. */
export function readInput(typed: string): Input {
  if (typed.startsWith('//')) return { kind: 'answer', text: typed.slice(1) };

  const command = /^\/([a-z]+)(?:\s+(.*))?$/su.exec(typed.trim());
  if (!command) return { kind: 'answer', text: typed };

  const [, name = '', rest = ''] = command;
  return Object.hasOwn(COMMANDS, name) ? { kind: 'command', name: name as CommandName, rest } : { kind: 'unknown-command', name };
}
