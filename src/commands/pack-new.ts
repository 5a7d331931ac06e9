import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { isBuiltIn } from '../packs/built-in.ts';
import { loadBuiltInPacks } from '../packs/load.ts';
import { writeNewFile } from '../packs/own-pack.ts';
import { packJsonSchema, SCHEMA_FILE } from '../packs/pack-schema.ts';
import { starterPack } from '../packs/starter-pack.ts';
import type { Flags } from '../config.ts';
import { print, printJson } from './print.ts';
import type { ConfigWork } from './with-config.ts';

export async function makePack(_: ConfigWork, { json }: Flags & { json?: boolean }, file = ''): Promise<void> {
  if (!/\.ya?ml$/u.test(file)) throw new InputError('pack-name', `A pack is a file that ends in .yaml, and ${file} does not.`, `Try: hotseat pack new ${file.replace(/\.[^./\\]*$/u, '')}.yaml`);
  if (isBuiltIn(file)) throw new InputError('pack-built-in', `${file} would lie among the built-in packs, which are never written.`, 'Give a folder of your own.');

  writeNewFile(file, starterPack(idFrom(file)));
  const schema = join(dirname(file), SCHEMA_FILE);
  // A schema that lies there is that of an earlier pack, or the author's own business.
  if (!existsSync(schema)) writeNewFile(schema, schemaText());
  if (json) return printJson({ file, schema });
  await print(`Made ${file}, and ${SCHEMA_FILE} beside it, with which editors complete and check packs.`);
  await print(`Write your questions over the one in it, then: hotseat pack lint ${file}`);
}

export async function printSchema(): Promise<void> {
  await print(schemaText().trimEnd());
}

function schemaText(): string {
  return `${JSON.stringify(packJsonSchema(), null, 2)}\n`;
}

function idFrom(file: string): string {
  const name = basename(file, extname(file)).toLowerCase();
  const id = name.replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'my-pack';
  return loadBuiltInPacks().some(({ pack }) => pack.id === id) ? `my-${id}` : id;
}
