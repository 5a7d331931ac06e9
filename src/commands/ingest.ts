import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { describeError, EXIT, InputError, type HotseatError } from '../errors.ts';
import { printableLine } from '../printable.ts';
import { ingestResume, type Ingested } from '../resume/ingest.ts';
import { createReadingPool } from '../resume/reading/reading-pool.ts';
import { openServices, type Services } from '../services.ts';
import { aboutFile } from './about-file.ts';
import type { CommandContext } from './context.ts';
import { withSummaryOptions } from './model-options.ts';
import { print, printJson } from './print.ts';
import { createProgress } from './progress.ts';
import { showWork } from './show-work.ts';

const EXAMPLES = `
Examples:
  $ hotseat ingest resume.pdf
  $ hotseat ingest resumes/ --role "Backend Engineer"
  $ hotseat ingest *.pdf --json
  $ hotseat ingest resume.pdf --summary-model openai:gpt-4o-mini

Reads PDF, DOCX, Markdown and text files of at most 10 MB. Everything stays in your data folder, unless a model is
chosen to sum the resume up: it gets the text, with names, addresses and the like masked.`;

interface IngestFlags extends Flags {
  role?: string;
  password?: string;
  json?: boolean;
}

/** Two workers read while one file is embedded: more of them only wait for the embedder. */
const IN_PARALLEL = 2;

export function command(context: CommandContext): Command {
  const ingest = new Command('ingest')
    .argument('<files...>', 'files, or folders with files, to read')
    .option('--role <role>', 'the role that you apply for')
    .option('--password <password>', 'opens an encrypted PDF')
    .option('--json', 'print one JSON object a file')
    .addHelpText('after', EXAMPLES);
  return withSummaryOptions(ingest).action(async (paths: string[], _, command: Command) => {
    const flags = command.optsWithGlobals<IngestFlags>();
    const config = context.config(flags);
    const services = openServices(config, showWork(config));
    try {
      const failed = await ingestAll(paths.flatMap(filesAt), flags, services);
      if (failed) context.exitCode = EXIT.badInput;
    } finally {
      await services.close();
    }
  });
}

/** Reads all files, some at a time, and prints what came of each in the order given. True if some could not be read. */
async function ingestAll(files: string[], flags: IngestFlags, services: Services): Promise<boolean> {
  const pool = createReadingPool({ size: Math.min(IN_PARALLEL, files.length) });
  const progress = createProgress(files.length, services.config);
  const waiting = files.entries();
  const printed = createPrinter(flags);
  let failed = false;

  async function work(): Promise<void> {
    for (const [place, file] of waiting) {
      const outcome = await ingestOne(file, flags, pool, services);
      if (outcome.error) failed = true;
      progress.step(file);
      await printed(place, outcome);
    }
  }
  try {
    await Promise.all(Array.from({ length: IN_PARALLEL }, work));
  } finally {
    progress.stop();
    await pool.close();
  }
  return failed;
}

type Outcome = { file: string; done: Ingested; error?: never } | { file: string; error: HotseatError; done?: never };

/** A file that cannot be read is said and passed over; a data folder that cannot be written ends the whole. */
async function ingestOne(
  file: string,
  { role = null, password }: { role?: string | null; password?: string },
  pool: ReturnType<typeof createReadingPool>,
  services: Services,
): Promise<Outcome> {
  try {
    return { file, done: await ingestResume(file, { role: role ?? services.config.defaults.role, password, pool }, services) };
  } catch (error) {
    if (error instanceof InputError) return { file, error };
    throw error;
  }
}

/** Prints outcomes in the order of the files, each as soon as those before it are out. */
function createPrinter(flags: IngestFlags): (place: number, outcome: Outcome) => Promise<void> {
  const held = new Map<number, Outcome>();
  let next = 0;
  return async (place, outcome) => {
    held.set(place, outcome);
    for (let ready = held.get(next); ready; ready = held.get(next)) {
      next += 1;
      await printOutcome(ready, flags);
    }
  };
}

async function printOutcome({ file: path, done, error }: Outcome, { json, quiet }: IngestFlags): Promise<void> {
  if (json) return printJson(error ? { file: path, error: describeError(error) } : { ...done, file: path });
  if (error) {
    process.stderr.write(`${aboutFile(path, error)}\n`);
    return;
  }
  const file = printableLine(path);
  if (quiet) return print(done.id);
  await print(done.duplicate ? `${file}: already there as ${done.id}` : `${file}: read as ${done.id}${who(done)}`);
  if (done.duplicate) return;
  await print(`  ${done.chunks} passages, ${done.skills.length} skills, ${done.claims} claims to ask about${years(done)}`);
  for (const notice of done.notices) await print(`  note: ${printableLine(notice)}`);
}

function who({ name }: Ingested): string {
  return name ? `, ${printableLine(name)}` : '';
}

function years({ yearsOfExperience: years }: Ingested): string {
  return years === null ? '' : `, ${years} years of experience`;
}

/** A folder stands for the files in it, not for those in its folders; hidden files are left out. */
function filesAt(path: string): string[] {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(pdf|docx|md|markdown|txt)$/iu.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(path, entry.name))
    .sort();
  if (files.length > 0) return files;
  throw new InputError('folder-empty', `The folder ${path} has no PDF, DOCX, Markdown or text file.`, 'Name the files, or another folder.');
}
