import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { printableLine } from '../printable.ts';
import { rebuildIndex } from '../resume/rebuild-index.ts';
import type { ResumeListing } from '../schemas/resume.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './context.ts';
import { print, printJson, table } from './print.ts';
import { createProgress } from './progress.ts';
import { withServices } from './with-services.ts';

const EXAMPLES = `
Examples:
  $ hotseat vectors status         which index, which embedder, and which resumes are out of date
  $ hotseat vectors rebuild        after a change of the index or the embedder; the resumes themselves are not touched

Without it each resume is brought up to date when it is searched next.`;

type VectorFlags = Flags & { json?: boolean };

export function command(context: CommandContext): Command {
  const vectors = new Command('vectors').addHelpText('after', EXAMPLES);
  vectors
    .command('status')
    .description('the index and the embedder in use, and what is out of date')
    .option('--json', 'print as JSON')
    .action(withServices(context, status));
  vectors
    .command('rebuild')
    .description('build the index of every resume from the database')
    .option('--json', 'print as JSON')
    .action(withServices(context, rebuild));
  return vectors;
}

/** One resume, and what its next search would have to do first. */
interface Standing {
  id: string;
  file: string;
  passages: number;
  /** Who made the stored vectors. */
  embedder: string;
  state: 'ready' | 'other-embedder' | 'not-built';
}

async function status(services: Services, { json }: VectorFlags): Promise<void> {
  const { embedder, index, store } = services;
  const resumes: Standing[] = [];
  for (const listing of await store.listResumes()) resumes.push(await standingOf(listing, services));
  if (json) return printJson({ index: index.name, embedder: embedder.id, resumes });

  await print(`Index: ${index.name}\nEmbedder: ${embedder.id}`);
  if (resumes.length === 0) return print('No resume is stored yet.');
  const rows = resumes.map(({ id, passages, state, embedder: made, file }) => [id, String(passages), wordsFor(state, made), printableLine(file)]);
  await print(`\n${table([['ID', 'PASSAGES', 'STATE', 'FILE'], ...rows])}`);
  if (resumes.some(({ state }) => state !== 'ready')) await print('\nBring all up to date with: hotseat vectors rebuild');
}

async function standingOf({ id, file, chunks }: ResumeListing, { embedder, index, store }: Services): Promise<Standing> {
  const { embedderId } = await store.chunksOf(id);
  const isCurrent = embedderId === embedder.id;
  const state = !isCurrent ? 'other-embedder' : (await index.has(id, embedder.id)) ? 'ready' : 'not-built';
  return { id, file, passages: chunks, embedder: embedderId, state };
}

function wordsFor(state: Standing['state'], embedder: string): string {
  return { ready: 'ready', 'other-embedder': `made with ${embedder}`, 'not-built': 'not built' }[state];
}

async function rebuild(services: Services, { json }: VectorFlags): Promise<void> {
  const { store, index, embedder, config } = services;
  const resumes = await store.listResumes();
  const progress = createProgress(resumes.length, config);
  // The bar counts resumes; a single one is worth its own line.
  const told = resumes.length < 2 ? services : { ...services, onWork: () => undefined };
  const embedded: string[] = [];
  try {
    for (const { id, file } of resumes) {
      if ((await rebuildIndex(id, told)).embedded) embedded.push(id);
      progress.step(file);
    }
  } finally {
    progress.stop();
  }
  if (json) return printJson({ rebuilt: resumes.map(({ id }) => id), embedded, index: index.name, embedder: embedder.id });
  const again = embedded.length > 0 ? ` ${counted(embedded.length, 'resume')} embedded again with ${embedder.id}.` : '';
  await print(`Built ${counted(resumes.length, 'index', 'indexes')} again (${index.name}).${again}`);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
