import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { HotseatError } from '../../src/errors.ts';
import { readResumeFile } from '../../src/resume/reading/read-resume-file.ts';
import { createReadingPool } from '../../src/resume/reading/reading-pool.ts';

/**
 * Reads every file of a folder and prints what became of it. Ends with 1 when
 * something crashed, took longer than its limit, or was not silent.
 *
 *   npx tsx test/measure/hard-files.ts <folder> [--pool <workers>]
 */
interface Outcome {
  file: string;
  words: string;
  ms: number;
  rssMb: number;
  failed: boolean;
}

const LIMIT_MS = 15_000;
const LIMIT_MB = 500;

const [folder = '.', flag, workers] = process.argv.slice(2);
const pool = flag === '--pool' ? createReadingPool({ size: Number(workers ?? 2) }) : undefined;
const noise = watchOutput();
const started = performance.now();
const outcomes = await readAll(filesOf(folder));
const seconds = (performance.now() - started) / 1000;
await pool?.close();
const said = noise();
print(outcomes);

function filesOf(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesOf(join(path, name))) : [path];
}

/** With a pool as many at a time as it has workers, otherwise one by one, each in a worker of its own. */
async function readAll(files: string[]): Promise<Outcome[]> {
  const results: Outcome[] = [];
  const queue = [...files];
  const lane = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) results.push(await readOne(file));
  };
  await Promise.all(Array.from({ length: pool ? Number(workers ?? 2) : 1 }, lane));
  return results.sort((one, other) => one.file.localeCompare(other.file));
}

async function readOne(path: string): Promise<Outcome> {
  const before = performance.now();
  let peak = 0;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const result = await readResumeFile(path, { pool }).then(
    ({ document }) => {
      const codes = [...new Set(document.notices.map(({ code }) => code))].join(' ');
      return { words: `${document.lines.length} lines, ${document.pages} pages ${codes}`, failed: false };
    },
    (error: unknown) => (error instanceof HotseatError ? { words: error.code, failed: false } : { words: `CRASH ${String(error)}`, failed: true }),
  );
  clearInterval(sampler);
  const ms = performance.now() - before;
  const rssMb = Math.max(peak, process.memoryUsage.rss()) / 1e6;
  return { file: relative(folder, path), ...result, ms, rssMb, failed: result.failed || ms > LIMIT_MS + 1500 || rssMb > LIMIT_MB };
}

/** Collects what anything writes to stdout or stderr meanwhile. */
function watchOutput(): () => string {
  const originals = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));
  let text = '';
  for (const { stream } of originals) {
    stream.write = ((chunk: string | Uint8Array) => {
      text += String(chunk);
      return true;
    });
  }
  return () => {
    for (const { stream, write } of originals) stream.write = write;
    return text;
  };
}

function print(results: Outcome[]): void {
  for (const { file, words, ms, rssMb, failed } of results) {
    console.log(`${failed ? 'FAIL ' : '     '}${file.padEnd(52)} ${ms.toFixed(0).padStart(6)} ms ${rssMb.toFixed(0).padStart(4)} MB  ${words}`);
  }
  const read = results.filter(({ words }) => / lines/.test(words)).length;
  const peak = Math.max(...results.map(({ rssMb }) => rssMb));
  console.log(`${results.length} files, ${read} read, ${results.filter(({ failed }) => failed).length} failed, ${said.length} characters of noise; ${seconds.toFixed(1)} s, ${(results.length / seconds).toFixed(1)} files/s, peak ${peak.toFixed(0)} MB`);
  if (said !== '') console.log(said.slice(0, 2000));
  process.exitCode = results.some(({ failed }) => failed) || said !== '' ? 1 : 0;
}
