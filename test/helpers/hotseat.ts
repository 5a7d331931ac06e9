import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePath } from '../../src/package-root.ts';

export interface Finished {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  home?: string;
  input?: string;
  env?: Record<string, string>;
  cwd?: string;
}

/** A data folder of its own, empty. */
export function newHome(): string {
  return join(mkdtempSync(join(tmpdir(), 'hotseat-test-')), 'home');
}

/** Starts the real program, as a user's shell would. */
export function startHotseat(words: string[], { home = newHome(), env = {}, cwd = packagePath() }: RunOptions = {}): ChildProcessWithoutNullStreams {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CI|HOTSEAT_|NO_COLOR|FORCE_COLOR|VITEST|NODE_OPTIONS)/u.test(name)));
  return spawn(process.execPath, [packagePath('bin', 'hotseat.js'), ...words], { cwd, env: { ...clean, HOTSEAT_HOME: home, ...env } });
}

/** Runs the real program to its end. */
export async function hotseat(words: string[], options: RunOptions = {}): Promise<Finished> {
  const child = startHotseat(words, options);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A program that ends before it has read everything closes the pipe; that is its right.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** The JSON objects that were printed one a line. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
}
