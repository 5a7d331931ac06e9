import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { Notice, ResumeDocument } from '../../schemas/resume.ts';
import { readFileSafely } from './open-file.ts';
import { ReadingFailure, fileError } from './reading-failure.ts';
import { createReadingPool, type ReadingPool } from './reading-pool.ts';
import { promisedFormat, sniffFormat, type Format } from './sniff-format.ts';

export interface ReadingOptions {
  /** For protected PDF files. */
  password?: string;
  /** From the moment a worker begins. */
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Warm workers for many files; without it one is started and ended. */
  pool?: ReadingPool;
}

export interface ReadFile {
  /** The name without its folder. */
  file: string;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  document: ResumeDocument;
}

/**
 * Reads a resume file into lines in reading order.
 *
 * Opens only ordinary files of at most 10 MB, judges the format by what is in
 * them, and parses in a thread that is ended at the limits of time and memory.
 * Rejects with `InputError` (codes `file-...`), or with the signal's reason.
 */
export async function readResumeFile(path: string, options: ReadingOptions = {}): Promise<ReadFile> {
  const file = basename(resolve(path));
  try {
    const bytes = await readFileSafely(path);
    // Before parsing: the bytes move to the worker.
    const hash = createHash('sha256').update(bytes).digest('hex');
    const format = sniffFormat(bytes, file);
    const document = await parse(bytes, format, options);
    return { file, hash, document: { ...document, notices: [...nameNotice(file, format), ...document.notices] } };
  } catch (error) {
    if (error instanceof ReadingFailure) throw fileError(error.code, file, error.message);
    throw error;
  }
}

async function parse(bytes: Uint8Array<ArrayBuffer>, format: Format, options: ReadingOptions): Promise<ResumeDocument> {
  const { password, signal, timeoutMs = 15_000 } = options;
  const pool = options.pool ?? createReadingPool({ size: 1 });
  try {
    return await pool.read({ bytes, format, password }, { timeoutMs, signal });
  } finally {
    if (!options.pool) await pool.close();
  }
}

const NAMES: Record<Format, string> = { pdf: 'a PDF', docx: 'a Word file', md: 'Markdown', txt: 'plain text' };

function nameNotice(file: string, format: Format): Notice[] {
  const promised = promisedFormat(file);
  if (promised === format) return [];
  const message = promised
    ? `The name says ${NAMES[promised]}, but it is ${NAMES[format]}; it was read as that.`
    : `The name does not say what it is; it was read as ${NAMES[format]}.`;
  return [{ code: 'name-misleads', message }];
}
