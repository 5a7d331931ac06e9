import { readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../src/errors.ts';
import { packagePath } from '../../src/package-root.ts';
import { createReadingPool } from '../../src/resume/reading/reading-pool.ts';
import { readResumeFile } from '../../src/resume/reading/read-resume-file.ts';

/**
 * Reads damaged copies of the fixtures. Every copy must be read, or refused
 * with an `InputError`, in time.
 *
 *   npx tsx test/fuzz/readers.ts --files 500 --seed 1
 */
export interface FuzzResult {
  files: number;
  read: number;
  refused: Record<string, number>;
  /** Seeds of the copies that broke the promise, with what happened. */
  broken: string[];
}

export async function fuzzReaders({ files, seed }: { files: number; seed: number }): Promise<FuzzResult> {
  const folder = await mkdtemp(join(tmpdir(), 'hotseat-fuzz-'));
  const pool = createReadingPool({ size: 2 });
  const sources = filesOf(packagePath('fixtures/resumes')).map((path) => ({ extension: extname(path), bytes: readFileSync(path) }));
  const result: FuzzResult = { files, read: 0, refused: {}, broken: [] };
  let next = 0;
  const lane = async () => {
    while (next < files) {
      const number = next++;
      const random = randomFrom(seed * 100_003 + number);
      const source = sources[Math.floor(random() * sources.length)];
      if (!source) continue;
      const path = join(folder, `${number}${source.extension}`);
      await writeFile(path, mutate(source.bytes, sources[Math.floor(random() * sources.length)]?.bytes ?? source.bytes, random));
      await readResumeFile(path, { pool, timeoutMs: 15_000 }).then(
        () => result.read++,
        (error: unknown) => {
          if (error instanceof InputError) result.refused[error.code] = (result.refused[error.code] ?? 0) + 1;
          else result.broken.push(`${number}: ${String(error)}`);
        },
      );
      await rm(path);
    }
  };
  await Promise.all([lane(), lane()]);
  await pool.close();
  await rm(folder, { recursive: true });
  return result;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

type Random = () => number;

/** One of: single bits turned, a piece cut off, a piece of another file put in, a stretch repeated, a stretch zeroed. */
function mutate(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = Math.floor(random() * bytes.length);
  const length = 1 + Math.floor(random() * Math.min(2000, bytes.length));
  switch (Math.floor(random() * 5)) {
    case 0:
      return turnBits(bytes, random);
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), other.subarray(at % other.length, (at % other.length) + length), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length), bytes.subarray(at + length)]);
  }
}

function turnBits(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const count = 1 + Math.floor(random() * 60);
  for (let turned = 0; turned < count; turned++) {
    const at = Math.floor(random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return copy;
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function main(): Promise<void> {
  const option = (name: string, fallback: number) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1] ?? fallback) || fallback;
  const result = await fuzzReaders({ files: option('files', 500), seed: option('seed', 1) });
  console.log(JSON.stringify({ ...result, peakMb: Math.round(process.resourceUsage().maxRSS / 1000) }, null, 2));
  process.exitCode = result.broken.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
