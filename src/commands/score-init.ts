import { existsSync, writeFileSync } from 'node:fs';
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
  if (existsSync(file) && !force) throw new InputError('init-exists', `${file} is there already.`, 'Choose another name, or write over it with --force.');
  const { answersFileSchema } = await import('../scoring/published-schemas.ts');
  write(schema, `${JSON.stringify(answersFileSchema(), null, 2)}\n`);
  write(file, exampleAnswers(`./${SCHEMA_FILE}`));
  if (json) await printJson({ files: [file, schema] });
  else await print(`Wrote ${file} and ${schema}. Try: hotseat score ${file}`);
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputError('output-unwritable', `${path} cannot be written.`, 'Check that its folder is there and yours to write.', { cause: error });
  }
}
