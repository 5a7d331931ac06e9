import { nearWord } from '../packs/near-word.ts';

/** The commands that a candidate may type instead of an answer. */
export const COMMANDS = {
  skip: 'leave this question out',
  hint: 'show a hint (each takes 10 points off the question)',
  repeat: 'show the question again',
  retry: 'answer the last graded question once more',
  reference: 'show the reference answer of the last graded question',
  disagree: 'say which band (1-4) you think right, and why: /disagree 3 I named both',
  regrade: 'try again to grade what a model left ungraded',
  offline: 'go on without models, and grade here what they left',
  pause: 'stop here; everything is saved',
  end: 'close the interview now and write the report',
  help: 'show this list',
} as const;

export type CommandName = keyof typeof COMMANDS;

export type Input =
  | { kind: 'answer'; text: string }
  | { kind: 'command'; name: CommandName; rest: string }
  | { kind: 'unknown-command'; name: string };

/**
 * Reads what was typed. What begins with a slash is a command, known or not,
 * and never an answer; two slashes begin an answer with one. Only /disagree
 * takes words: `/end of story` ends nothing.
 */
export function readInput(typed: string): Input {
  const text = typed.trimStart();
  if (text.startsWith('//')) return { kind: 'answer', text: text.slice(1) };
  if (!text.startsWith('/')) return { kind: 'answer', text: typed };

  const command = /^\/\s*([a-z]+)(?:\s+(.*?))?\s*$/isu.exec(text);
  const name = command?.[1]?.toLowerCase() ?? '';
  const rest = command?.[2] ?? '';
  if (rest !== '' && name !== 'disagree') return { kind: 'unknown-command', name: text.slice(1, 40).trim() };
  if (!command) return { kind: 'unknown-command', name: text.slice(1, 40).trim() };
  return Object.hasOwn(COMMANDS, name) ? { kind: 'command', name: name as CommandName, rest } : { kind: 'unknown-command', name };
}

const PASSES = /^\s*(?:skip|pass|next)(?:,? (?:it|this|that|one|question|the|please))*[\s.!]*$/iu;
export const HOW_TO_PASS = 'To pass a question, type /skip. What you typed counts as your answer.';

/** Means /skip, by the look of it: "skip", "pass", "next question please". */
export function meansSkip(answer: string): boolean {
  return PASSES.test(answer);
}

/** What people type in other programs for the same. */
const OTHER_NAMES: ReadonlyMap<string, CommandName> = new Map(Object.entries({
  quit: 'pause', exit: 'pause', q: 'pause', stop: 'pause', save: 'pause', bye: 'pause', leave: 'pause',
  finish: 'end', done: 'end', close: 'end', report: 'end',
  next: 'skip', pass: 'skip', tip: 'hint', clue: 'hint', again: 'repeat', question: 'repeat', redo: 'retry', solution: 'reference', answer: 'reference', commands: 'help', h: 'help',
} as const));

/** What to say of a command that does not exist: the one that was probably meant, and where all of them stand. */
export function describeUnknown(name: string): string {
  const meant = OTHER_NAMES.get(name) ?? nearWord(name, Object.keys(COMMANDS) as CommandName[]);
  const instead = meant ? `/${meant}: ${COMMANDS[meant]}.` : '/help lists the commands.';
  return `There is no /${name}. ${instead} Begin with // to answer with a slash.`;
}
