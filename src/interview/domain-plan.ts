import { splitByShare } from './plan.ts';
import { hasWord, readRoles, wordsOfRole, type Roles } from './roles.ts';

/** How much a domain of the role, of the resume and of a job description counts, by its place in the list. */
const ROLE_WEIGHT = 1;
const RESUME_WEIGHT = 0.8;
/** Languages that are listed, where the role names no field, and where it does. */
const LANGUAGE_WEIGHT = { general: 1, named: 0.3 };
/** A job description says what the role's name only hints at. */
const JOB_WEIGHT = 4;

/** What says which domains to ask about, each the most telling first. */
export interface DomainSources {
  role: string;
  jobDomains?: string[];
  resumeDomains: string[];
  languages?: string[];
}

/**
 * How many technical questions each domain gets: the domains of the job
 * description, of the role and of the resume with the languages that it lists,
 * the most telling first, only those that the bank has questions for. No domain
 * takes more than half of the questions when there are others.
 */
export function planDomains(technical: number, { available, ...told }: DomainSources & { available: readonly string[] }): Record<string, number> {
  const weights = weighDomains(told, readRoles());
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
  const words = wordsOfRole(role);
  const named = roles.filter((entry) => hasWord(words, entry.words));
  return named.length === 0 ? general : [...new Set(interleave(named.map(({ domains }) => domains)))];
}

function weighDomains({ role, jobDomains = [], resumeDomains, languages = [] }: DomainSources, roles: Roles): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (domains: string[], weight: number) => {
    domains.forEach((domain, place) => weights.set(domain, (weights.get(domain) ?? 0) + weight / (1 + place * 0.25)));
  };
  add(jobDomains, JOB_WEIGHT);
  const ofRole = domainsOfRole(role, roles);
  add(ofRole, ROLE_WEIGHT);
  add(resumeDomains, RESUME_WEIGHT);
  add(languages, ofRole === roles.general ? LANGUAGE_WEIGHT.general : LANGUAGE_WEIGHT.named);
  return weights;
}

/** The first of each list, then the second of each, and so on. */
function interleave(lists: string[][]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat();
}

/** So many questions of these domains, each as much as the other; what stands first gets the odd ones. */
export function planEvenly(technical: number, domains: string[]): Record<string, number> {
  return Object.fromEntries(Object.entries(splitByShare(technical, even(domains))).filter(([, count]) => count > 0));
}

function even(domains: string[]): Record<string, number> {
  return Object.fromEntries(domains.map((domain) => [domain, 1]));
}
