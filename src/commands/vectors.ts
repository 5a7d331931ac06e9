import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { rebuildIndex } from '../resume/search.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson } from './print.ts';
import { createProgress } from './progress.ts';
import { withServices } from './with-services.ts';

const EXAMPLES = `
Examples:
  $ hotseat vectors rebuild        after a change of the index or the embedder; the resumes themselves are not touched`;

export function command(context: CommandContext): Command {
  const vectors = new Command('vectors').addHelpText('after', EXAMPLES);
  vectors
    .command('rebuild')
    .description('build the index of every resume from the database')
    .option('--json', 'print as JSON')
    .action(withServices(context, rebuild));
  return vectors;
}

async function rebuild(services: Services, { json }: Flags & { json?: boolean }): Promise<void> {
  const resumes = await services.store.listResumes();
  const progress = createProgress(resumes.length, services.config);
  try {
    for (const { id, file } of resumes) {
      await rebuildIndex(id, services);
      progress.step(file);
    }
  } finally {
    progress.stop();
  }
  await (json ? printJson({ rebuilt: resumes.map(({ id }) => id), index: services.index.name }) : print(`Built ${resumes.length} ${resumes.length === 1 ? 'index' : 'indexes'} again (${services.index.name}).`));
}
