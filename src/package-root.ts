import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the same from the bundle in dist/ and from the sources. */
const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** A file or folder that comes with the package, such as `prompts/packs`. */
export function packagePath(...parts: string[]): string {
  return join(root, ...parts);
}

/** The package's own version, for `--version`, reports and provenance. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string };
  return version;
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The hotseat package has lost its package.json.');
  return findRoot(parent);
}
