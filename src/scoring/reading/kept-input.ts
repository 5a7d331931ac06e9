import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { temporaryFolder } from '../temporary-folder.ts';
import { startBytes } from './byte-lines.ts';
import { statOf } from './find-inputs.ts';
import { formatOf, sniffFormat, type AnswersInput } from './read-cases.ts';

/** Enough for a line that holds the longest answer. */
const START_BYTES = 1 << 20;

/** A pipe can be read once only, so it is kept in a file of its own, for its owner alone. `kept` is told the folder. */
export async function keepInput(input: Readable, file: string, kept: string[]): Promise<AnswersInput> {
  const folder = temporaryFolder('hotseat-answers-');
  kept.push(folder);
  const path = join(folder, 'answers');
  await pipeline(input, createWriteStream(path, { mode: 0o600 }));
  return { path, file, format: formatOf(file) ?? sniffFormat(startBytes(path, START_BYTES).toString('utf8')) };
}

/** The same for a pipe that has a name, as a shell makes it for <(command); undefined for anything else. */
export async function keepNamedPipe(file: string, kept: string[]): Promise<AnswersInput | undefined> {
  if (!statOf(file)?.isFIFO()) return undefined;
  return keepInput(createReadStream(file), file, kept);
}
