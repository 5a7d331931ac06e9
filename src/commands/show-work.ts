import { printableLine } from '../printable.ts';
import type { OnWork } from '../schemas/progress.ts';

const UP_AND_CLEAR = '\u001B[1A\u001B[2K';

/** Says on stderr what must be done first; where somebody watches, the line counts how far it is. */
export function showWork({ quiet }: { quiet: boolean }): OnWork {
  if (quiet) return () => undefined;
  return ({ words, done, total }) => {
    const { isTTY, columns } = process.stderr;
    if (done === 0) process.stderr.write(`${fitting(`${words} ...`, isTTY ? columns : Infinity)}\n`);
    else if (isTTY) process.stderr.write(`${UP_AND_CLEAR}${fitting(`${done}/${total}  ${words}`, columns)}\n`);
  };
}

/** On one row: a second one would not be cleared. */
function fitting(text: string, columns: number): string {
  const line = printableLine(text);
  return line.length < columns ? line : `${line.slice(0, Math.max(0, columns - 2))}…`;
}
