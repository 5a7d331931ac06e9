import { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { graderOption } from './grader-option.ts';
import { collect, shareOf } from './option-values.ts';
import { lint } from './pack-lint.ts';
import { list, show } from './pack-list.ts';
import { makePack, printSchema } from './pack-new.ts';
import { testPacks } from './pack-test.ts';
import { withConfig } from './with-config.ts';

const EXAMPLES = `
Examples:
  $ hotseat pack list
  $ hotseat pack new mine.yaml                    a pack of your own, to write over
  $ hotseat pack lint mine.yaml                   what is wrong with it, and what to do
  $ hotseat pack test mine.yaml                   do its gold answers land in their bands?
  $ hotseat interview --pack mine.yaml            its questions alone; an id does too: --pack behavioral

Without a path, lint and test look at the built-in packs and at those of your settings.`;

export function command(context: CommandContext): Command {
  const pack = new Command('pack').addHelpText('after', EXAMPLES);

  pack
    .command('list')
    .description('the packs, with how many questions of which kind')
    .option('--pack <path>', 'a pack of your own; may be given several times', collect, [])
    .option('--json', 'print as JSON')
    .action(withConfig(context, list));
  pack
    .command('show <id>')
    .description('the questions of a pack')
    .option('--pack <path>', 'a pack of your own; may be given several times', collect, [])
    .option('--json', 'print as JSON')
    .action(withConfig(context, show));
  pack
    .command('lint [paths...]')
    .description('find all that is wrong with packs; exit code 1 when there is an error')
    .option('--strict', 'exit code 1 for warnings too')
    .option('--no-meaning', 'do not compare questions by meaning, which takes some seconds')
    .option('--json', 'print as JSON')
    .action(withConfig(context, lint));
  pack
    .command('test [paths...]')
    .description('grade the gold answers; exit code 1 when too few land in their band')
    .addOption(graderOption())
    .option('--min-exact <share>', 'gold answers that must land in their band, 0 to 1', shareOf, 0.8)
    .option('--min-within-one <share>', 'gold answers that must land in it or beside it, 0 to 1', shareOf, 0.98)
    .option('--json', 'print as JSON')
    .action(withConfig(context, testPacks));
  pack
    .command('new <file>')
    .description('write a commented pack to start from; never over a file that is there')
    .option('--json', 'print as JSON')
    .action(withConfig(context, makePack));
  pack.command('schema').description('print the JSON Schema of packs').action(withConfig(context, printSchema));
  return pack;
}
