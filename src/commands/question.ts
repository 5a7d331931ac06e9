import { Command, Option } from 'commander';
import { Difficulty, QuestionType } from '../schemas/question.ts';
import type { CommandContext } from './context.ts';
import { collect } from './option-values.ts';
import { addQuestion, removeQuestion } from './question-add.ts';
import { editQuestion } from './question-edit.ts';
import { list, show } from './question-list.ts';
import { withConfig } from './with-config.ts';

const EXAMPLES = `
Examples:
  $ hotseat question list --domain sql --difficulty hard
  $ hotseat question show sql-where              an id may be given by a unique beginning
  $ hotseat question add mine.yaml > new.yaml    a template to fill in
  $ hotseat question add mine.yaml --from new.yaml
  $ hotseat question edit sql-where-versus-having --pack mine.yaml
  $ hotseat question remove my-question --pack mine.yaml

Built-in questions are never changed: edit copies one into your pack, where it takes the place of the built-in one.`;

export function command(context: CommandContext): Command {
  const question = new Command('question').addHelpText('after', EXAMPLES);

  question
    .command('list')
    .description('the questions of the bank')
    .option('--domain <domain>', 'only this domain')
    .addOption(new Option('--type <type>', 'only this type').choices(QuestionType.options))
    .addOption(new Option('--difficulty <difficulty>', 'only this difficulty').choices(Difficulty.options))
    .option('--pack <path>', 'a pack of your own; may be given several times', collect, [])
    .option('--json', 'print as JSON')
    .action(withConfig(context, list));
  question
    .command('show <id>')
    .description('all of a question: reference, key points, anchors, follow-ups, hints, gold')
    .option('--pack <path>', 'a pack of your own; may be given several times', collect, [])
    .option('--json', 'print as JSON')
    .action(withConfig(context, show));
  question
    .command('add <pack.yaml>')
    .description('add a question to a pack of yours; without --from, print a template to fill in')
    .option('--from <file>', 'a question as YAML or JSON; - reads it from stdin')
    .option('--json', 'print as JSON')
    .action(withConfig(context, addQuestion));
  question
    .command('edit <id>')
    .description('change a question in your editor ($VISUAL or $EDITOR)')
    .requiredOption('--pack <pack.yaml>', 'the pack of yours that it stands in, or is copied into')
    .option('--from <file>', 'take the new question from a file instead of an editor; - reads it from stdin')
    .option('--json', 'print as JSON')
    .action(withConfig(context, editQuestion));
  question
    .command('remove <id>')
    .description('take a question out of a pack of yours')
    .requiredOption('--pack <pack.yaml>', 'the pack of yours that it stands in')
    .option('--json', 'print as JSON')
    .action(withConfig(context, removeQuestion));
  return question;
}
