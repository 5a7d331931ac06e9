import type { ScoredRun } from '../scored-run.ts';

/**
 * The whole run as one JSON object, piece by piece. As a file it has the
 * summary on its first line and each case on a line of its own, so that diff,
 * grep and a reader with little memory can work with it.
 */
export function* runAsJson({ summary, facts, line }: ScoredRun, { lines = true } = {}): Generator<string> {
  const end = lines ? '\n' : '';
  yield `${JSON.stringify(summary).slice(0, -1)},"cases":[${end}`;
  for (let index = 0; index < facts.length; index++) yield `${line(index)}${index < facts.length - 1 ? ',' : ''}${end}`;
  yield ']}\n';
}

/** One case a line, in the order of the input. */
export function* runAsJsonLines({ facts, line }: ScoredRun): Generator<string> {
  for (let index = 0; index < facts.length; index++) yield `${line(index)}\n`;
}
