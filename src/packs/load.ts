import { createHash } from 'node:crypto';
import { InputError } from '../errors.ts';
import type { Pack } from '../schemas/pack.ts';
import type { LoadedPack } from './parsed-packs.ts';
import { checkPack } from './pack-mistakes.ts';
import { locate, packFiles, type PackSource, readPackSource } from './pack-source.ts';

// Apart from what reads packs of one's own: whoever needs no other need not load YAML and schemas.
export { loadBuiltInPacks } from './parsed-packs.ts';
export type { LoadedPack } from './parsed-packs.ts';

/** Reads packs from files and folders (their `*.yaml` and `*.yml`, sorted). Rejects what is no pack with an InputError that names file, line and place. */
export function readPacks(paths: readonly string[]): LoadedPack[] {
  return packFiles(paths).map(readPackFile);
}

export function readPackFile(file: string): LoadedPack {
  return loadPack(readPackSource(file));
}

/** A pack from its source; an InputError with the first mistake when there is one. */
export function loadPack(source: PackSource): LoadedPack {
  const { file, mistakes, value } = source;
  const broken = mistakes.find(({ severity }) => severity === 'error');
  if (broken) throw invalid(file, broken.line, broken.message, broken.remedy);

  const result = checkPack(value);
  if ('pack' in result) return { pack: result.pack, hash: packHash(result.pack), file };
  const [{ path, message, remedy } = { path: [], message: 'This is no pack.', remedy: 'Correct it.' }] = result.mistakes;
  throw invalid(file, locate(source, path).line, `${path.join('.')}: ${message}`, remedy);
}

export function packHash(pack: Pack): string {
  return createHash('sha256').update(JSON.stringify(pack)).digest('hex');
}

function invalid(file: string, line: number, what: string, remedy: string): InputError {
  return new InputError('pack-invalid', `${file}:${line}: ${what}`, `${remedy} See all mistakes with: hotseat pack lint ${file}`);
}
