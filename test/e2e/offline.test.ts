import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli.ts';
import { packagePath } from '../../src/package-root.ts';
import { everythingIn } from '../helpers/everything-in.ts';
import { hotseat } from '../helpers/hotseat.ts';
import { SOUND } from '../packs/files.ts';

const TRAP = `--import=${pathToFileURL(packagePath('test', 'helpers', 'trap-sockets.mjs')).href}`;
const KEYS = { OPENAI_API_KEY: 'sk-planted-0123456789abcdef', HF_TOKEN: 'hf_planted0123456789abcdef', PINECONE_API_KEY: 'pcsk_planted_0123456789abcdef' };
/** Everything that would reach somebody, if it could. */
const SETTINGS = 'provider: openai\nquestionModel: hf:org/model\ngrader: openai:gpt-4o\nsecondGrader: hf:org/judge\nembedder: openai\nvectors: pinecone\n';

const folder = mkdtempSync(join(tmpdir(), 'hotseat-offline-'));
const home = join(folder, 'home');
const log = join(folder, 'log');
const file = (name: string): string => join(folder, name);
const ANSWERS = `yes\n${'I measured first, then I added the index, and the latency fell from 900 to 150 ms.\n'.repeat(8)}`;

interface Way {
  words: string[];
  input?: string;
  /** 0 where nothing is said. */
  code?: number;
}

/** How each command is called, in an order in which each finds what it needs. */
const WAYS: Record<string, Way> = {
  ingest: { words: ['fixtures/resumes/junior-developer.txt', 'fixtures/resumes/backend-engineer.pdf'] },
  'resume list': { words: [] },
  'resume show': { words: ['last'] },
  'resume read': { words: ['fixtures/resumes/devops-engineer.md'] },
  'resume check': { words: ['fixtures/resumes/backend-engineer.pdf'] },
  'resume search': { words: ['last', 'event streaming'] },
  match: { words: ['--resume', 'last', '--job', 'fixtures/resumes/devops-engineer.md'] },
  interview: { words: ['--resume', 'last', '--questions', '2', '--plain'], input: ANSWERS },
  'session list': { words: [] },
  'session show': { words: ['last'] },
  'session export': { words: ['last'] },
  'candidate list': { words: [] },
  'candidate show': { words: ['last'] },
  report: { words: ['last'] },
  regrade: { words: ['last'] },
  'score init': { words: [file('answers.yaml')] },
  'score validate': { words: [file('answers.yaml')] },
  score: { words: [file('answers.yaml'), '--output', file('results.json'), '--shard', '1/1'] },
  'score merge': { words: [file('results.json'), '--output', file('merged.json')] },
  'score bless': { words: [file('merged.json'), '--output', file('baseline.json'), '--force'] },
  'pack list': { words: [] },
  'pack show': { words: ['sql'] },
  'pack lint': { words: [file('mine.yaml')] },
  'pack test': { words: ['prompts/packs/cpp.yaml'] },
  'pack new': { words: [file('new.yaml')] },
  'pack schema': { words: [] },
  'question list': { words: ['--domain', 'sql'] },
  'question show': { words: ['mine-cache', '--pack', file('mine.yaml')] },
  'question add': { words: [file('mine.yaml')] },
  'question edit': { words: ['mine-cache', '--pack', file('mine.yaml')] },
  'question remove': { words: ['mine-cache', '--pack', file('mine.yaml')] },
  calibrate: { words: ['--questions', '3'] },
  network: { words: ['--payloads'] },
  graph: { words: [] },
  'vectors status': { words: [] },
  'vectors rebuild': { words: [] },
  'config show': { words: [] },
  'config schema': { words: ['pack'] },
  doctor: { words: [] },
  demo: { words: [] },
  start: { words: [] },
  'session cancel': { words: ['last'], code: 2 },
  'session delete': { words: ['last'] },
  'resume delete': { words: ['last'] },
  'candidate delete': { words: ['last'] },
};

/** The paths of all commands that do something by themselves. */
async function commandPaths(): Promise<string[]> {
  const context = { exitCode: 0, environment: {}, prepare: async () => undefined, config: () => Promise.reject(new Error('Nothing is run here.')) as never };
  const commands = await Promise.all(Object.values(COMMANDS).map(async (entry) => (await entry.load()).command(context)));
  return commands.flatMap((command) => (command.commands.length === 0 || takesWords(command) ? [command.name()] : []).concat(command.commands.map((child) => `${command.name()} ${child.name()}`)));
}

const takesWords = (command: Command): boolean => command.registeredArguments.length > 0;

beforeAll(() => {
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(join(home, 'config.yaml'), SETTINGS);
  writeFileSync(file('mine.yaml'), SOUND);
});

describe('--offline', () => {
  it('is tried with every command there is', async () => {
    expect(Object.keys(WAYS).sort()).toEqual((await commandPaths()).sort());
  });

  it.each(Object.entries(WAYS))('lets %s open no socket and print no key', async (path, { words, input, code = 0 }) => {
    const env = { ...KEYS, NODE_OPTIONS: TRAP, TRAP_LOG: log, VISUAL: 'true' };
    const ran = await hotseat([...path.split(' '), ...words, '--offline'], { home, input, env });

    expect(ran).toMatchObject({ code });
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('');
    for (const key of Object.values(KEYS)) expect(ran.stdout + ran.stderr).not.toContain(key);
  });

  it('leaves no key behind', () => {
    const written = everythingIn(folder);
    for (const key of Object.values(KEYS)) expect(written).not.toContain(key);
  });

  it('is not given up for a grader that is named beside it', async () => {
    const ran = await hotseat(['score', file('answers.yaml'), '--grader', 'openai:gpt-4o', '--offline'], { home, env: KEYS });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('--offline') as string });
  });
});

describe('a thread that reads or grades', () => {
  it.each(['resume-worker.js', 'score-worker.js'])('opens no socket: %s', async (entry) => {
    const url = pathToFileURL(packagePath('dist', entry)).href;
    const script = `
      const { parentPort } = require('node:worker_threads');
      import(${JSON.stringify(url)})
        .then(() => fetch('http://127.0.0.1:9/'))
        .then(() => 'open', (error) => error.code)
        .then((outcome) => parentPort.postMessage(outcome));`;
    const worker = new Worker(script, { eval: true, workerData: {} });
    const outcome = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    await worker.terminate();
    expect(outcome).toBe('offline');
  });
});
