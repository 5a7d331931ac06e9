import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../src/package-root.ts';

/** Floors of the house, from the roof down. A file imports from its own floor or from those below it. */
const FLOORS = [
  ['main.ts'],
  ['cli.ts'],
  ['commands'],
  ['services.ts', 'open-models.ts', 'open-embedder.ts', 'open-index.ts', 'ui'],
  ['interview', 'scoring', 'reports', 'drill'],
  ['grading', 'resume', 'packs'],
  ['llm', 'embeddings', 'vectors', 'store', 'config.ts', 'model-settings.ts'],
  ['schemas', 'errors.ts', 'environment.ts', 'package-root.ts', 'printable.ts', 'real-place.ts'],
];
/** Where adapters are named. */
const OPENERS = ['services.ts', 'open-models.ts', 'open-embedder.ts', 'open-index.ts'];
/** Ports and their adapters: only the port itself may be imported from elsewhere, but by services.ts and what it opens with. */
const PORTS = ['llm', 'embeddings', 'vectors', 'store'];
/** What stands in a port's folder and is no adapter. */
const PLAIN = ['store/data-folder.ts', 'llm/prompt-page.ts', 'llm/structured.ts', 'llm/spoken-text.ts', 'llm/fetch-guard.ts'];
/** The build embeds the packs before there are services. */
const BUILD = 'packs/build.ts';

const src = packagePath('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file) && !file.endsWith('.d.ts'));

interface Import {
  from: string;
  to: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found = [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?'(\.[^']+)'/gmu)];
  return found.map(([, to = '']) => ({ from: file, to: relative(src, join(src, dirname(file), to)) }));
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function floorOf(file: string): number {
  return FLOORS.findIndex((floor) => floor.includes(roomOf(file)));
}

const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('has a floor for every room', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(files.filter((file) => floorOf(file) === -1)).toEqual([]);
  });

  it('is looked through downwards only', () => {
    expect(imports.filter(({ from, to }) => floorOf(to) < floorOf(from))).toEqual([]);
  });

  it('names adapters in services.ts only, and no adapter knows another', () => {
    const intoPorts = imports.filter(({ from, to }) => PORTS.includes(roomOf(to)) && roomOf(from) !== roomOf(to));
    const strangers = intoPorts.filter(({ from, to }) => !OPENERS.includes(from) && from !== BUILD && !PLAIN.includes(to) && to !== `${roomOf(to)}/${roomOf(to)}.ts`);
    expect(strangers).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = files.filter((file) => /process\.env\b/u.test(readFileSync(join(src, file), 'utf8')));
    // main.ts hands it over; graph.ts writes into it to keep tracing off.
    expect(readers.sort()).toEqual(['interview/graph.ts', 'main.ts']);
  });

  it('opens databases in one place, which keeps them from the garbage collector', () => {
    const openers = files.filter((file) => /^import (?!type\b)[^;]*from 'better-sqlite3'/mu.test(readFileSync(join(src, file), 'utf8')));
    expect(openers).toEqual(['store/held-database.ts']);
  });

  it('has no file of more than 300 lines', () => {
    expect(files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 301)).toEqual([]);
  });
});
