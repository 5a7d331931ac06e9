#!/usr/bin/env node
// Makes dist/: the program, bundled and split by subcommand, the resume worker,
// and the question packs, parsed and embedded.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { joinSmallChunks } from './small-chunks.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
// Built aside and renamed, so that a program that runs meanwhile never sees half of it.
const next = join(root, `dist.next-${process.pid}`);
const last = join(root, `dist.last-${process.pid}`);

/** Ink asks for React's development tools only when DEV=true; the bundle has none. */
const withoutDevelopmentTools = {
  name: 'without-development-tools',
  setup(plugin) {
    plugin.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    plugin.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }));
  },
};

/** Commander runs subcommands that are programs of their own. There are none, and what would run them takes longer to load than Commander. */
const withoutChildProcesses = {
  name: 'without-child-processes',
  setup(plugin) {
    plugin.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) => (importer.includes('commander') ? { path, namespace: 'empty' } : undefined));
  },
};

const settings = {
  absWorkingDir: root,
  entryPoints: {
    main: 'src/main.ts',
    'resume-worker': 'src/resume/reading/worker.ts',
    'score-worker': 'src/scoring/score-worker.ts',
    'build-packs': 'src/packs/build.ts',
  },
  outdir: next,
  bundle: true,
  splitting: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Node has had \p{L} for years; esbuild would make a new RegExp of it each time the line is reached.
  supported: { 'regexp-unicode-property-escapes': true },
  jsx: 'automatic',
  // Native code, packages that read files beside themselves, and weights.
  external: ['better-sqlite3', 'pdf-parse', 'mammoth', 'vectra', 'yauzl', '@energetic-ai/*'],
  plugins: [withoutDevelopmentTools, withoutChildProcesses],
  // Bundled CommonJS packages call require for Node's own modules.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
};

try {
  await bundle();
  await buildPacks();
  if (existsSync(dist)) renameSync(dist, last);
  renameSync(next, dist);
} finally {
  rmSync(next, { recursive: true, force: true });
  rmSync(last, { recursive: true, force: true });
}

/** Twice: what small chunks there are is known when it is done. */
async function bundle() {
  const { metafile } = await build({ ...settings, write: false });
  await build({ ...settings, plugins: [...settings.plugins, joinSmallChunks(metafile, root)] });
}

async function buildPacks() {
  const knownFile = join(dist, 'pack-vectors.json');
  const known = existsSync(knownFile) ? JSON.parse(readFileSync(knownFile, 'utf8')) : undefined;
  const packs = await import(pathToFileURL(join(next, 'build-packs.js')).href);
  await packs.buildPacks(next, known);
}
