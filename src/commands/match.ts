import { existsSync } from 'node:fs';
import { Chalk } from 'chalk';
import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { loadBuiltInPacks, readPacks } from '../packs/load.ts';
import { matchResume } from '../resume/match.ts';
import { matchAsText, type MatchLook } from '../resume/match-text.ts';
import { parseResume } from '../resume/parsing/parse-resume.ts';
import { readResumeFile } from '../resume/reading/read-resume-file.ts';
import type { Evidence, JobMatch, Practice } from '../schemas/job.ts';
import type { ParsedResume } from '../schemas/resume.ts';
import { openServices, type Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson } from './print.ts';
import { readJobAt } from './read-job.ts';
import { requireResume } from './require.ts';
import { showWork } from './show-work.ts';

const EXAMPLES = `
Examples:
  $ hotseat match --resume last --job job.pdf
  $ hotseat match --resume resume.pdf --job job.md --json
  $ pbpaste | hotseat match --resume last --job -`;

interface MatchFlags extends Flags {
  resume: string;
  job: string;
  password?: string;
  json?: boolean;
}

export function command(context: CommandContext): Command {
  return new Command('match')
    .requiredOption('--resume <id or file>', 'a stored resume, or a file, which is read and not stored')
    .requiredOption('--job <file or ->', 'the job description: PDF, DOCX, Markdown, text, or - for standard input')
    .option('--password <password>', 'opens an encrypted PDF')
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (_, command: Command) => {
      const flags = command.optsWithGlobals<MatchFlags>();
      const config = context.config(flags);
      const services = openServices(config, showWork(config));
      try {
        await match(flags, services);
      } finally {
        await services.close();
      }
    });
}

async function match(flags: MatchFlags, services: Services): Promise<void> {
  const job = await readJobAt(flags.job);
  const { id, parsed, lines } = await resumeFor(flags, services);
  const match = await matchResume(parsed, job, { embedder: services.embedder, lines });
  const practice = practiceFor(match, services.config.packs);
  if (flags.json) {
    const { lines: _, ...described } = job;
    const { gaps: __, ...matched } = match;
    return printJson({ resume: { id, file: parsed.file, name: parsed.name }, job: described, ...matched, practice });
  }
  await print(matchAsText({ resume: parsed.name ?? parsed.file, job, match, practice }, lookFor(services.config.color)));
  if (!services.config.quiet) await print(`\nStart with: hotseat interview --resume ${flags.resume} --job ${flags.job === '-' ? '<file>' : flags.job}`);
}

interface Chosen {
  id: string | null;
  parsed: ParsedResume;
  lines?: Evidence[];
}

/** What is stored goes first; a file is read for this once, with its lines exactly where they stand. */
async function resumeFor({ resume, password }: MatchFlags, { store }: Services): Promise<Chosen> {
  const stored = await store.findResume(resume);
  if (stored) return { id: stored.id, parsed: stored };
  if (!existsSync(resume) && !/[./\\]/u.test(resume)) return { id: null, parsed: await requireResume(resume, store) };
  const read = await readResumeFile(resume, { password });
  const seen = read.document.lines.filter(({ hidden }) => hidden === undefined);
  return { id: null, parsed: parseResume(read), lines: seen.map(({ text, page, line }) => ({ text, page, line })) };
}

/** How many questions the bank has for each domain with a gap. */
function practiceFor({ gaps }: JobMatch, userPacks: string[]): Practice[] {
  const packs = [...loadBuiltInPacks(), ...readPacks(userPacks)];
  const questions = new Map(packs.flatMap(({ pack }) => pack.questions).map((question) => [question.id, question.domain]));
  return gaps.map(({ domain, because }) => ({ domain, because, questions: [...questions.values()].filter((one) => one === domain).length }));
}

function lookFor(color: boolean): MatchLook {
  const { isTTY, columns } = process.stdout;
  const chalk = new Chalk(color && isTTY ? {} : { level: 0 });
  const tones = { met: chalk.green, partly: chalk.yellow, missing: chalk.red, strong: chalk.bold, faint: chalk.dim };
  return { width: isTTY ? Math.max(30, Math.min(120, columns)) : 80, paint: (tone, text) => tones[tone](text) };
}
