import { readFileSync } from 'node:fs';
import { packagePath } from '../package-root.ts';
import type { Pack } from '../schemas/pack.ts';

export interface LoadedPack {
  pack: Pack;
  /** SHA-256 of the parsed pack, hexadecimal: formatting and comments do not change it. */
  hash: string;
  file: string;
}

/** The packs that come with hotseat, as the build has parsed them: YAML of this size takes most of a second. */
export function loadBuiltInPacks(): LoadedPack[] {
  return JSON.parse(readFileSync(packagePath('dist', 'packs.json'), 'utf8')) as LoadedPack[];
}
