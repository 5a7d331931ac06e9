import type { Embedder } from '../embeddings/embeddings.ts';
import type { Llm } from '../llm/llm.ts';
import type { ParsedResume } from '../schemas/resume.ts';
import type { NewResume, Store } from '../store/store.ts';
import type { VectorIndex } from '../vectors/vectors.ts';
import { contactOf, type PersonContact } from './person-contact.ts';
import { parseResume } from './parsing/parse-resume.ts';
import { readResumeFile } from './reading/read-resume-file.ts';
import type { ReadingPool } from './reading/reading-pool.ts';
import { vectorItems } from './vector-items.ts';
import { writeSummary, type WrittenSummary } from './write-summary.ts';

/** The resumes as they came, kept under their ids. */
export interface Originals {
  keep(resumeId: string, path: string): Promise<void>;
  delete(resumeId: string): Promise<void>;
}

export interface IngestServices {
  embedder: Embedder;
  store: Store;
  index: VectorIndex;
  originals: Originals;
  /** Opens the model that sums up, for one person's data; null where none is chosen. */
  models(context: { contact: PersonContact; sessionId: null }): { summary: Llm | null };
  config: { offline: boolean };
}

export type IngestStage = 'reading' | 'understanding' | 'embedding' | 'storing';

export interface IngestOptions {
  role: string | null;
  /** Opens an encrypted PDF. */
  password?: string;
  /** Warm workers, for many files. */
  pool?: ReadingPool;
  onStage?: (stage: IngestStage) => void;
}

/** What came of one file. */
export interface Ingested {
  file: string;
  id: string;
  duplicate: boolean;
  name: string | null;
  chunks: number;
  skills: string[];
  domains: string[];
  yearsOfExperience: number | null;
  claims: number;
  notices: string[];
}

/**
 * file -> text -> sections -> chunks -> summary and claims -> vectors -> rows.
 *
 * The rows come last, in one transaction: a resume exists when its row does.
 * The same bytes again are a duplicate, found before any work but the reading.
 * Rejects with an InputError when the file cannot be read, and with a
 * StorageError when the data folder cannot be written; then nothing is left behind.
 */
export async function ingestResume(path: string, options: IngestOptions, services: IngestServices): Promise<Ingested> {
  const { role, password, pool, onStage = () => undefined } = options;
  onStage('reading');
  const input = await readResumeFile(path, { password, pool });
  const known = await services.store.findResumeByHash(input.hash);
  if (known) return describe(known, { id: known.id, duplicate: true }, []);

  onStage('understanding');
  const parsed = parseResume(input);
  const { summary, notices } = await summarize(parsed, role, services);

  onStage('embedding');
  const vectors = await services.embedder.embed(parsed.chunks.map(({ text }) => text), { person: contactOf(parsed) });

  onStage('storing');
  const id = services.store.newResumeId();
  const stored = await storeResume(path, { id, parsed, role, summary, embedderId: services.embedder.id, vectors }, services);
  return describe(parsed, stored, notices);
}

async function summarize(parsed: ParsedResume, role: string | null, { models, config }: IngestServices): Promise<WrittenSummary> {
  const { summary, notices } = await writeSummary(parsed, role, models({ contact: contactOf(parsed), sessionId: null }).summary);
  return { summary, notices: config.offline ? ['With --offline the summary is made on this machine.'] : notices };
}

/** Original and index first, under the new id; they go again when the row does not come. */
async function storeResume(path: string, resume: NewResume, { store, index, originals }: IngestServices): Promise<{ id: string; duplicate: boolean }> {
  const { id, role, parsed, embedderId, vectors } = resume;
  const undo = () => Promise.allSettled([originals.delete(id), index.delete(id)]);
  try {
    await originals.keep(id, path);
    await index.replace(id, embedderId, vectorItems(id, role, parsed.chunks, vectors), { person: contactOf(parsed) });
    const stored = await store.addResume(resume);
    // Another process stored the same file in the meantime.
    if (stored.duplicate) await undo();
    return stored;
  } catch (error) {
    await undo();
    throw error;
  }
}

function describe(parsed: ParsedResume, { id, duplicate }: { id: string; duplicate: boolean }, notices: string[]): Ingested {
  return {
    file: parsed.file,
    id,
    duplicate,
    name: parsed.name,
    chunks: parsed.chunks.length,
    skills: parsed.skills,
    domains: parsed.domains,
    yearsOfExperience: parsed.yearsOfExperience,
    claims: parsed.claims.length,
    notices: [...parsed.notices.map(({ message }) => message), ...[hollowNotice(parsed) ?? []].flat(), ...notices],
  };
}

/** What to know of a file that can be read and says nothing; null for a resume. */
export function hollowNotice({ chunks }: Pick<ParsedResume, 'chunks'>): string | null {
  return chunks.length === 0 ? 'Nothing in it looks like a resume: there is no passage to talk about.' : null;
}
