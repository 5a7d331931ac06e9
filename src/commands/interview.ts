import { Command, InvalidArgumentError, Option } from 'commander';
import type { Config, Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import { Mode } from '../schemas/interview.ts';
import { Difficulty } from '../schemas/question.ts';
import { isInteractive } from '../ui/terminal.ts';
import type { CommandContext } from './context.ts';
import { withModelOptions } from './model-options.ts';
import { collect } from './option-values.ts';

const EXAMPLES = `
Examples:
  $ hotseat interview --resume resume.pdf --role "Backend Engineer"
  $ hotseat interview --resume last --questions 6 --seed 7
  $ hotseat interview --role "Data Engineer" --mode real      without a resume
  $ hotseat interview --resume last --job job.md              asks about what the job wants
  $ hotseat interview --pack behavioral --pack situational    no technical questions; --pack sql: only these
  $ hotseat interview --provider openai --dry-run             what would be sent, and what it would cost
  $ hotseat interview --continue                              go on with the last unfinished one
  $ hotseat interview --resume last --plain < answers.txt     a line is an answer

In the interview: /skip /hint /repeat /retry /pause /end /help.`;

export interface InterviewFlags extends Flags {
  resume?: string;
  role?: string;
  job?: string;
  questions?: number;
  difficulty?: Difficulty;
  mode?: Mode;
  pack?: string[];
  seed?: number;
  continue?: string | true;
  plain?: boolean;
  json?: boolean;
  dryRun?: boolean;
}

export function command(context: CommandContext): Command {
  const interview = new Command('interview')
    .option('--resume <id or file>', 'the resume to talk about: an id, "last", or a file to read first')
    .option('--role <role>', 'the role that you apply for', shortText)
    .option('--job <file or ->', 'the job description to prepare for: PDF, DOCX, Markdown, text, or - for standard input')
    .option('--questions <n>', 'main questions: 1 to 50', wholeNumber(1, 50))
    .addOption(new Option('--difficulty <level>', 'where the technical questions begin').choices(Difficulty.options))
    .addOption(new Option('--mode <mode>', 'coach: feedback at once; real: at the end; practice: no grades').choices(Mode.options))
    .option('--pack <id or path>', 'ask from this pack alone: an id of "hotseat pack list", or a file; may be given several times', collect)
    .option('--seed <n>', 'the same seed gives the same interview', wholeNumber(0, 2 ** 31 - 1))
    .option('--continue [session]', 'go on with an interview: the last unfinished one, or this')
    .option('--plain', 'plain lines instead of screens')
    .option('--json', 'one event a line, for scripts')
    .option('--dry-run', 'say what would be sent where, and about what it would cost; send and store nothing')
    .addHelpText('after', EXAMPLES);
  return withModelOptions(interview).action(async (_, command: Command) => {
    const flags = command.optsWithGlobals<InterviewFlags>();
    refuseContradictions(flags);
    const config = context.config(flags);
    if (flags.dryRun) return sayWhatWouldBeSent(flags, config);
    const plain = flags.plain === true || flags.json === true || config.plain;
    const run = isInteractive(process, context.environment, { plain }) ? holdOnScreen : holdInLines;
    context.exitCode = await run(flags, config, context);
  });
}

async function holdOnScreen(flags: InterviewFlags, config: Config, context: CommandContext): Promise<number> {
  const { showInterview } = await import('./on-screen.ts');
  return showInterview(flags, config, context.environment);
}

async function holdInLines(flags: InterviewFlags, config: Config): Promise<number> {
  const { holdPlainInterview } = await import('./in-lines.ts');
  return holdPlainInterview(flags, config);
}

async function sayWhatWouldBeSent(flags: InterviewFlags, config: Config): Promise<void> {
  const { printEstimate } = await import('./interview-estimate.ts');
  await printEstimate(flags, config);
}

function refuseContradictions(flags: InterviewFlags): void {
  if (flags.continue === undefined) return;
  const given = (['resume', 'role', 'job', 'questions', 'difficulty', 'mode', 'pack', 'seed', 'dryRun'] as const).find((name) => flags[name] !== undefined);
  if (!given) return;
  if (given === 'dryRun') throw new InputError('usage', '--dry-run says what a new interview would send.', 'Leave --continue out; hotseat network says what was sent.');
  throw new InputError('usage', `--${given} cannot be changed in an interview that has begun.`, 'Leave it out, or start a new interview without --continue.');
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/u.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

function shortText(text: string): string {
  const words = text.trim();
  if (words !== '' && words.length <= 120) return words;
  throw new InvalidArgumentError('It must have 1 to 120 characters.');
}
