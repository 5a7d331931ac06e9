import { z } from 'zod';
import { InputError } from '../errors.ts';
import { readInput, type Input } from '../interview/input.ts';

const ScriptLine = z.object({
  type: z.enum(['answer', 'skip', 'hint', 'regrade', 'offline', 'end']),
  /** The question that is meant; one that no longer waits is refused, so that no answer goes to the wrong question. */
  questionId: z.string().optional(),
  text: z.string().optional(),
});

/** Reads a line of a script: JSON where it begins with a brace, else what a person could have typed. */
export function readScriptLine(line: string, waiting: string | undefined): Input {
  if (!line.trimStart().startsWith('{')) return readInput(line);

  const parsed = ScriptLine.safeParse(parseJson(line));
  if (!parsed.success) {
    throw new InputError('line-invalid', 'A line of the input is no message that hotseat knows.', 'Send {"type":"answer","text":"..."}; the types are answer, skip, hint, regrade, offline and end.');
  }
  const { type, questionId, text = '' } = parsed.data;
  if (questionId !== undefined && questionId !== waiting) {
    throw new InputError('question-not-waiting', `The question ${questionId} does not wait for an answer.`, waiting ? `Answer ${waiting} first.` : 'Nothing waits for an answer.');
  }
  return type === 'answer' ? { kind: 'answer', text } : { kind: 'command', name: type, rest: '' };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
