import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../package-root.ts';
import { splitByShare } from './plan.ts';

const Roles = z.strictObject({
  roles: z.array(z.strictObject({ words: z.array(z.string()), domains: z.array(z.string()) })),
  general: z.array(z.string()),
});
type Roles = z.infer<typeof Roles>;

/** How much a domain of the role, of the resume and of a job description counts, by its place in the list. */
const ROLE_WEIGHT = 1;
const RESUME_WEIGHT = 0.8;
/** A job description says what the role's name only hints at. */
const JOB_WEIGHT = 4;

/**
 * How many technical questions each domain gets: the domains of the job
 * description, of the role and of the resume, the most telling first, only
 * those that the bank has questions for. No domain takes more than half of the
 * questions when there are others.
 */
export function planDomains(
  technical: number,
  { role, jobDomains = [], resumeDomains, available }: { role: string; jobDomains?: string[]; resumeDomains: string[]; available: readonly string[] },
): Record<string, number> {
  const weights = weighDomains({ role, jobDomains, resumeDomains }, readRoles());
  const ranked = [...weights].filter(([domain]) => available.includes(domain)).sort(([, left], [, right]) => right - left);
  const chosen = ranked.slice(0, Math.max(2, technical)).map(([domain]) => domain);
  if (chosen.length === 0) return {};

  // Ranks as shares: the first of three domains weighs 3, the last 1.
  const shares = Object.fromEntries(chosen.map((domain, place) => [domain, chosen.length - place]));
  const split = splitByShare(technical, technical <= chosen.length ? even(chosen) : shares);
  return Object.fromEntries(Object.entries(split).filter(([, count]) => count > 0));
}

/** The domains that a role is about; the general ones for a role that nothing names. */
export function domainsOfRole(role: string, { roles, general }: Roles = readRoles()): string[] {
  const words = ` ${role.toLowerCase().replace(/[^\p{L}\p{N}+.#]+/gu, ' ')} `;
  const named = roles.filter((entry) => entry.words.some((word) => words.includes(` ${word.replace(/-/gu, ' ')} `)));
  return named.length === 0 ? general : [...new Set(interleave(named.map(({ domains }) => domains)))];
}

function weighDomains({ role, jobDomains, resumeDomains }: { role: string; jobDomains: string[]; resumeDomains: string[] }, roles: Roles): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (domains: string[], weight: number) => {
    domains.forEach((domain, place) => weights.set(domain, (weights.get(domain) ?? 0) + weight / (1 + place * 0.25)));
  };
  add(jobDomains, JOB_WEIGHT);
  add(domainsOfRole(role, roles), ROLE_WEIGHT);
  add(resumeDomains, RESUME_WEIGHT);
  return weights;
}

/** The first of each list, then the second of each, and so on. */
function interleave(lists: string[][]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat();
}

function even(domains: string[]): Record<string, number> {
  return Object.fromEntries(domains.map((domain) => [domain, 1]));
}

function readRoles(): Roles {
  return Roles.parse(parse(readFileSync(packagePath('prompts', 'roles.yaml'), 'utf8')));
}
