import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { run } from '../../src/cli.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** A folder of its own, empty. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hotseat-command-'));
}

/** Runs a command line in this process, with a data folder that does not exist yet. */
export async function runHere(words: string[], environment: Record<string, string> = {}): Promise<Ran> {
  const caught = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      caught[name] += String(text);
      return true;
    }),
  );
  try {
    const code = await run(words, { HOTSEAT_HOME: join(newFolder(), 'home'), ...environment });
    return { code, ...caught };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
