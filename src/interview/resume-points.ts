import type { Claim } from '../schemas/resume.ts';

/**
 * The claims worth asking about, the best first, at most `limit`.
 *
 * Untouched and shaky ones come before those that were defended; a number, a
 * technology and an action make a claim worth a question; and no job is asked
 * about twice before each was asked about once.
 */
export function chooseResumePoints(claims: Claim[], limit: number): Claim[] {
  const ranked = [...claims].sort((left, right) => worthOf(right) - worthOf(left) || left.page - right.page || left.line - right.line);
  const rounds = new Map<string, number>();
  const placed = ranked.map((claim) => {
    const round = rounds.get(claim.entry ?? '') ?? 0;
    rounds.set(claim.entry ?? '', round + 1);
    return { claim, round: round + (claim.status === 'defended' ? 100 : 0) };
  });
  return placed.sort((left, right) => left.round - right.round).slice(0, limit).map(({ claim }) => claim);
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
