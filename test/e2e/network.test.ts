import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/package-root.ts';
import { hotseat, newHome } from '../helpers/hotseat.ts';

const TRAP = `--import=${pathToFileURL(packagePath('test', 'helpers', 'trap-sockets.mjs')).href}`;
const TRACING = { LANGSMITH_TRACING: 'true', LANGSMITH_TRACING_V2: 'true', LANGCHAIN_TRACING: 'true', LANGCHAIN_TRACING_V2: 'true', LANGSMITH_API_KEY: 'lsv2_pt_0000', LANGCHAIN_API_KEY: 'lsv2_pt_0000' };

function newLog(): string {
  return join(mkdtempSync(join(tmpdir(), 'hotseat-trap-')), 'log');
}

/** One case, as a course author would write it. */
function cannedAnswers(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'hotseat-answers-')), 'answers.jsonl');
  writeFileSync(file, JSON.stringify({ id: '1', question: 'What is an index for?', reference: 'It finds rows without a full scan.', answer: 'It finds the rows without scanning everything.' }));
  return file;
}

const logged = (log: string): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');

describe('the network', () => {
  it.each([
    ['fetch', "await fetch('http://127.0.0.1:8099/').catch(() => 0)"],
    ['a plain socket', "(await import('node:net')).connect(9, '127.0.0.1')"],
    ['a name that is looked up', "(await import('node:dns')).lookup('localhost', () => 0)"],
  ])('is trapped by this test when it is used by %s', (_, script) => {
    const log = newLog();
    spawnSync(process.execPath, [TRAP, '--input-type=module', '-e', script], { env: { ...process.env, TRAP_LOG: log } });

    expect(logged(log)).not.toBe('');
  });

  const COMMANDS: [string, string[]][] = [
    ['a whole interview, even where the shell asks for tracing', ['demo']],
    ['ingest', ['ingest', 'fixtures/resumes/backend-engineer.pdf']],
    ['score', ['score', cannedAnswers()]],
    ['doctor', ['doctor']],
  ];

  // Without --offline nothing refuses a socket: there is none, because nobody chose a provider.
  it.each(COMMANDS.flatMap(([name, words]): [string, string[]][] => [[`${name}, whatever keys lie around`, words], [`${name}, with --offline`, [...words, '--offline']]]))('is never used by %s', async (_, words) => {
    const log = newLog();
    const keys = { OPENAI_API_KEY: 'sk-lying-around', HF_TOKEN: 'hf_lying_around', PINECONE_API_KEY: 'pcsk_lying_around' };
    const { code, stderr } = await hotseat(words, { home: newHome(), env: { ...TRACING, ...keys, NODE_OPTIONS: TRAP, TRAP_LOG: log } });

    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(logged(log)).toBe('');
  });
});
