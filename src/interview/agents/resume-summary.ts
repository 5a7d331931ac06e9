import type { Llm } from '../../llm/llm.ts';
import { writeSummary, type WrittenSummary } from '../../resume/write-summary.ts';
import type { Resume } from '../../schemas/resume.ts';
import type { Store } from '../../store/store.ts';

/**
 * The summary of a resume for a role. The one of ingest serves the role it was
 * made for; for another role it is made once and kept. One that was computed
 * gives way when a model is there, so that a model that failed is tried again.
 * No node of the graph: it runs before the first turn.
 */
export async function summaryFor(resume: Resume, role: string, { store, llm }: { store: Store; llm: Llm | null }): Promise<WrittenSummary> {
  const known = (await store.findSummary(resume.id, role)) ?? (resume.role === role ? resume.resumeSummary : undefined);
  if (known && (known.writtenBy || !llm)) return { summary: known, notices: [] };

  const written = await writeSummary(resume, role, llm);
  await store.saveSummary(resume.id, role, written.summary);
  return written;
}
