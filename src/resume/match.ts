import type { Embedder } from '../embeddings/embeddings.ts';
import type { Evidence, JobDescription, JobMatch, JobSkill, Requirement } from '../schemas/job.ts';
import type { ParsedResume } from '../schemas/resume.ts';
import { jobLine } from './job/job-line.ts';
import { seniorityOfTitle, seniorityOfYears } from './job/seniority.ts';
import { linesOf } from './line-places.ts';
import { matchDuties } from './match-duties.ts';
import { matchSkill, skillFacts, type SkillFact } from './match-skills.ts';

/**
 * A resume held against a job description, each requirement with its evidence.
 *
 * A skill is met by its name in any spelling, or by something that shows it
 * (Django shows Python); partly by one that does the same work; else missing.
 * Duties are compared by meaning with what the resume claims. Rejects with
 * `ModelError` when the embedder fails.
 */
export async function matchResume(resume: ParsedResume, job: JobDescription, { embedder, lines = linesOf(resume) }: { embedder: Embedder; lines?: Evidence[] }): Promise<JobMatch> {
  const facts = skillFacts(resume, lines);
  const requirements = [
    ...job.required.map((skill) => skillRequirement('required', skill, facts, job)),
    ...job.niceToHave.map((skill) => skillRequirement('nice', skill, facts, job)),
    ...yearsRequirement(resume, job),
    ...seniorityRequirement(resume, job),
    ...(await matchDuties(resume, job, facts, embedder)),
  ];
  return { requirements, totals: totalsOf(requirements), gaps: gapsOf(requirements) };
}

function skillRequirement(kind: 'required' | 'nice', skill: JobSkill, facts: SkillFact[], job: JobDescription): Requirement {
  const asked = listed([skill.name, ...skill.alternatives]);
  return { kind, asked, domain: skill.domain || null, job: jobLine(job, skill), ...matchSkill([skill.name, ...skill.alternatives], facts) };
}

/** "Go, Java or Kotlin" */
function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Partly from seven tenths of the years on. */
function yearsRequirement({ yearsOfExperience: years, work }: ParsedResume, job: JobDescription): Requirement[] {
  if (!job.years) return [];
  const { least } = job.years;
  const state = years === null ? 'missing' : years >= least ? 'met' : years >= least * 0.7 ? 'partly' : 'missing';
  const because = years === null ? 'the resume gives no dates of work' : `${years} years by the dates of ${work.length} ${work.length === 1 ? 'job' : 'jobs'}`;
  return [{ kind: 'years', asked: `${least} ${least === 1 ? 'year' : 'years'} of experience`, domain: null, job: jobLine(job, job.years), state, evidence: null, because }];
}

const RANKS = { intern: 0, junior: 1, mid: 2, senior: 3, staff: 4, lead: 4 };

/** By the last title, or by the years where it names no step; one step below is partly met. */
function seniorityRequirement({ work, yearsOfExperience: years }: ParsedResume, job: JobDescription): Requirement[] {
  if (!job.seniority) return [];
  const last = work[0];
  const titled = seniorityOfTitle(last?.title ?? '');
  const own = titled ?? (years === null ? null : seniorityOfYears(years));
  const below = own === null ? Infinity : RANKS[job.seniority] - RANKS[own];
  const because = own === null ? 'neither a title nor dates say' : titled ? `by the title of the last job: ${own}` : `by the years of experience: ${own}`;
  const evidence = titled && last?.title ? { text: last.title, page: last.page, line: last.line } : null;
  return [{ kind: 'seniority', asked: job.seniority, domain: null, job: null, state: below <= 0 ? 'met' : below === 1 ? 'partly' : 'missing', evidence, because }];
}

function totalsOf(requirements: Requirement[]): JobMatch['totals'] {
  const totals = Object.fromEntries((['required', 'nice', 'duty', 'years', 'seniority'] as const).map((kind) => [kind, { met: 0, partly: 0, missing: 0 }])) as JobMatch['totals'];
  for (const { kind, state } of requirements) totals[kind][state] += 1;
  return totals;
}

const WEIGHTS = { required: 2, nice: 0.7, duty: 1, years: 0, seniority: 0 };

/** What is missing counts double of what is partly there, and a required skill most. */
function gapsOf(requirements: Requirement[]): JobMatch['gaps'] {
  const gaps = new Map<string, { weight: number; because: string[] }>();
  for (const { kind, domain, state, asked, because } of requirements) {
    if (!domain || state === 'met') continue;
    const gap = gaps.get(domain) ?? { weight: 0, because: [] };
    gap.weight += WEIGHTS[kind] * (state === 'missing' ? 1 : 0.5);
    gap.because.push(state === 'missing' ? `${asked}: missing` : `${asked}: ${because ?? 'partly'}`);
    gaps.set(domain, gap);
  }
  return [...gaps].sort(([one, first], [other, second]) => second.weight - first.weight || one.localeCompare(other)).map(([domain, { because }]) => ({ domain, because }));
}
