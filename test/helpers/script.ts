import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { packagePath } from '../../src/package-root.ts';

/** A process of its own that runs a TypeScript file of the tests. */
export interface Script {
  /** What it has printed so far. */
  readonly lines: string[];
  /** Ends it as a power cut would. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves with its exit code, null after a kill, when all it printed is in `lines`. */
  readonly exited: Promise<number | null>;
}

/** Starts `file`, a path within the package, with Node and tsx. */
export function startScript(file: string, ...args: string[]): Script {
  const child = spawn(process.execPath, ['--import', 'tsx', packagePath(file), ...args], {
    cwd: packagePath(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const exited = once(child, 'close').then(() => child.exitCode);

  return {
    lines,
    exited,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
