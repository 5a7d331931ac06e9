import { basename } from 'node:path';
import { Chalk, type ChalkInstance } from 'chalk';
import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { EXIT, InputError } from '../errors.ts';
import { checkResume, checkWithoutText } from '../resume/checking/check-resume.ts';
import { checkAsText, findingsAsText, type CheckLook, type CheckTone } from '../resume/checking/check-text.ts';
import { readResumeFile } from '../resume/reading/read-resume-file.ts';
import type { ResumeCheck } from '../schemas/resume-check.ts';
import type { CommandContext } from './context.ts';
import { print, printJson } from './print.ts';

interface CheckFlags extends Flags {
  strict?: boolean;
  json?: boolean;
  password?: string;
}

/** `resume check`: what an interviewer's parser sees of a file. */
export function checkCommand(context: CommandContext): Command {
  return new Command('check')
    .argument('<file>', 'a PDF, DOCX, Markdown or text file')
    .description("what an interviewer's parser sees of a file: order, sections, hidden text, claims")
    .option('--strict', 'exit with 1 if something would mislead a reader')
    .option('--password <password>', 'opens an encrypted PDF')
    .option('--json', 'print as JSON')
    .action(async (file: string, _, command: Command) => {
      const flags = command.optsWithGlobals<CheckFlags>();
      const { color } = context.config(flags);
      const check = await checkFile(file, flags.password);
      if (flags.json) await printJson(check);
      else await print((flags.quiet ? findingsAsText : checkAsText)(check, lookFor(process.stdout, color)));
      if (flags.strict && check.verdict === 'misleads') context.exitCode = EXIT.checkFailed;
    });
}

async function checkFile(file: string, password: string | undefined): Promise<ResumeCheck> {
  try {
    return checkResume(await readResumeFile(file, { password }));
  } catch (error) {
    // A scan opens well and shows a person everything: that a program sees nothing is what the check is for.
    if (error instanceof InputError && error.code === 'file-has-no-text') return checkWithoutText(basename(file));
    throw error;
  }
}

const WIDEST = 120;
const NARROWEST = 30;

/** Coloured as wide as the terminal where somebody looks, bare and 80 columns wide in a pipe. */
export function lookFor({ isTTY, columns }: { isTTY?: boolean; columns?: number }, color: boolean): CheckLook {
  const colours = paints(new Chalk(isTTY && color ? {} : { level: 0 }));
  const width = isTTY ? Math.max(NARROWEST, Math.min(WIDEST, columns ?? 80)) : 80;
  return { width, paint: (tone, text) => colours[tone](text) };
}

function paints(chalk: ChalkInstance): Record<CheckTone, (text: string) => string> {
  const bare = (text: string) => text;
  return {
    contact: chalk.cyan,
    summary: chalk.blue,
    experience: chalk.green,
    education: chalk.magenta,
    skills: chalk.yellow,
    projects: chalk.greenBright,
    certificates: chalk.magentaBright,
    awards: chalk.magentaBright,
    publications: chalk.blueBright,
    languages: chalk.yellowBright,
    volunteering: chalk.greenBright,
    interests: chalk.cyanBright,
    references: chalk.cyanBright,
    other: bare,
    strong: chalk.bold,
    faint: chalk.dim,
    hidden: chalk.black.bgYellow,
    injected: chalk.white.bgRed,
    misleads: chalk.red,
    clear: chalk.green,
  };
}
