import { embedderFor, type Embedder } from '../embeddings/embeddings.ts';
import type { Duty, JobDescription, Requirement } from '../schemas/job.ts';
import type { Claim, ParsedResume } from '../schemas/resume.ts';
import { contactOf } from './person-contact.ts';
import { jobLine } from './job/job-line.ts';
import { matchSkill, type SkillFact } from './match-skills.ts';
import { knownSkill } from './parsing/skill-mentions.ts';
import { foldText } from './parsing/words.ts';

/** Cosines between a duty and a claim, from which they speak of the same work, or of something near it. */
const SAME = 0.62;
const NEAR = 0.52;

/**
 * Each duty with the claim of the resume that comes nearest to it. The local
 * embedder knows English: a duty in another language is compared by the skills
 * that it names and by its long words, and is never more than partly met by words.
 */
export async function matchDuties(resume: ParsedResume, job: JobDescription, facts: SkillFact[], embedder: Embedder): Promise<Requirement[]> {
  const nearest = job.language === 'english' ? await nearestByMeaning(job.duties, resume.claims, embedderFor(embedder, { person: contactOf(resume) })) : job.duties.map((duty) => nearestByWords(duty, resume.claims));
  return job.duties.map((duty, index) => {
    const found = byNearness(nearest[index]);
    const named = bySkills(duty, facts);
    const judged = named && RANKS[named.state] > RANKS[found.state] ? named : found;
    return { kind: 'duty', asked: duty.text, domain: domainOf(duty), job: jobLine(job, duty), ...judged };
  });
}

type Judged = Pick<Requirement, 'state' | 'evidence' | 'because'>;

const RANKS = { missing: 0, partly: 1, met: 2 };

interface Near {
  claim: Claim;
  nearness: number;
}

function byNearness(near: Near | undefined): Judged {
  if (!near || near.nearness < NEAR) return { state: 'missing', evidence: null, because: null };
  const { text, page, line } = near.claim;
  const state = near.nearness >= SAME ? 'met' : 'partly';
  return { state, evidence: { text, page, line }, because: state === 'met' ? null : 'something near it' };
}

/** The skills that a duty names are on the resume: that is a part of it. */
function bySkills({ skills }: Duty, facts: SkillFact[]): Judged | null {
  const judged = skills.map((skill) => matchSkill([skill], facts));
  const shown = judged.find(({ state }) => state !== 'missing');
  return shown ? { state: 'partly', evidence: shown.evidence, because: 'its technology is there' } : null;
}

function domainOf({ skills }: Duty): string | null {
  return skills.map((skill) => knownSkill(skill)?.domain).find(Boolean) ?? null;
}

async function nearestByMeaning(duties: Duty[], claims: Claim[], embedder: Embedder): Promise<(Near | undefined)[]> {
  // A claim of two thoughts means neither of them: each is compared by itself too.
  const thoughts = claims.flatMap((claim) => [...new Set([claim.text, ...claim.text.split(/;\s+/u)])].map((text) => ({ claim, text })));
  if (duties.length === 0 || thoughts.length === 0) return [];
  const vectors = await embedder.embed([...duties, ...thoughts].map(({ text }) => text));
  const ofThoughts = vectors.slice(duties.length);
  const shared = sharedWordsIn(claims);
  return duties.map((duty, index) => highest(thoughts.map(({ claim, text }, at) => ({ claim, nearness: cosine(vectors[index], ofThoughts[at]) + shared(duty.text, text) }))));
}

/** Long words that both use say more than the embedder hears, and most where few lines use them: "on-call rotation". */
const WORD = 0.06;
const RARE_WORD = 0.1;
const MOST_BY_WORDS = 0.2;

function sharedWordsIn(claims: Claim[]): (duty: string, claim: string) => number {
  const lines = claims.map(({ text }) => new Set(longWords(text)));
  const weightOf = (word: string) => (lines.filter((words) => words.has(word)).length <= 1 ? RARE_WORD : WORD);
  return (duty, claim) => {
    const own = longWords(duty);
    const shared = longWords(claim).filter((word) => own.includes(word)).map(weightOf);
    return Math.min(MOST_BY_WORDS, shared.reduce((sum, weight) => sum + weight, 0));
  };
}

function highest(near: Near[]): Near | undefined {
  return near.reduce<Near | undefined>((best, one) => (best && best.nearness >= one.nearness ? best : one), undefined);
}

function cosine(left: Float32Array | undefined, right: Float32Array | undefined): number {
  return left && right ? left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0) : 0;
}

/** Two shared words of six letters make it near, however they end. */
function nearestByWords({ text }: Duty, claims: Claim[]): Near | undefined {
  const own = longWords(text);
  const near = claims.map((claim) => ({ claim, shared: longWords(claim.text).filter((word) => own.includes(word)).length }));
  const best = near.sort((one, other) => other.shared - one.shared)[0];
  return best && best.shared >= 2 ? { claim: best.claim, nearness: NEAR } : undefined;
}

/** Words of six letters and more, without their ends; those of "tiered-storage" by themselves too. */
function longWords(text: string): string[] {
  const words = foldText(text).match(/[\p{L}-]{6,}/gu) ?? [];
  return [...new Set(words.flatMap((word) => [word, ...word.split('-')]).filter((word) => word.length >= 6).map((word) => word.slice(0, 6)))];
}
