import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../package-root.ts';
import { roleDomains } from '../resume/parsing/domains.ts';
import type { Leaning } from './plan.ts';

/** What the words of a role say: prompts/roles.yaml. */
const Roles = z.strictObject({
  roles: z.array(z.strictObject({ words: z.array(z.string()), domains: z.array(z.string()) })),
  general: z.array(z.string()),
  people: z.array(z.string()),
  elsewhere: z.array(z.string()),
  software: z.array(z.string()),
  mostly: z.array(z.string()),
});
export type Roles = z.infer<typeof Roles>;

export function readRoles(): Roles {
  return Roles.parse(parse(readFileSync(packagePath('prompts', 'roles.yaml'), 'utf8')));
}

/** The words of a role, small, with a blank before and behind each. */
export function wordsOfRole(role: string): string {
  return ` ${role.toLowerCase().replace(/[^\p{L}\p{N}+.#]+/gu, ' ')} `;
}

/** Whether one of the words, or of the groups of words, is in the role as a whole. */
export function hasWord(words: string, known: readonly string[]): boolean {
  return known.some((word) => words.includes(` ${word.replace(/-/gu, ' ')} `));
}

/**
 * What an interview for the role is mostly about. A trade is unknown when its
 * words belong to another one than software, or when nothing that the role,
 * the resume or the job description says is known. Words in other letters than
 * Latin ones are not judged.
 */
export function leaningOf(role: string, { otherDomains }: { otherDomains: readonly string[] }, roles: Roles = readRoles()): Leaning {
  const words = wordsOfRole(role);
  if (!isKnownTrade(role, words, otherDomains, roles)) return 'unknown-trade';
  return hasWord(words, roles.people) ? 'people' : 'craft';
}

function isKnownTrade(role: string, words: string, otherDomains: readonly string[], { roles, people, elsewhere, software, mostly }: Roles): boolean {
  if (hasWord(words, software) || !/\p{Script=Latin}/u.test(role)) return true;
  if (hasWord(words, elsewhere)) return false;
  return otherDomains.length > 0 || hasWord(words, [...people, ...mostly]) || roles.some((entry) => hasWord(words, entry.words)) || roleDomains(role).size > 0;
}
