import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { EXIT } from '../errors.ts';
import { annotationsForProblems } from '../scoring/github.ts';
import { openAnswers } from '../scoring/reading/answers.ts';
import { mistakesWords, problemLine } from '../scoring/reading/problems.ts';
import type { CommandContext } from './context.ts';
import { print, printJson } from './print.ts';
import { bankOf, sayPassedOver } from './score-inputs.ts';
import { printLines } from './score-report.ts';

/** `score` knows --pack too and hears it first, as a list. */
interface ValidateFlags extends Flags {
  json?: boolean;
  pack: string[];
}

export function validateCommand(context: CommandContext): Command {
  return new Command('validate')
    .description('check answers files without grading: every mistake with its line and what to do')
    .argument('<files...>', 'answers files, folders, patterns, or - for standard input')
    .option('--pack <path>', 'a question pack of your own; may be given several times')
    .option('--json', 'print as JSON')
    .action(async (words: string[], _, self: Command) => validate(words, self.optsWithGlobals<ValidateFlags>(), context));
}

async function validate(words: string[], { json, quiet, pack }: ValidateFlags, context: CommandContext): Promise<void> {
  const answers = await openAnswers(words, { bank: await bankOf(pack), standardInput: process.stdin });
  try {
    const { files, cases, problems, more, passedOver } = await answers.check();
    sayPassedOver(passedOver, { quiet });
    if (problems.length > 0) context.exitCode = EXIT.badInput;
    if (context.environment.GITHUB_ACTIONS) for (const line of annotationsForProblems(problems)) process.stderr.write(`${line}\n`);
    if (json) return await printJson({ valid: problems.length === 0, files, cases, problems, more });
    await printLines(problems.map(problemLine), context);
    if (problems.length > 0) await print(`${more ? 'There are ' : ''}${mistakesWords(problems.length, more)}.`);
    else if (!quiet) await print(`${cases} ${cases === 1 ? 'case' : 'cases'} in ${files.length} ${files.length === 1 ? 'file' : 'files'}, no mistake.`);
  } finally {
    answers.close();
  }
}
