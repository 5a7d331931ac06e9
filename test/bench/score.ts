import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadBuiltInPacks } from '../../src/packs/load.ts';
import { packagePath } from '../../src/package-root.ts';

/**
 * How fast and how large `hotseat score` is, as a whole process, beside a bare
 * `node -e 0` of the same minute: on a shared machine only the ratio means
 * something. The cases are the gold answers of the built-in packs with their
 * questions in full. Run it with: npx tsx test/bench/score.ts [--large]
 */
const PEERS = 'For comparison, measured once on a quiet machine where node -e 0 took 58 ms: promptfoo 500 cases 3500 ms (60x), evalite 2800 ms (48x).';
const RUNS = 5;
const TELL_PEAK = `import { writeSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

const folder = mkdtempSync(join(tmpdir(), 'hotseat-bench-'));
try {
  await bench(process.argv.includes('--large'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(large: boolean): Promise<void> {
  const small = await writeCases('500.jsonl', 500);
  const yaml = join(folder, '500.yaml');
  writeFileSync(yaml, stringify({ cases: readFileSync(small, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown) }));
  const many = await writeCases('10000.jsonl', 10_000);

  console.log('what                            ms      x node -e 0   cases/s   MB');
  row('node -e 0', ['-e', '0'], 0, RUNS);
  row('500 cases, JSONL', score(small), 500, RUNS);
  row('500 cases, YAML', score(yaml), 500, RUNS);
  row('500 cases, one thread', [...score(small), '--concurrency', '1'], 500, RUNS);
  row('10000 cases, JSONL', score(many), 10_000, 1);
  if (large) row('100000 cases, JSONL', score(await writeCases('100000.jsonl', 100_000)), 100_000, 1);
  console.log(PEERS);
}

function score(file: string): string[] {
  return [packagePath('bin/hotseat.js'), 'score', file, '--quiet'];
}

/** The median of several runs, each beside its own bare Node. */
function row(name: string, words: string[], cases: number, runs: number): void {
  const results = Array.from({ length: runs }, () => ({ bare: millisecondsOf(['-e', '0']), ms: millisecondsOf(words) }));
  const median = (values: number[]) => values.sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;
  const ms = median(results.map((one) => one.ms));
  const ratio = median(results.map((one) => one.ms / one.bare));
  const rate = cases === 0 ? '-' : String(Math.round(cases / (ms / 1000)));
  console.log(`${name.padEnd(26)} ${ms.toFixed(0).padStart(8)} ${ratio.toFixed(1).padStart(12)} ${rate.padStart(12)} ${megabytesOf(words).toFixed(0).padStart(7)}`);
}

function millisecondsOf(words: string[]): number {
  const start = performance.now();
  run(words);
  return performance.now() - start;
}

/** The peak of a run of its own: what tells it would slow a measured one down. */
function megabytesOf(words: string[]): number {
  return Number(run(['--import', `data:text/javascript,${encodeURIComponent(TELL_PEAK)}`, ...words])) / 1024;
}

/** Runs Node to its end and gives what it wrote on descriptor 3. */
function run(words: string[]): string {
  const { status, output } = spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}`);
  return output[3] ?? '';
}

async function writeCases(name: string, count: number): Promise<string> {
  const gold = loadBuiltInPacks().flatMap(({ pack }) => pack.questions.flatMap((question) => question.gold.map(({ answer }) => ({ question, answer }))));
  const path = join(folder, name);
  const file = createWriteStream(path);
  for (let place = 0; place < count; place++) {
    // Seven steps further each time, so that neighbours are of different questions.
    const one = gold[(place * 7) % gold.length];
    if (!one) break;
    const { text, type, domain, reference, keyPoints } = one.question;
    const line = JSON.stringify({ id: `case-${place + 1}`, question: text, type, domain, reference, keyPoints: keyPoints.map((point) => ({ text: point.text, weight: point.weight })), answer: one.answer });
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return path;
}
