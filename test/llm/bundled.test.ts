import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { packagePath } from '../../src/package-root.ts';
import { says, startChatServer } from '../helpers/servers/chat-server.ts';
import { PINECONE_KEY, startPineconeServer } from '../helpers/servers/pinecone-server.ts';

// Bundled and split, a package has other exports than Node gives it.
it('every client\'s package works in the bundle too', async () => {
  const outdir = mkdtempSync(join(packagePath('node_modules'), '.hotseat-bundle-'));
  const [chat, pinecone] = await Promise.all([startChatServer(), startPineconeServer()]);
  chat.plays(says('Hello.'));
  await build({
    absWorkingDir: packagePath(),
    entryPoints: ['test/helpers/servers/bundled-adapters.ts'],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(outdir, 'bundled-adapters.mjs'), chat.baseUrl, pinecone.url, PINECONE_KEY]);
  await Promise.all([chat.close(), pinecone.close()]);
  rmSync(outdir, { recursive: true });
  expect(stdout.trim().split('\n')).toEqual(['Hello.', 'Hello.', 'ModelError model-unreadable', 'ModelError model-unreadable', 'IndexMissing No usable vector index for resume abc.']);
  expect(stderr).toBe('');
});
