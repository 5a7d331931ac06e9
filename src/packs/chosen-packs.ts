import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { loadBuiltInPacks, readPacks, type LoadedPack } from './load.ts';
import { nearWord } from './near-word.ts';

/**
 * What somebody named with --pack, in a form that needs no current folder: the
 * id of a pack that is built in or stands in the settings, or the absolute path
 * of a file or folder. An id goes before a folder of the same name. Throws an
 * InputError that lists the ids for what is neither.
 */
export function settlePackNames(names: readonly string[], settingsPaths: readonly string[]): string[] {
  const ids = knownPacks(settingsPaths).map(({ pack }) => pack.id);
  const settled = names.map((name) => {
    if (ids.includes(name)) return name;
    if (existsSync(name) || /[./\\]/u.test(name)) return resolve(name);
    throw unknownPack(name, ids);
  });
  return [...new Set(settled)];
}

/** The packs of settled names, each once. Throws an InputError for what is no longer there. */
export function packsNamed(settled: readonly string[], settingsPaths: readonly string[]): LoadedPack[] {
  const known = knownPacks(settingsPaths);
  const packs = settled.flatMap((name) => {
    if (isAbsolute(name)) return readPacks([name]);
    // A pack of the user's goes before a built-in one of the same id, as its questions do.
    const found = known.findLast(({ pack }) => pack.id === name);
    if (found) return [found];
    throw unknownPack(name, known.map(({ pack }) => pack.id));
  });
  return [...new Map(packs.map((loaded) => [loaded.hash, loaded])).values()];
}

function knownPacks(settingsPaths: readonly string[]): LoadedPack[] {
  return [...loadBuiltInPacks(), ...readPacks(settingsPaths)];
}

function unknownPack(name: string, ids: string[]): InputError {
  const near = nearWord(name, ids) ?? ids.find((id) => id.startsWith(name));
  const packs = [...new Set(ids)].sort().join(', ');
  return new InputError('pack-unknown', `There is no pack "${name}".${near ? ` Did you mean ${near}?` : ''}`, `The packs are: ${packs}. One of your own is named by its file.`);
}
