import { join } from 'node:path';
import { build } from 'esbuild';
import { packagePath } from '../../src/package-root.ts';

/** Bundles a program of the tests as the product is bundled, so that it starts as fast. Gives the file to run. */
export async function bundled(entry: string): Promise<string> {
  const outfile = packagePath('node_modules/.cache/hotseat-tests', `${entry.replace(/\W+/gu, '-')}-${process.pid}.mjs`);
  await build({
    absWorkingDir: packagePath(),
    entryPoints: [join('test/helpers', entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    jsx: 'automatic',
    // Only asked for by Ink when DEV=true.
    alias: { 'react-devtools-core': 'react' },
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outfile;
}
