import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { Command } from 'commander';
import type { Config, Flags } from '../config.ts';
import { describeError, EXIT } from '../errors.ts';
import { gradeOffline } from '../grading/offline-grader.ts';
import { loadBuiltInPacks } from '../packs/load.ts';
import { packageVersion } from '../package-root.ts';
import { openServices, type Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson } from './print.ts';

const EXAMPLES = `
Examples:
  $ hotseat doctor
  $ hotseat doctor --json`;

interface Check {
  name: string;
  ok: boolean;
  /** What was found, or what is wrong and what to do about it. */
  words: string;
}

export function command(context: CommandContext): Command {
  return new Command('doctor')
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (_, command: Command) => {
      const flags = command.optsWithGlobals<Flags & { json?: boolean }>();
      const checks = await examine(context.config(flags));
      const ok = checks.every((check) => check.ok);
      if (!ok) context.exitCode = EXIT.checkFailed;
      if (flags.json) return printJson({ ok, checks });
      for (const { ok: fine, name, words } of checks) await print(`${fine ? 'ok  ' : 'FAIL'}  ${name}: ${words}`);
      await print(ok ? '\nEverything is set up.' : '\nSomething needs your attention.');
    });
}

async function examine(config: Config): Promise<Check[]> {
  return [
    await check('hotseat', () => `version ${packageVersion()}, Node ${process.version}`),
    await check('data folder', () => describeFolder(config.home)),
    ...(await examineServices(config)),
    await check('question packs', describePacks),
    await check('grader', describeGrader),
    await check('network', () => 'not used: questions, grades and search are made on this machine'),
  ];
}

async function examineServices(config: Config): Promise<Check[]> {
  let services: Services | undefined;
  const open = () => (services ??= openServices(config));
  try {
    return [
      await check('database', () => describeStore(open())),
      await check('embedder', () => describeEmbedder(open())),
    ];
  } finally {
    await services?.close();
  }
}

async function check(name: string, examineIt: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, words: await examineIt() };
  } catch (error) {
    const { message, remedy } = describeError(error);
    return { name, ok: false, words: `${message} ${remedy}` };
  }
}

function describeFolder(home: string): string {
  if (!existsSync(home)) return `${home} (made at first use)`;
  accessSync(home, constants.R_OK | constants.W_OK);
  const mode = statSync(home).mode & 0o777;
  return (mode & 0o077) === 0 ? `${home}, yours alone` : `${home}, readable by others (mode ${mode.toString(8)}): chmod 700 keeps it private`;
}

async function describeStore({ store }: Services): Promise<string> {
  const wrong = await store.check();
  if (wrong) throw new Error(wrong);
  const [resumes, interviews] = [await store.listResumes(), await store.listInterviews()];
  return `sound; ${resumes.length} resumes, ${interviews.length} interviews`;
}

async function describeEmbedder({ embedder }: Services): Promise<string> {
  const [vector] = await embedder.embed(['Is the embedder there?']);
  return `${embedder.id}, ${vector?.length ?? 0} numbers a text, on this machine`;
}

function describePacks(): string {
  const packs = loadBuiltInPacks();
  const questions = packs.reduce((sum, { pack }) => sum + pack.questions.length, 0);
  return `${questions} questions in ${packs.length} packs`;
}

/** A right answer must come out far above a non-answer; anything else means a broken installation. */
function describeGrader(): string {
  const question = { text: 'What is a database index for?', type: 'technical' as const, domain: 'sql', rubric: { reference: 'An index lets the database find matching rows quickly without scanning the whole table.', keyPoints: [] } };
  const good = gradeOffline({ question, answer: 'It lets the database find the matching rows fast, without scanning the whole table.' });
  const none = gradeOffline({ question, answer: 'fine' });
  if (good.status === 'graded' && none.status === 'graded' && good.score > 0.8 && none.score < 0.1) return `${good.gradedBy.provider} ${good.gradedBy.model}`;
  throw new Error('The offline grader does not tell a right answer from a non-answer.');
}
