import { findContradiction } from '../interview/claim-contradiction.ts';
import { findSkillNames } from '../resume/parsing/skill-mentions.ts';
import type { Report, ReportedQuestion } from '../schemas/report.ts';
import type { ClaimStatus } from '../schemas/resume.ts';

/** A claim of the resume with what the interview made of it. */
export interface MappedClaim {
  status: ClaimStatus;
  text: string;
  page: number;
  line: number;
  /** Of the question about it, 0 to 1; null when it was not asked or not graded. */
  score: number | null;
  /** What the candidate said that does not go with it, verbatim. */
  said: string | null;
  /** What would make a shaky one hold. */
  advice: string | null;
}

/** What needs work first, what nobody asked about last. */
export const CLAIM_ORDER: readonly ClaimStatus[] = ['contradicted', 'shaky', 'defended', 'untouched'];

export const CLAIM_WORDS: Record<ClaimStatus, string> = { contradicted: 'contradicted', shaky: 'shaky', defended: 'defended', untouched: 'not asked about' };

/** The claims of a report by status, each with its proof. */
export function claimMap({ claims, questions }: Report): MappedClaim[] {
  const mapped = claims.map(({ id, text, page, line, status }): MappedClaim => {
    const question = questions.findLast(({ claim }) => claim?.id === id);
    return {
      status,
      text,
      page,
      line,
      score: question?.score ?? null,
      said: status === 'contradicted' && question ? quoteFrom(text, question) : null,
      advice: status === 'shaky' && question ? adviceFrom(question) : null,
    };
  });
  return CLAIM_ORDER.flatMap((status) => mapped.filter((claim) => claim.status === status));
}

/** "2 defended, 1 shaky, 5 not asked about" */
export function claimCounts(claims: MappedClaim[]): string {
  return [...CLAIM_ORDER]
    .map((status) => ({ status, count: claims.filter((claim) => claim.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${CLAIM_WORDS[status]}`)
    .join(', ');
}

function quoteFrom(claim: string, { turns }: ReportedQuestion): string | null {
  const said = turns.flatMap(({ answer }) => (answer === null ? [] : (findContradiction({ text: claim, skills: findSkillNames(claim) }, answer)?.quote ?? [])));
  return said[0] ?? null;
}

function adviceFrom({ toWorkOn, turns }: ReportedQuestion): string | null {
  if (toWorkOn) return toWorkOn[0] ?? null;
  return turns.flatMap(({ evaluation }) => evaluation?.improvements ?? [])[0]?.text ?? null;
}
