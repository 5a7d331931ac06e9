import type { WorkEntry } from '../../schemas/resume.ts';
import { ROLE_DOMAINS } from './domain-words.ts';
import type { OutlineItem } from './outline.ts';
import { findSkillMentions } from './skill-mentions.ts';
import { foldText } from './words.ts';

export interface DomainMatch {
  /** The domains that the text speaks for, strongest first. */
  domains: string[];
  primaryDomain: string | null;
}

/** Half of what a job weighs is gone after this many years. */
const HALF_LIFE_YEARS = 4;
/** A technology that is named more often in one job says no more. */
const MOST_MENTIONS = 3;

/**
 * The domains of a resume. Each mention of a technology counts for its domain:
 * by its job's age where it is used in a job, once where it is only listed;
 * titles count too. What has less than a tenth of the strongest is left out.
 */
export function matchDomains(outline: OutlineItem[], work: WorkEntry[], now: Date): DomainMatch {
  const scores = new Map<string, number>();
  for (const item of outline) {
    if (item.kind === 'contact' || item.kind === 'references') continue;
    const weight = item.kind === 'experience' ? recencyOf(item.end, now) : 0.8;
    countMentions(item.paragraphs.map(({ text }) => text).join('\n'), weight, scores);
  }
  for (const { title, end } of work) addAll(roleDomains(title ?? ''), recencyOf(end, now) * 1.5, scores);
  return ranked(scores);
}

/** The domains that a passage speaks for. */
export function domainsOfText(text: string): DomainMatch {
  const scores = new Map<string, number>();
  countMentions(text, 1, scores);
  return ranked(scores);
}

/** The domains that a role or a title speaks for, with their weights: 1 for the first, less for the others. */
export function roleDomains(role: string): Map<string, number> {
  const folded = foldText(role);
  const weights = new Map<string, number>();
  for (const [pattern, domains] of ROLE_DOMAINS) {
    if (!pattern.test(folded)) continue;
    domains.forEach((domain, index) => weights.set(domain, Math.max(weights.get(domain) ?? 0, 1 / (index + 1))));
  }
  countMentions(role, 1, weights);
  return weights;
}

function countMentions(text: string, weight: number, scores: Map<string, number>): void {
  const counts = new Map<string, number>();
  for (const { name, domain } of findSkillMentions(text)) {
    const seen = counts.get(name) ?? 0;
    counts.set(name, seen + 1);
    if (domain !== '' && seen < MOST_MENTIONS) scores.set(domain, (scores.get(domain) ?? 0) + weight / (seen + 1));
  }
}

function addAll(weights: Map<string, number>, factor: number, scores: Map<string, number>): void {
  for (const [domain, weight] of weights) scores.set(domain, (scores.get(domain) ?? 0) + weight * factor);
}

function recencyOf(end: string | null, now: Date): number {
  if (end === null) return 1;
  const years = now.getUTCFullYear() + now.getUTCMonth() / 12 - Number(end.slice(0, 4)) - (Number(end.slice(5, 7)) - 1) / 12;
  return Math.max(0.1, 0.5 ** (Math.max(0, years) / HALF_LIFE_YEARS));
}

function ranked(scores: Map<string, number>): DomainMatch {
  const sorted = [...scores].sort(([a, first], [b, second]) => second - first || a.localeCompare(b));
  const strongest = sorted[0]?.[1] ?? 0;
  const domains = sorted.filter(([, score]) => score >= strongest * 0.1).map(([domain]) => domain);
  return { domains, primaryDomain: domains[0] ?? null };
}
