import { extname } from 'node:path';
import { startBytes } from './byte-lines.ts';

/** As far as the first keys reach, behind an id of any length that people write. */
const START_BYTES = 1 << 16;

/** Results and baselines begin with their version, which no answers file has. */
const WHOLE = /^\s*\{\s*"schemaVersion"\s*:\s*\d+\s*,\s*(?:"verdict"\s*:|"kind"\s*:\s*"baseline")/u;
/** A graded case has, after its id, where it came from, which no case to grade has. */
const LINE = /^\s*\{\s*"id"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*"source"\s*:\s*\{\s*"file"\s*:/u;

/** Whether a file holds results or a baseline of hotseat, by its first keys. A file that cannot be read holds none. */
export function isOwnOutput(path: string): boolean {
  const ending = extname(path).toLowerCase();
  if (ending !== '.json' && ending !== '.jsonl' && ending !== '.ndjson') return false;
  const start = startOf(path);
  return WHOLE.test(start) || (ending !== '.json' && LINE.test(start));
}

function startOf(path: string): string {
  try {
    return startBytes(path, START_BYTES).toString('utf8').replace(/^\uFEFF/u, '');
  } catch {
    return '';
  }
}
