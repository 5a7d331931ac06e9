import type { ParsedResume, ResumeSummary } from '../schemas/resume.ts';

/** A resume as scripts see it: the contract of `resume show --json` and `resume read --json`. */
export interface ResumeView extends Omit<ParsedResume, 'summary' | 'chunks' | 'text' | 'notices' | 'claims' | 'format' | 'links'> {
  id: string | null;
  role: string | null;
  summary: string | null;
  summaryPoints: string[];
  highlights: string[];
  suggestedTopics: string[];
  suggestedDifficulty: ResumeSummary['suggestedDifficulty'];
  claims: Pick<ParsedResume['claims'][number], 'id' | 'text' | 'page' | 'line' | 'status'>[];
  links: string[];
  format: ParsedResume['format'];
  notices: string[];
  /** How many passages it was cut into. */
  chunks: number;
}

export function resumeView(
  resume: ParsedResume,
  { id, role, summary }: { id: string | null; role: string | null; summary: ResumeSummary },
): ResumeView {
  return {
    id,
    file: resume.file,
    hash: resume.hash,
    format: resume.format,
    role,
    name: resume.name,
    email: resume.email,
    phone: resume.phone,
    links: resume.links,
    summary: resume.summary,
    summaryPoints: summary.points,
    highlights: summary.highlights,
    skills: resume.skills,
    work: resume.work,
    education: resume.education,
    highestEducation: resume.highestEducation,
    yearsOfExperience: resume.yearsOfExperience,
    sections: resume.sections,
    domains: resume.domains,
    primaryDomain: resume.primaryDomain,
    suggestedTopics: summary.suggestedTopics,
    suggestedDifficulty: summary.suggestedDifficulty,
    claims: resume.claims.map(({ id: claim, text, page, line, status }) => ({ id: claim, text, page, line, status })),
    notices: resume.notices.map(({ message }) => message),
    chunks: resume.chunks.length,
  };
}
