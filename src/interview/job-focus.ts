import type { JobDescription, JobMatch } from '../schemas/job.ts';

/** What an interview takes over from a job description when it is planned. */
export interface JobFocus {
  /** Domains to ask about, the most wanted first. */
  domains: string[];
  /** Skills that make a claim of the resume worth a question. */
  skills: string[];
}

/** What a gap moves its domain up, against one step down for each place in the job's own order. */
const GAP = 2.5;

/**
 * The job's domains, those of required skills first; where a resume was held
 * against the job, domains in which it has a gap move up, the widest most.
 */
export function focusOf(job: JobDescription, match: JobMatch | null): JobFocus {
  const gaps = match?.gaps.map(({ domain }) => domain) ?? [];
  const domains = [...new Set([...job.domains, ...gaps])];
  const placeOf = (domain: string) => {
    const gap = gaps.indexOf(domain);
    return domains.indexOf(domain) - (gap < 0 ? 0 : GAP / (1 + gap * 0.5));
  };
  const skills = [...job.required, ...job.niceToHave].flatMap(({ name, alternatives }) => [name, ...alternatives]);
  return { domains: [...domains].sort((one, other) => placeOf(one) - placeOf(other)), skills };
}
