import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePath } from '../../src/package-root.ts';
import { openTerminal } from '../helpers/terminal.ts';
import { measureTurns } from './turns.ts';

/**
 * `npm run bench`: start-up, ingest and turn times. Machines are noisy, so each
 * figure is a median, and stands beside bare node measured in the same run.
 */
interface Row {
  what: string;
  milliseconds: number;
  aim: string;
}

const ROUNDS = 9;
const program = packagePath('bin', 'hotseat.js');

function median(values: number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function newHome(): string {
  return join(mkdtempSync(join(tmpdir(), 'hotseat-bench-')), 'home');
}

function timeProcess(words: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { env: { ...process.env, HOTSEAT_HOME: newHome() }, encoding: 'utf8', input: '' });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

async function timeFirstFrame(): Promise<number> {
  const start = performance.now();
  const terminal = openTerminal([process.execPath, program], { env: { HOTSEAT_HOME: newHome() } });
  await terminal.shows('hotseat');
  const taken = performance.now() - start;
  terminal.kill('SIGKILL');
  await terminal.exited;
  return taken;
}

/** Rounds of all candidates in turn, so that a busy moment falls on each of them. */
async function measure(candidates: Record<string, () => number | Promise<number>>, rounds: number): Promise<Map<string, number>> {
  const times = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) times.get(name)?.push(await run());
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

const quick = await measure(
  {
    'node -e 0': () => timeProcess(['-e', '0']),
    'hotseat --version': () => timeProcess([program, '--version']),
    'hotseat --help': () => timeProcess([program, '--help']),
    'first screen in a terminal': timeFirstFrame,
  },
  ROUNDS,
);
const slow = await measure({ 'ingest a two-page PDF': () => timeProcess([program, 'ingest', packagePath('fixtures', 'demo', 'resume.pdf')]) }, 3);
const turns = await measureTurns();

const bare = quick.get('node -e 0') ?? Number.NaN;
const aims: Record<string, string> = {
  'hotseat --help': 'at most 1.5 times node',
  'first screen in a terminal': 'at most 300 ms',
  'ingest a two-page PDF': 'at most 2,000 ms',
};
const rows: Row[] = [
  ...[...quick, ...slow].map(([what, milliseconds]) => ({ what, milliseconds, aim: aims[what] ?? '' })),
  { what: 'one offline turn (grade, choose, save, show)', milliseconds: median(turns), aim: 'at most 50 ms' },
];

console.log('| what | ms (median) | times bare node | aim |\n|---|---:|---:|---|');
for (const { what, milliseconds, aim } of rows) {
  console.log(`| ${what} | ${milliseconds.toFixed(0)} | ${(milliseconds / bare).toFixed(2)} | ${aim} |`);
}
