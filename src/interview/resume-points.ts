import type { Claim } from '../schemas/resume.ts';
import { isRoutine } from './claim-matter.ts';

/** No resume has more that is worth a question. */
const MOST = 60;

/**
 * The claims of a resume in the order in which they are asked about.
 *
 * Untouched and shaky ones come before those that were defended; a number, a
 * technology and an action make a claim worth a question, a technology that
 * the job wants even more; and no job of the resume is asked about twice
 * before each was asked about once. What stands in two places is asked once,
 * and what says only that somebody was there is not asked about.
 */
export function orderResumePoints(claims: Claim[], { wantedSkills }: { wantedSkills: string[] }): Claim[] {
  const worth = (claim: Claim) => worthOf(claim) + (claim.skills.some((skill) => wantedSkills.includes(skill)) ? 1.5 : 0);
  const ranked = eachOnce(claims).filter((claim) => !isRoutine(claim)).sort((left, right) => worth(right) - worth(left) || left.page - right.page || left.line - right.line);
  const rounds = new Map<string, number>();
  const placed = ranked.map((claim) => {
    const round = rounds.get(claim.entry ?? '') ?? 0;
    rounds.set(claim.entry ?? '', round + 1);
    return { claim, round: round + (claim.status === 'defended' ? 100 : 0) };
  });
  return placed.sort((left, right) => left.round - right.round).slice(0, MOST).map(({ claim }) => claim);
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
