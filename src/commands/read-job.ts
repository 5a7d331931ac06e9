import { InputError } from '../errors.ts';
import { readJob } from '../resume/job/read-job.ts';
import { MAX_FILE_BYTES } from '../resume/reading/open-file.ts';
import { ReadingFailure, fileError } from '../resume/reading/reading-failure.ts';
import { createReadingPool } from '../resume/reading/reading-pool.ts';
import { readResumeFile } from '../resume/reading/read-resume-file.ts';
import { sniffFormat } from '../resume/reading/sniff-format.ts';
import type { JobDescription } from '../schemas/job.ts';

/** A job description from a file, or from standard input when the path is `-`. Rejects with an InputError when it cannot be read. */
export async function readJobAt(path: string): Promise<JobDescription> {
  if (path === '-') return fromInput(process.stdin);
  const { file, document } = await readResumeFile(path);
  return readJob(document.lines, file);
}

const NAME = 'standard input';

async function fromInput(input: NodeJS.ReadStream): Promise<JobDescription> {
  if (input.isTTY) {
    throw new InputError('job-not-piped', 'The job description was to come from standard input, and nothing is piped into it.', 'Pipe it in, or name its file: --job job.txt');
  }
  const bytes = await readAll(input);
  const pool = createReadingPool({ size: 1 });
  try {
    const document = await pool.read({ bytes, format: sniffFormat(bytes, 'job.txt') }, { timeoutMs: 15_000 });
    return readJob(document.lines, null);
  } catch (error) {
    if (error instanceof ReadingFailure) throw fileError(error.code, NAME, error.message);
    throw error;
  } finally {
    await pool.close();
  }
}

async function readAll(input: NodeJS.ReadStream): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of input as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    length += piece.length;
    if (length > MAX_FILE_BYTES) throw fileError('file-too-large', NAME);
  }
  if (length === 0) throw fileError('file-empty', NAME);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
