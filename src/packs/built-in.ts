import { relative, resolve, sep } from 'node:path';
import { packagePath } from '../package-root.ts';
import { realPlace } from '../real-place.ts';

/** The folder of the packs that come with hotseat. They are read, and never written. */
export function builtInFolder(): string {
  return packagePath('prompts', 'packs');
}

/** Whether a file is one of the built-in packs, by whatever way it was reached. */
export function isBuiltIn(file: string): boolean {
  const way = relative(realPlace(builtInFolder()), realPlace(file));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way;
}
