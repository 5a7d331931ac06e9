import type { ParsedResume } from '../schemas/resume.ts';

/** What a resume says of how to reach its person: what a mask must know. */
export interface PersonContact {
  name: string | null;
  emails: string[];
  phones: string[];
  links: string[];
}

export function contactOf(resume: Pick<ParsedResume, 'name' | 'email' | 'phone' | 'links'> | null): PersonContact {
  return {
    name: resume?.name ?? null,
    emails: resume?.email ? [resume.email] : [],
    phones: resume?.phone ? [resume.phone] : [],
    links: resume?.links ?? [],
  };
}
