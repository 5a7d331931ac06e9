import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { type CaseFacts, factsOf } from './case-facts.ts';
import { createKeptFacts } from './kept-facts.ts';
import { readLines } from './reading/byte-lines.ts';
import type { ScoredCase } from './result.ts';
import type { ScoredRun } from './scored-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A graded case as the run file keeps it. The key says what it was graded from, the line is its JSON. */
export interface KeptCase {
  key: string;
  line: string;
  facts: CaseFacts;
}

/**
 * The results of a run, one a line, written as they come in. It is what keeps
 * memory flat, what every output is made from, and what an interrupted run
 * goes on from: at any moment all whole lines of it are good.
 */
export interface RunFile extends Omit<ScoredRun, 'summary'> {
  /** How many results of an earlier run can be taken over. */
  readonly known: number;
  /** Their keys and the ids of their cases. */
  knownCases(): Iterable<{ key: string; id: string }>;
  /** What the earlier run was made with; null where that is not known. */
  readonly earlier: readonly unknown[] | null;
  has(key: string): boolean;
  /** Keeps a copy beside the file, which nothing takes away, and gives its path. */
  setAside(): string;
  /** The next cases in the order of the input: of each its new result, or the key of a known one. They are in the file when it returns. */
  add(kept: readonly (KeptCase | string)[]): void;
  /** Ends the work with it; it stays on the disk only when it is kept. */
  close(options: { keep: boolean }): void;
}

export interface RunFileOptions {
  /** What of an earlier run's file is taken over; without it nothing is. */
  isWanted?(facts: CaseFacts): boolean;
  /** What this run is made with, so that a later one can tell what is different. */
  settings?: readonly unknown[];
}

/** Opens the run file at `path`, or a temporary one. */
export function openRunFile(path: string | null, { isWanted, settings = [] }: RunFileOptions = {}): RunFile {
  const folder = path === null ? temporaryFolder('hotseat-run-') : null;
  const target = path ?? join(folder ?? '', 'results');
  // A new file, not the old one emptied: a second run on the same output keeps its own.
  const fresh = `${target}.${process.pid}`;
  const file = openFresh(fresh, path);
  // Of each line of the file: where its JSON begins, how many bytes it has, and its facts.
  const starts: number[] = [];
  const lengths: number[] = [];
  const facts = createKeptFacts();
  let end = 0;
  /** The row of each line that was taken over, by its key. */
  const known = new Map<string, number>();
  /** The rows of the cases, in the order of the input. */
  const rows: number[] = [];

  /** Writes new results, all at once, and gives their rows. */
  function write(kept: readonly KeptCase[]): number[] {
    writeAll(file, Buffer.from(kept.map(({ key, line }) => `${key} ${line}\n`).join(''), 'utf8'), end);
    return kept.map(({ key, line, facts: own }) => {
      const start = end + key.length + 1;
      const length = Buffer.byteLength(line);
      starts.push(start);
      lengths.push(length);
      end = start + length + 1;
      return facts.add(own);
    });
  }

  writeAll(file, Buffer.from(`${SETTINGS}${JSON.stringify(settings)}\n`), end);
  end += SETTINGS.length + Buffer.byteLength(JSON.stringify(settings)) + 1;
  const earlier = isWanted && existsSync(target) ? settingsIn(target) : null;
  if (isWanted && existsSync(target)) {
    for (const kept of keptIn(target)) if (isWanted(kept.facts)) for (const row of write([kept])) known.set(kept.key, row);
  }
  renameSync(fresh, target);

  function line(index: number): string {
    const row = rows[index] ?? -1;
    const bytes = Buffer.allocUnsafe(lengths[row] ?? 0);
    readSync(file, bytes, 0, bytes.length, starts[row] ?? 0);
    return bytes.toString('utf8');
  }

  return {
    facts: facts.list(rows),
    known: known.size,
    *knownCases() {
      for (const [key, row] of known) yield { key, id: facts.list([row]).at(0)?.id ?? '' };
    },
    earlier,
    setAside: () => copyAside(target),
    has: (key) => known.has(key),
    add(kept) {
      const fresh = write(kept.filter((one) => typeof one !== 'string'));
      for (const one of kept) {
        const row = typeof one === 'string' ? known.get(one) : fresh.shift();
        if (row === undefined) throw new Error('The run file does not know this case.');
        rows.push(row);
      }
    },
    line,
    case: (index) => JSON.parse(line(index)) as ScoredCase,
    close({ keep }) {
      if (keep && folder === null) fsyncSync(file);
      closeSync(file);
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
      else if (!keep) rmSync(target, { force: true });
    },
  };
}

/** The results in a run file; a last one that was cut off is no JSON, and left out. */
function* keptIn(path: string): Generator<KeptCase> {
  for (const { text } of readLines(path)) {
    const space = text?.indexOf(' ') ?? -1;
    if (text === null || space <= 0) continue;
    const line = text.slice(space + 1);
    const facts = factsIn(line);
    if (facts) yield { key: text.slice(0, space), line, facts };
  }
}

/** The first line, which no result begins like. */
const SETTINGS = 'settings ';

function settingsIn(path: string): readonly unknown[] | null {
  for (const { text } of readLines(path)) {
    if (!text?.startsWith(SETTINGS)) return null;
    try {
      const settings: unknown = JSON.parse(text.slice(SETTINGS.length));
      return Array.isArray(settings) && settings.length > 0 ? settings : null;
    } catch {
      return null;
    }
  }
  return null;
}

/** Under the first name that is free: what was set aside before is kept too. */
function copyAside(path: string): string {
  for (let count = 1; ; count++) {
    const place = `${path}.old${count > 1 ? count : ''}`;
    try {
      copyFileSync(path, place, constants.COPYFILE_EXCL);
      return place;
    } catch (error) {
      if (!existsSync(place)) throw new InputError('output-unwritable', `The results of the earlier run cannot be kept at ${place}.`, 'Make room beside them, or give another --output.', { cause: error });
    }
  }
}

function factsIn(line: string): CaseFacts | undefined {
  try {
    return factsOf(JSON.parse(line) as ScoredCase);
  } catch {
    return undefined;
  }
}

function openFresh(fresh: string, path: string | null): number {
  try {
    return openSync(fresh, 'w+', 0o600);
  } catch (error) {
    throw new InputError('output-unwritable', `Nothing can be written to the folder ${dirname(path ?? fresh)}.`, 'Make the folder first, or choose another place for --output.', { cause: error });
  }
}

function writeAll(file: number, bytes: Buffer, position: number): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
  } catch (error) {
    throw new InputError('output-unwritable', 'The results cannot be written; the disk may be full.', 'Make room and go on with --continue.', { cause: error });
  }
}
