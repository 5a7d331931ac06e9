import { InvalidArgumentError, Option, type Command } from 'commander';
import { countUpTo, retries } from './option-values.ts';

/** The flags that say which models work, what they may cost and what they may see. Without them everything is offline. */
export function withModelOptions(command: Command): Command {
  command
    .addOption(PROVIDER)
    .option('--question-model <model>', 'words the questions: openai:gpt-4o-mini, hf:org/model, hf-tuned:org/model, offline')
    .option('--cleaning-model <model>', 'tidies what another model worded, where it needs it')
    .addOption(SUMMARY_MODEL)
    .option('--report-model <model>', 'writes the advice of the report')
    .option('--grader <model>', 'grades the answers: openai:gpt-4o, hf:org/model, offline')
    .option('--second-grader <model>', 'grades every answer too, and shows where the two differ')
    .option('--samples <n>', 'gradings of each answer; more than one give a spread', countUpTo(20))
    .addOption(MAX_COST)
    .option('--max-retries <n>', 'tries of a failed call after the first: 0 to 10', retries)
    .option('--no-cache', 'ask anew, also for what was asked before')
    .addOption(NO_MASK)
    .option('--record <file>', 'write the model turns to a cassette')
    .option('--replay <file>', 'answer from a cassette instead of a model');
  return command;
}

/** Those of them that matter where a resume is read. */
export function withSummaryOptions(command: Command): Command {
  return command.addOption(PROVIDER).addOption(SUMMARY_MODEL).addOption(MAX_COST).addOption(NO_MASK);
}

const PROVIDER = new Option('--provider <name>', 'offline, openai, huggingface, or auto: whichever has a key');
const SUMMARY_MODEL = new Option('--summary-model <model>', 'sums the resume up');
const MAX_COST = new Option('--max-cost <dollars>', 'stop asking models before this much is spent').argParser(dollars);
const NO_MASK = new Option('--no-mask', 'send names and addresses as they are');

function dollars(text: string): number {
  const amount = Number(text);
  if (Number.isFinite(amount) && amount > 0) return amount;
  throw new InvalidArgumentError('It must be an amount in US dollars, such as 0.5.');
}
