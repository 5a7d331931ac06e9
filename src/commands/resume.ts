import { Command, InvalidArgumentError } from 'commander';
import type { Flags } from '../config.ts';
import { describeError, EXIT, InputError } from '../errors.ts';
import { printable, printableLine } from '../printable.ts';
import { deleteResume } from '../resume/delete.ts';
import { parseResume } from '../resume/parsing/parse-resume.ts';
import { summarizeResume } from '../resume/parsing/summary.ts';
import { readResumeFile } from '../resume/reading/read-resume-file.ts';
import { searchResume } from '../resume/search.ts';
import { resumeView, type ResumeView } from '../resume/view.ts';
import type { Services } from '../services.ts';
import { aboutFile } from './about-file.ts';
import type { CommandContext } from './context.ts';
import { print, printJson, table } from './print.ts';
import { requireResume } from './require.ts';
import { checkCommand } from './resume-check.ts';
import { withServices } from './with-services.ts';

interface ResumeFlags extends Flags {
  json?: boolean;
  leaveHosted?: boolean;
  limit: number;
  password?: string;
}

const EXAMPLES = `
Examples:
  $ hotseat resume list
  $ hotseat resume show last
  $ hotseat resume read resume.pdf --json        what would be stored, storing nothing
  $ hotseat resume check resume.pdf              what an interviewer's parser sees of it
  $ hotseat resume search last "event streaming"
  $ hotseat resume delete 7k2m`;

export function command(context: CommandContext): Command {
  const resume = new Command('resume').addHelpText('after', EXAMPLES);

  resume
    .command('list')
    .description('the resumes that are stored, newest first')
    .option('--json', 'print as JSON')
    .action(withServices(context, list));
  resume
    .command('show <id>')
    .description('what was read from a resume')
    .option('--json', 'print as JSON')
    .action(withServices(context, show));
  resume
    .command('read <files...>')
    .description('read files and print what would be stored, storing nothing')
    .option('--password <password>', 'opens an encrypted PDF')
    .option('--json', 'print one JSON object a file')
    .action(async (files: string[], _, command: Command) => {
      if (await readAll(files, command.optsWithGlobals<ResumeFlags>())) context.exitCode = EXIT.badInput;
    });
  resume.addCommand(checkCommand(context));
  resume
    .command('search <id> <query>')
    .description('the passages of a resume that are nearest to a query')
    .option('--limit <n>', 'how many passages', positive, 5)
    .option('--json', 'print as JSON')
    .action(withServices(context, search));
  resume
    .command('delete <id>')
    .description('delete a resume and everything derived from it, its interviews too')
    .option('--leave-hosted', 'also where a hosted index that the settings no longer reach keeps its passages')
    .option('--json', 'print as JSON')
    .action(withServices(context, remove));
  return resume;
}

async function list({ store }: Services, { json }: ResumeFlags): Promise<void> {
  const resumes = await store.listResumes();
  if (json) return printJson({ resumes });
  if (resumes.length === 0) return print('No resume is stored yet. Read one with: hotseat ingest <file>');
  const rows = resumes.map(({ id, file, name, role, chunks, createdAt }) =>
    [id, createdAt.slice(0, 10), String(chunks), name ?? '-', role ?? '-', file].map(printableLine),
  );
  await print(table([['ID', 'READ', 'PASSAGES', 'NAME', 'ROLE', 'FILE'], ...rows]));
}

async function show({ store }: Services, { json }: ResumeFlags, id = ''): Promise<void> {
  const resume = await requireResume(id, store);
  const view = resumeView(resume, { id: resume.id, role: resume.role, summary: resume.resumeSummary });
  if (json) return printJson(view);
  await print(viewText(view));
}

async function readAll(files: string[], { json, password }: ResumeFlags): Promise<boolean> {
  let failed = false;
  for (const file of files) {
    try {
      const parsed = parseResume(await readResumeFile(file, { password }));
      const view = resumeView(parsed, { id: null, role: null, summary: summarizeResume(parsed, null) });
      await (json ? printJson({ ...view, file }) : print(viewText(view)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed = true;
      if (json) await printJson({ file, error: describeError(error) });
      else process.stderr.write(`${aboutFile(file, error)}\n`);
    }
  }
  return failed;
}

async function search(services: Services, { json, limit }: ResumeFlags, id = '', query = ''): Promise<void> {
  const resume = await requireResume(id, services.store);
  const hits = await searchResume(resume.id, query, { limit }, services);
  if (json) return printJson({ hits });
  if (hits.length === 0) return print('Nothing was found.');
  for (const { score, section, entry, text } of hits) {
    await print(`${score.toFixed(2)}  ${section}${entry ? `, ${printableLine(entry)}` : ''}\n      ${printableLine(text).slice(0, 300)}`);
  }
}

async function remove(services: Services, { json, leaveHosted }: ResumeFlags, id = ''): Promise<void> {
  const resume = await requireResume(id, services.store);
  if (leaveHosted) await services.store.forgetHostedIndex(resume.id);
  await deleteResume(resume.id, services);
  await (json ? printJson({ deleted: resume.id }) : print(`Deleted ${resume.id} and everything derived from it.`));
}

/** What was read, for a person to check. */
function viewText(view: ResumeView): string {
  const lines = [
    `${view.name ?? '(no name found)'}${view.email ? `, ${view.email}` : ''}${view.phone ? `, ${view.phone}` : ''}`,
    `File: ${view.file}${view.id ? `, id ${view.id}` : ''}`,
    `Experience: ${view.yearsOfExperience ?? 'unknown'} years; education: ${view.highestEducation}`,
    `Domains: ${view.domains.join(', ') || 'none matched'}`,
    `Skills: ${view.skills.join(', ') || 'none found'}`,
    ...view.work.map(({ title, company, start, end }) => `Work: ${title ?? '?'}, ${company ?? '?'} (${start ?? '?'} to ${end ?? 'present'})`),
    ...view.education.map(({ institution, area, level }) => `Education: ${level}${area ? ` in ${area}` : ''}, ${institution ?? '?'}`),
    ...view.claims.map(({ page, line, status, text }) => `Claim (page ${page}, line ${line}, ${status}): ${text}`),
    ...view.notices.map((notice) => `Note: ${notice}`),
    `${view.chunks} passages for retrieval.`,
  ];
  return printable(lines.join('\n'));
}

function positive(text: string): number {
  if (/^[1-9]\d{0,2}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 999.');
}
