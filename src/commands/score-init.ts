import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import { exampleAnswers } from '../scoring/example.ts';
import { print, printJson } from './print.ts';

interface InitFlags extends Flags {
  json?: boolean;
  force?: boolean;
}

const SCHEMA_FILE = 'answers.schema.json';

export function initCommand(): Command {
  return new Command('init')
    .description('write an example of an answers file with comments, and its schema for editors')
    .argument('[file]', 'where the example goes', 'answers.yaml')
    .option('--force', 'write over files that are there')
    .option('--json', 'print as JSON')
    .action(async (file: string, _, self: Command) => init(file, self.optsWithGlobals<InitFlags>()));
}

async function init(file: string, { json, force }: InitFlags): Promise<void> {
  if (!['.yaml', '.yml'].includes(extname(file))) throw new InputError('init-not-yaml', `The example has comments, which ${basename(file)} cannot hold.`, 'Name it .yaml.');
  // The schema lies beside the example: editors find it without a network, and it is of this version.
  const schema = join(dirname(file), SCHEMA_FILE);
  const { answersFileSchema } = await import('../scoring/published-schemas.ts');
  const published = answersFileSchema();
  if (!force) for (const path of [file, schema]) if (existsSync(path) && !isSchemaOfOurs(path, published.title)) throw new InputError('init-exists', `${path} is there already.`, 'Choose another name or folder, or write over it with --force.');
  write(schema, `${JSON.stringify(published, null, 2)}\n`);
  write(file, exampleAnswers(`./${SCHEMA_FILE}`));
  if (json) await printJson({ files: [file, schema] });
  else await print(`Wrote ${file} and ${schema}. Try: hotseat score ${file}`);
}

/** An earlier version of what is written here may be replaced; what is somebody else's may not. */
function isSchemaOfOurs(path: string, title: string | undefined): boolean {
  return path.endsWith(SCHEMA_FILE) && title !== undefined && readFileSync(path, 'utf8').includes(title);
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputError('output-unwritable', `${path} cannot be written.`, 'Check that its folder is there and yours to write.', { cause: error });
  }
}
