import { readFileSync } from 'node:fs';
import { InputError } from '../errors.ts';

/** The text of a file, or of stdin for `-`. */
export function readGiven(from: string): string {
  try {
    return readFileSync(from === '-' ? 0 : from, 'utf8');
  } catch (cause) {
    throw new InputError('question-unreadable', `${from === '-' ? 'Standard input' : from} cannot be read.`, 'Give a file with a question as YAML or JSON, or - for standard input.', { cause });
  }
}

/** What mistakes are placed in: "stdin:3:5: ...". */
export function nameOf(from: string): string {
  return from === '-' ? 'stdin' : from;
}
