import type { Claim, WorkEntry } from '../schemas/resume.ts';
import { newestFirst } from '../resume/newest-work.ts';
import { isLearning } from '../resume/role-wanted.ts';
import { isRoutine } from './claim-matter.ts';

/** No resume has more that is worth a question. */
const MOST = 60;

/**
 * The claims of a resume in the order in which they are asked about.
 *
 * Untouched and shaky ones come before those that were defended; a number, a
 * technology, an action and recent work make a claim worth a question, a
 * technology that the job wants even more; and no job of the resume is asked
 * about twice before each was asked about once, but for an internship of long
 * ago. What stands in two places is asked once, and what says only that
 * somebody was there is not asked about.
 */
export function orderResumePoints(claims: Claim[], { wantedSkills, work = [] }: { wantedSkills: string[]; work?: WorkEntry[] }): Claim[] {
  const told = eachOnce(claims).filter((claim) => !isRoutine(claim)).map((claim) => ({ claim, job: jobOf(claim, work) }));
  const newest = newestFirst(work);
  const worth = ({ claim, job }: Told) => worthOf(claim) + recencyOf(job, newest) + (claim.skills.some((skill) => wantedSkills.includes(skill)) ? 1.5 : 0);
  const ranked = told.sort((left, right) => worth(right) - worth(left) || left.claim.page - right.claim.page || left.claim.line - right.claim.line);
  const rounds = new Map<WorkEntry | string, number>();
  const placed = ranked.map(({ claim, job }) => {
    const key = job ?? claim.entry ?? '';
    const round = rounds.get(key) ?? (job && job !== newest[0] && isTraining(job) ? 1 : 0);
    rounds.set(key, round + 1);
    return { claim, round: round + (claim.status === 'defended' ? 100 : 0) };
  });
  return placed.sort((left, right) => left.round - right.round).slice(0, MOST).map(({ claim }) => claim);
}

interface Told {
  claim: Claim;
  /** The job that the claim stands under; undefined for a project, a summary and the like. */
  job: WorkEntry | undefined;
}

/** The last job above the line that has the entry's name: one company may stand there several times. */
function jobOf({ entry, page, line }: Claim, work: WorkEntry[]): WorkEntry | undefined {
  return work.findLast((job) => (job.company ?? job.title) === entry && (job.page < page || (job.page === page && job.line <= line)));
}

/** What the last three jobs add to the worth of a claim. */
const RECENT = [3.5, 1.2, 0.6];

function recencyOf(job: WorkEntry | undefined, newest: WorkEntry[]): number {
  return job ? (RECENT[newest.indexOf(job)] ?? 0) : 0;
}

function isTraining({ title }: WorkEntry): boolean {
  return title !== null && isLearning(title);
}

/** The same words under two jobs are one point. */
function eachOnce(claims: Claim[]): Claim[] {
  const known = new Set<string>();
  return claims.filter(({ text }) => {
    const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    return known.has(words) ? false : known.add(words);
  });
}

function worthOf({ status, numbers, skills, action, text }: Claim): number {
  return (
    (status === 'shaky' || status === 'contradicted' ? 1 : 0) +
    (numbers.length > 0 ? 2 : 0) +
    (skills.length > 0 ? 1 : 0) +
    (action ? 1 : 0) -
    // A line this short says too little to ask about.
    (text.length < 30 ? 2 : 0)
  );
}
