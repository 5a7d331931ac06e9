import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { finished } from 'node:stream/promises';
import { InputError } from '../errors.ts';
import { realPlace } from '../real-place.ts';
import type { ScoredRun, Shown } from './scored-run.ts';

/** JSON holds the whole run, whatever is shown. */
type Project = (run: ScoredRun, shown?: Shown) => Iterable<string>;

/** What each ending holds. Loaded when it is written: most runs write one format or none. */
const PROJECTIONS: Record<string, () => Promise<Project>> = {
  '.json': loadJson,
  '.jsonl': async () => (await import('./formats/json.ts')).runAsJsonLines,
  '.xml': async () => (await import('./formats/junit.ts')).runAsJUnit,
  '.html': async () => (await import('./formats/html.ts')).runAsHtml,
  '.md': async () => (await import('./formats/markdown.ts')).runAsMarkdown,
  '.txt': loadText,
};

async function loadJson(): Promise<Project> {
  const { runAsJson } = await import('./formats/json.ts');
  return (run) => runAsJson(run);
}

async function loadText(): Promise<Project> {
  const { runAsText } = await import('./formats/text.ts');
  return function* (run, shown) {
    for (const line of runAsText(run, { ...shown, verbose: true })) yield `${line}\n`;
  };
}

/** A file to write, named as on the command line. */
export interface Output {
  path: string;
  projection: () => Promise<Project>;
}

/** Checks the names before anything is graded. `inputs` are never written over. Rejects with an InputError. */
export function planOutputs(paths: readonly string[], inputs: readonly string[] = []): Output[] {
  const read = new Set(inputs.map(realPlace));
  const written = new Set<string>();
  return paths.map((path) => {
    const place = realPlace(path);
    const projection = PROJECTIONS[extname(path).toLowerCase()];
    if (!projection) throw new InputError('output-invalid', `The ending of ${path} says no format.`, `Choose one of: ${Object.keys(PROJECTIONS).join(', ')}.`);
    if (read.has(place)) throw new InputError('output-invalid', `${path} is read by this run, so it cannot be written.`, 'Choose another name for --output.');
    if (written.has(place)) throw new InputError('output-invalid', `${path} is named twice as an output.`, 'Name it once.');
    if (isFolder(path) || !isFolder(dirname(path))) throw unwritable(path);
    if (isFolder(`${path}.run`)) throw new InputError('output-invalid', `${path}.run is a folder, and a run keeps its results under this name until it ends.`, 'Choose another name for --output.');
    written.add(place);
    return { path, projection };
  });
}

/**
 * Writes all outputs, or none: each is made beside its place under another
 * name, and they move there when all are complete. Rejects with an InputError.
 */
export async function writeOutputs(outputs: readonly Output[], run: ScoredRun, shown: Shown = {}): Promise<void> {
  const made: { part: string; path: string }[] = [];
  try {
    for (const { path, projection } of outputs) {
      const project = await projection();
      const target = realPlace(path);
      // A pipe or a device takes the words as they come: nothing can move to its place.
      const part = isSpecial(target) ? target : `${target}.${process.pid}.part`;
      if (part !== target) made.push({ part, path: target });
      await writeAll(part, path, project(run, shown));
    }
    for (const { part, path } of made) await rename(part, path);
  } catch (error) {
    for (const { part } of made) await rm(part, { force: true });
    throw error;
  }
}

async function writeAll(file: string, path: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  const done = finished(stream);
  // Heard at the end; until then a failure must not count as unheard.
  done.catch(() => undefined);
  try {
    for (const piece of gathered(pieces)) {
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
    }
    stream.end();
    await done;
  } catch (error) {
    throw error instanceof Error && 'code' in error ? unwritable(path, error) : error;
  }
}

/** Small pieces made into larger ones: a hundred thousand lines are no hundred thousand writes. */
export function* gathered(pieces: Iterable<string>, size = 1 << 16): Generator<string> {
  let buffer = '';
  for (const piece of pieces) {
    buffer += piece;
    if (buffer.length < size) continue;
    yield buffer;
    buffer = '';
  }
  if (buffer !== '') yield buffer;
}

/** What cannot be reached is none that we could write to: writing there says why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isSpecial(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile();
}

function unwritable(path: string, cause?: unknown): InputError {
  return new InputError('output-unwritable', `The output ${path} cannot be written.`, 'Check that its folder is there and yours to write, and that the disk has room.', { cause });
}
