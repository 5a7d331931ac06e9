import type { Evidence, JobDescription } from '../../schemas/job.ts';

/** The line of a job description that asks for something; null when it is none of its lines. */
export function jobLine({ lines }: JobDescription, { page, line }: { page: number; line: number }): Evidence | null {
  const found = lines.find((one) => one.page === page && one.line === line);
  return found ? { text: found.text.trim(), page, line } : null;
}
