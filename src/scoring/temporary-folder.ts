import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/**
 * A new folder for what is needed while a run goes on, for its owner alone.
 * Whoever asks for it removes it; where the process ends before that, because
 * a reader closes the pipe, it goes with the process.
 */
export function temporaryFolder(prefix: string): string {
  if (folders.size === 0) process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  const folder = mkdtempSync(join(tmpdir(), prefix));
  folders.add(folder);
  return folder;
}
