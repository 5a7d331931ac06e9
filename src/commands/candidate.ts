import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { printableLine } from '../printable.ts';
import { deleteCandidate, unknownCandidate } from '../resume/delete.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson, table } from './print.ts';
import { withServices } from './with-services.ts';

const EXAMPLES = `
Examples:
  $ hotseat candidate list
  $ hotseat candidate show last
  $ hotseat candidate delete 7k2m        everything of theirs: resumes, interviews, answers, reports, vectors

Ids may be given by a unique beginning, or "last".`;

type CandidateFlags = Flags & { json?: boolean };
type Work = (services: Services, flags: CandidateFlags, ...words: string[]) => Promise<void>;

export function command(context: CommandContext): Command {
  const candidate = new Command('candidate').addHelpText('after', EXAMPLES);
  const add = (words: string, description: string, work: Work) =>
    candidate.command(words).description(description).option('--json', 'print as JSON').action(withServices(context, work));

  add('list', 'the people whose resumes are stored, newest first', list);
  add('show <id>', 'the resumes and interviews of a person', show);
  add('delete <id>', 'delete a person with everything of theirs', remove);
  return candidate;
}

async function list({ store }: Services, { json }: CandidateFlags): Promise<void> {
  const candidates = await store.listCandidates();
  if (json) return printJson({ candidates });
  if (candidates.length === 0) return print('No resume is stored yet. Read one with: hotseat ingest <file>');
  const rows = candidates.map(({ id, name, resumes, interviews }) => [id, String(resumes), String(interviews), printableLine(name ?? '(no name found)')]);
  await print(table([['ID', 'RESUMES', 'INTERVIEWS', 'NAME'], ...rows]));
}

async function show({ store }: Services, { json }: CandidateFlags, given = ''): Promise<void> {
  const ids = await store.resumesOf(given);
  if (!ids) throw unknownCandidate(given);
  const first = ids[0] === undefined ? undefined : await store.findResume(ids[0]);
  const resumes = (await store.listResumes()).filter(({ id }) => ids.includes(id));
  const interviews = (await Promise.all(ids.map((resumeId) => store.listInterviews({ resumeId })))).flat();
  if (json) return printJson({ id: first?.candidateId ?? given, name: first?.name ?? null, resumes, interviews });

  await print(`${printableLine(first?.name ?? '(no name found)')}, id ${first?.candidateId ?? given}`);
  for (const { id, file, chunks } of resumes) await print(`Resume ${id}: ${printableLine(file)}, ${chunks} passages`);
  for (const { id, createdAt, role, status } of interviews) await print(`Interview ${id}: ${createdAt.slice(0, 10)}, ${printableLine(role)}, ${status.replace('_', ' ')}`);
}

async function remove(services: Services, { json }: CandidateFlags, id = ''): Promise<void> {
  const { resumeIds } = await deleteCandidate(id, services);
  await (json ? printJson({ deleted: id, resumes: resumeIds }) : print(`Deleted ${id} with ${resumeIds.length} ${resumeIds.length === 1 ? 'resume' : 'resumes'} and everything derived.`));
}
