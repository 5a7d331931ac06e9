import { existsSync, statSync } from 'node:fs';
import { Command } from 'commander';
import type { Config, Flags } from '../config.ts';
import { EXIT, HotseatError } from '../errors.ts';
import { gradeOffline } from '../grading/offline-grader.ts';
import { loadBuiltInPacks } from '../packs/load.ts';
import { packageVersion } from '../package-root.ts';
import { openLocalEmbedder, openServices, type Services } from '../services.ts';
import type { Embedder } from '../embeddings/embeddings.ts';
import { requireUsable } from '../store/data-folder.ts';
import { plural } from '../ui/words.ts';
import type { CommandContext } from './context.ts';
import { destinationsOf } from './destinations.ts';
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
    await check('database', () => describeStore(config)),
    await check('keys', () => describeKeys(config)),
    await check('embedder', () => (config.embedder.kind === 'local' ? describeEmbedder(openLocalEmbedder(), 'on this machine') : withOpen(withoutCache(config), ({ embedder }) => describeEmbedder(embedder, 'hosted')))),
    await check('vectors', () => describeVectors(config)),
    await check('question packs', describePacks),
    await check('grader', describeGrader),
    await check('network', () => describeNetwork(config)),
  ];
}

async function check(name: string, examineIt: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, words: await examineIt() };
  } catch (error) {
    // What is wrong with the machine is no bug of ours, and needs no report.
    if (error instanceof HotseatError) return { name, ok: false, words: `${error.message} ${error.remedy}` };
    return { name, ok: false, words: error instanceof Error ? error.message : String(error) };
  }
}

function describeFolder(home: string): string {
  if (!existsSync(home)) return `${home} (made at first use)`;
  if (!statSync(home).isDirectory()) throw new Error(`${home} is a file. Move it away, or set HOTSEAT_HOME to a folder.`);
  requireUsable(home);
  const mode = statSync(home).mode & 0o777;
  return (mode & 0o077) === 0 ? `${home}, yours alone` : `${home}, readable by others (mode ${mode.toString(8)}): chmod 700 keeps it private`;
}

async function describeStore(config: Config): Promise<string> {
  return withOpen(config, async ({ store }) => {
    const wrong = await store.check();
    if (wrong) throw new Error(wrong);
    const [resumes, interviews] = [await store.listResumes(), await store.listInterviews()];
    return `sound; ${plural(resumes.length, 'resume')}, ${plural(interviews.length, 'interview')}`;
  });
}

async function withOpen<Found>(config: Config, look: (services: Services) => Promise<Found>): Promise<Found> {
  const services = openServices(config);
  try {
    return await look(services);
  } finally {
    await services.close();
  }
}

/** What was answered yesterday says nothing of the key of today. */
function withoutCache(config: Config): Config {
  return { ...config, models: { ...config.models, cacheHours: 0 } };
}

function describeKeys({ openKeys, home }: Config): string {
  if (openKeys === null) return 'read from the environment, and from .env in the data folder if it is there';
  throw new Error(`${openKeys} can be read by others on this machine. Run: chmod 600 "${home}/.env"`);
}

/** A hosted embedder is asked for one vector: whether key, model and size fit shows in no other way. */
async function describeEmbedder(embedder: Embedder, where: string): Promise<string> {
  const [vector] = await embedder.embed(['Is the embedder there?']);
  return `${embedder.id}, ${vector?.length ?? 0} numbers a text, ${where}`;
}

async function describeVectors(config: Config): Promise<string> {
  const { vectors } = config;
  switch (vectors.kind) {
    case 'vectra':
      return 'files in the data folder';
    case 'memory':
      return 'in memory: built anew for each command';
    case 'pinecone': {
      // Asking for a resume that nobody has shows whether key and index fit, and changes nothing.
      await withOpen(config, ({ index, embedder }) => index.has('none', embedder.id));
      return `Pinecone answers; the index is ${vectors.index ?? 'hotseat'}, made at its first use`;
    }
  }
}

function describePacks(): string {
  const packs = loadBuiltInPacks();
  const questions = packs.reduce((sum, { pack }) => sum + pack.questions.length, 0);
  return `${questions} questions in ${packs.length} packs`;
}

function describeNetwork(config: Config): string {
  const hosts = [...new Set(destinationsOf(config).flatMap(({ host }) => host ?? []))];
  return hosts.length === 0 ? 'not used: questions, grades and search are made on this machine' : `used for ${hosts.join(' and ')}, as you chose; see: hotseat network`;
}

/** A right answer must come out far above a non-answer; anything else means a broken installation. */
function describeGrader(): string {
  const question = { text: 'What is a database index for?', type: 'technical' as const, domain: 'sql', rubric: { reference: 'An index lets the database find matching rows quickly without scanning the whole table.', keyPoints: [] } };
  const good = gradeOffline({ question, answer: 'It lets the database find the matching rows fast, without scanning the whole table.' });
  const none = gradeOffline({ question, answer: 'fine' });
  if (good.status === 'graded' && none.status === 'graded' && good.score > 0.8 && none.score < 0.1) return `${good.gradedBy.provider} ${good.gradedBy.model}`;
  throw new Error('The offline grader does not tell a right answer from a non-answer.');
}
