import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createLocalEmbedder } from '../embeddings/local.ts';
import { packagePath } from '../package-root.ts';
import { readPacks } from './load.ts';
import { embedPacks, type PackVectors } from './pack-vectors.ts';

/**
 * Called by bin/build.js: writes `packs.json` and `pack-vectors.json` into
 * `folder`, so that the first interview on a fresh machine neither parses nor
 * embeds the built-in packs. Only packs that `known`, the vectors of the last
 * build, does not hold are embedded again.
 */
export async function buildPacks(folder: string, known: PackVectors | undefined): Promise<void> {
  const packs = readPacks([packagePath('prompts', 'packs')]).map((loaded) => ({ ...loaded, file: relative(packagePath(), loaded.file) }));
  const vectors = await embedPacks(packs, createLocalEmbedder(), known);
  writeFileSync(join(folder, 'packs.json'), JSON.stringify(packs));
  writeFileSync(join(folder, 'pack-vectors.json'), JSON.stringify(vectors));
}
