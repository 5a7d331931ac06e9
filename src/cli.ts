import { Command, CommanderError, Option } from 'commander';
import type { Flags, readConfig as ReadConfig } from './config.ts';
import type { Environment } from './environment.ts';
import { describeError, EXIT, HotseatError, InputError, type ErrorReport, type ExitCode } from './errors.ts';
import { printable } from './printable.ts';
import { packageVersion } from './package-root.ts';
import type { CommandContext } from './commands/context.ts';

export interface CommandEntry {
  description: string;
  hidden?: boolean;
  /** Asks for the settings itself, where it needs them. */
  preparesItself?: boolean;
  load(): Promise<{ command(context: CommandContext): Command }>;
}

/** The whole program. Each command's code is loaded only when it is called. */
export const COMMANDS: Record<string, CommandEntry> = {
  interview: { description: 'hold an interview, or go on with one', load: () => import('./commands/interview.ts') },
  demo: { description: 'watch a whole interview with a sample resume, offline', load: () => import('./commands/demo.ts') },
  ingest: { description: 'read resumes and make them searchable', load: () => import('./commands/ingest.ts') },
  resume: { description: 'list, show, read, check, search and delete resumes', load: () => import('./commands/resume.ts') },
  match: { description: 'hold a resume against a job description', load: () => import('./commands/match.ts') },
  session: { description: 'list, show, cancel and delete interviews', load: () => import('./commands/session.ts') },
  candidate: { description: 'list, show and delete people with everything of theirs', load: () => import('./commands/candidate.ts') },
  report: { description: 'print the report of an interview', load: () => import('./commands/report.ts') },
  score: { description: 'grade canned answers from files', preparesItself: true, load: () => import('./commands/score.ts') },
  pack: { description: 'list, check, test and make question packs', load: () => import('./commands/pack.ts') },
  question: { description: 'list, show, add, edit and remove questions', load: () => import('./commands/question.ts') },
  calibrate: { description: 'how far the grader agrees with graded answers and resists false ones', load: () => import('./commands/calibrate.ts') },
  regrade: { description: 'grade an interview again, or what is pending', load: () => import('./commands/regrade.ts') },
  network: { description: 'what was sent where, and what would be', load: () => import('./commands/network.ts') },
  graph: { description: "print the interviewer's agent graph", load: () => import('./commands/graph.ts') },
  vectors: { description: 'build the search index of the resumes again', load: () => import('./commands/vectors.ts') },
  config: { description: 'the settings in force, and the published schemas', load: () => import('./commands/config.ts') },
  doctor: { description: 'check that everything is set up', load: () => import('./commands/doctor.ts') },
  start: { description: 'the home screen in a terminal, the demo elsewhere', hidden: true, load: () => import('./commands/start.ts') },
};

const EXAMPLES = `
Examples:
  $ hotseat                                     the home screen
  $ hotseat demo                                a whole interview in a minute, nothing to set up
  $ hotseat ingest resume.pdf --role "Backend Engineer"
  $ hotseat interview --resume last --questions 6
  $ hotseat interview --continue
  $ hotseat report last --format markdown > report.md
  $ hotseat score answers.jsonl --json

Everything works offline. Data stays in one folder of yours: hotseat doctor says where.`;

/** What the exit code is, as far as it is known. It is known before anything is printed of which it is the verdict. */
export interface Ending {
  exitCode: number;
}

/** Runs one command line and gives its exit code. Never throws: errors become words on stderr. */
export async function run(argv: string[], environment: Environment, ending: Ending = { exitCode: EXIT.done }): Promise<number> {
  const context = createContext(environment, ending);
  try {
    const words = spellOutHelp(argv);
    const program = await createProgram(words, context);
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    context.exitCode = codeOf(error);
    await explain(error, argv, isBug(error) ? await bugWriter(environment) : printable, environment);
  }
  return context.exitCode;
}

/** Help ends as an error too, one without a code. */
function codeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  return error instanceof HotseatError ? error.exitCode : EXIT.bug;
}

function isBug(error: unknown): boolean {
  return !(error instanceof HotseatError || error instanceof CommanderError);
}

/** Nobody knows what a bug says: what is a key, or looks like one, is taken out of it. */
async function bugWriter(environment: Environment): Promise<(text: string) => string> {
  const { withoutKeys } = await import('./llm/without-keys.ts');
  const keys = ['OPENAI_API_KEY', 'HF_TOKEN', 'PINECONE_API_KEY'].flatMap((name) => environment[name] || []);
  return (text) => printable(withoutKeys(keys.reduce((rest, key) => rest.replaceAll(key, '[KEY]'), text)));
}

/** `help report` needs the whole of `report`, which is loaded only when its name comes first. */
function spellOutHelp(argv: string[]): string[] {
  const [first, name = '', ...rest] = argv;
  if (first !== 'help' || name === '') return argv;
  if (!Object.hasOwn(COMMANDS, name)) throw unknownCommand(name);
  return [name, ...rest, '--help'];
}

/** Settings are read with zod and YAML, which take longer to load than help takes to print: they come with the first command. */
function createContext(environment: Environment, ending: Ending): CommandContext & { begin(given: Flags): Promise<void> } {
  let readConfig: typeof ReadConfig | undefined;
  let given: Flags = {};
  let warned = false;
  return {
    get exitCode() {
      return ending.exitCode;
    },
    set exitCode(code) {
      ending.exitCode = code;
    },
    environment,
    async begin(flags) {
      given = flags;
      if (given.offline) (await import('./llm/fetch-guard.ts')).refuseSockets();
    },
    async prepare() {
      ({ readConfig } = await import('./config.ts'));
    },
    config(flags: Flags) {
      if (!readConfig) throw new Error('Settings were asked for before a command began.');
      // Whatever a command asks for, --offline holds.
      const config = readConfig({ ...flags, offline: flags.offline ?? given.offline }, environment);
      if (config.openKeys !== null && !warned && !config.quiet) process.stderr.write(`${openKeysWarning(config.openKeys)}\n`);
      warned = true;
      return config;
    },
  };
}

function openKeysWarning(path: string): string {
  return `Your keys in ${printable(path)} can be read by others on this machine: chmod 600 makes them yours alone.`;
}

async function createProgram(argv: string[], context: ReturnType<typeof createContext>): Promise<Command> {
  const wanted = argv.find((word) => !word.startsWith('-'));
  // Of the options above a command only the program's own hold everywhere: `score` has many that `score init` refuses.
  const program: Command = new Command('hotseat')
    .description('Interview practice in a terminal. Reads your resume, interviews you, grades every answer with evidence.')
    .version(packageVersion(), '--version', 'print the version')
    .addOption(new Option('--offline', 'open no network connection'))
    .addOption(new Option('--quiet', 'print results only'))
    .addOption(new Option('--verbose', 'print more about what is done'))
    .addOption(new Option('--no-color', 'print without colours'))
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError(true)
    .configureHelp({ showGlobalOptions: true, visibleGlobalOptions: (command) => (command.parent ? program.options.filter(({ hidden }) => !hidden) : []) })
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .argument('[command]')
    .allowExcessArguments()
    .usage('[options] [command]')
    .hook('preAction', async (_, action) => {
      await context.begin(action.optsWithGlobals<Flags>());
      if (!COMMANDS[wanted ?? '']?.preparesItself) await context.prepare();
    })
    .action(async (unknown: string | undefined) => {
      if (unknown !== undefined) throw unknownCommand(unknown);
      const { openHome } = await import('./commands/home.ts');
      await openHome(program, context);
    });

  if (wanted !== undefined && wanted !== 'help' && !Object.hasOwn(COMMANDS, wanted)) throw unknownCommand(wanted);
  for (const [name, entry] of Object.entries(COMMANDS)) {
    const loaded = name === wanted ? (await entry.load()).command(context) : new Command(name);
    program.addCommand(inherit(loaded.description(entry.description), program), { hidden: entry.hidden ?? false });
  }
  return program;
}

/** A command that was made by itself, and its subcommands, report errors as the program does. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent).allowExcessArguments(false);
  for (const child of command.commands) inherit(child, command);
  return command;
}

/** What other programs, and people, call the same. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(Object.entries({
  history: 'session', stats: 'session list', list: 'session', continue: 'interview --continue', practice: 'interview', cv: 'resume', check: 'doctor', settings: 'config', grade: 'score', version: '--version',
}));

function unknownCommand(name: string): InputError {
  // What help does not list is nothing to be told of.
  const listed = Object.keys(COMMANDS).filter((known) => !COMMANDS[known]?.hidden);
  const near = OTHER_NAMES.get(name) ?? listed.find((known) => known.startsWith(name.slice(0, 3)));
  return new InputError('usage', `There is no command "${name}".${near ? ` Did you mean ${near}?` : ''}`, 'See: hotseat --help');
}

/** Says what went wrong and what to do next, on stderr, and as JSON on stdout for a script that asked for it. */
async function explain(error: unknown, argv: string[], write: (text: string) => string, environment: Environment): Promise<void> {
  // Help ends as an error too. Commander calls a missing subcommand "(outputHelp)" and has printed the help by then.
  if (error instanceof CommanderError && error.exitCode === 0) return;
  const isUsage = error instanceof CommanderError;
  const { code, message, remedy } = isUsage ? describeUsage(error, argv) : describeError(error);
  const report = { code, message: write(message), remedy: write(remedy) };
  const isSaid = argv.find((word) => Object.hasOwn(COMMANDS, word)) === 'score' && (await endedScore(report, argv, error, environment));
  if (argv.includes('--json') && !isSaid) process.stdout.write(`${JSON.stringify({ schemaVersion: 1, ...(isUsage ? {} : asEvent(argv, report)), error: report })}\n`);
  process.stderr.write(message === HELP_PRINTED ? `${report.remedy}\n` : `${isUsage ? capital(report.message) : report.message}\n${report.remedy}\n`);
  if (isBug(error) && error instanceof Error && error.stack) process.stderr.write(`${write(error.stack)}\n`);
}

async function endedScore(report: ErrorReport, argv: string[], error: unknown, environment: Environment): Promise<boolean> {
  const { endScore } = await import('./commands/score-ending.ts');
  return endScore(report, codeOf(error), argv, environment);
}

/** In the stream of an interview an error is an event like the others. */
function asEvent(argv: string[], report: ErrorReport): object {
  return argv.includes('interview') ? { event: 'error', type: 'error', ...report } : {};
}

const HELP_PRINTED = '(outputHelp)';

function describeUsage({ message }: CommanderError, argv: string[]): ErrorReport {
  const command = argv.find((word) => !word.startsWith('-') && COMMANDS[word]);
  return { code: 'usage', message: message.replace(/^error: /, '').trim(), remedy: `See: hotseat ${command ? `${command} ` : ''}--help` };
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
