import { summarizeResume } from '../../resume/parsing/summary.ts';
import type { Resume, ResumeSummary } from '../../schemas/resume.ts';
import type { Store } from '../../store/store.ts';

/**
 * The summary of a resume for a role. The one of ingest serves the role it was
 * made for; for another role it is made once and kept. No node of the graph:
 * it runs before the first turn.
 */
export async function summaryFor(resume: Resume, role: string, store: Store): Promise<ResumeSummary> {
  if (resume.role === role) return resume.resumeSummary;
  const known = await store.findSummary(resume.id, role);
  if (known) return known;

  const summary = summarizeResume(resume, role);
  await store.saveSummary(resume.id, role, summary);
  return summary;
}
