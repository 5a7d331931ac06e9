import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** What starts again and again, for every change in a pipeline. */
const HASTY = ['src/main.ts', 'src/commands/score.ts', 'src/grading/offline-grader.ts'];
/** In bytes: a larger chunk is worth a file of its own. */
const SMALL = 5_000;
/** Node's modules that it has loaded before a program begins. Others would cost every command their time. */
const AT_HAND = ['node:buffer', 'node:events', 'node:fs', 'node:module', 'node:path', 'node:url'];

/**
 * A plugin that joins the small chunks which a run of `score` loads.
 *
 * esbuild makes a chunk for every set of entries that share something: most
 * hold a few lines, and finding a file takes Node longer than reading it. What
 * every entry imports becomes one chunk, so every entry is made to import what
 * was in small ones. `metafile` tells of a bundle without this plugin.
 */
export function joinSmallChunks({ outputs }, root) {
  const shared = smallFiles(outputs).map((file) => `import './${file}';`).join('\n');
  const entries = Object.values(outputs).flatMap(({ entryPoint }) => (entryPoint?.startsWith('src/') ? [join(root, entryPoint)] : []));
  return {
    name: 'join-small-chunks',
    setup(plugin) {
      plugin.onResolve({ filter: /^shared:$/ }, ({ path }) => ({ path, namespace: 'shared' }));
      plugin.onLoad({ filter: /.*/, namespace: 'shared' }, () => ({ contents: shared, resolveDir: root }));
      plugin.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        return entries.includes(path) ? { contents: `import 'shared:';\n${readFileSync(path, 'utf8')}`, loader: extname(path).slice(1) } : undefined;
      });
    },
  };
}

/** The sources in small chunks that the hasty ones load and that need nothing larger. */
function smallFiles(outputs) {
  const withNeeds = (path) => [path, ...needsOf(outputs[path]).flatMap(withNeeds)];
  const isLight = ({ external, path }) => !external || AT_HAND.includes(path);
  const isSmall = (path) => !outputs[path].entryPoint && outputs[path].bytes < SMALL && outputs[path].imports.every(isLight);
  const hasty = Object.keys(outputs).filter((path) => HASTY.includes(outputs[path].entryPoint));
  const chunks = new Set(hasty.flatMap(withNeeds).filter((path) => withNeeds(path).every(isSmall)));
  return [...chunks].flatMap((path) => Object.keys(outputs[path].inputs));
}

function needsOf({ imports }) {
  return imports.filter(({ kind, external }) => kind === 'import-statement' && !external).map(({ path }) => path);
}
