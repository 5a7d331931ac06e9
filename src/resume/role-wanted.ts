import type { ParsedResume } from '../schemas/resume.ts';
import { newestFirst } from './newest-work.ts';
import { isJobNoun } from './parsing/job-titles.ts';
import { wordsOf } from './parsing/words.ts';

/** How one was employed is no part of what one does. */
const TERMS = /^(?:contract(?:or|ed)?|freelance(?:r|d)?|self[- ]employed|part[- ]time|full[- ]time|temporary|temp|permanent|fixed[- ]term|interim|remote|hybrid|on[- ]?site|seasonal|volunteer|w2|c2c|m\/[wf]\/[dx]|[mwfdx](?:\/[mwfdx])+|teilzeit|vollzeit|werkvertrag|cdi|cdd|\d+ ?%)$/iu;
const LEARNING = /\b(?:summer |winter |student )?(?:interns?(?:hip)?|trainee|apprentice(?:ship)?|working student|werkstudent(?:in)?|praktikant(?:in)?|praktikum|stagiaire|becari[oa]|co-?op)\b/giu;

/** Whether a title is that of somebody who was still learning the work: an intern, a trainee. */
export function isLearning(title: string): boolean {
  return title.search(LEARNING) >= 0;
}

/**
 * The role that somebody with this resume applies for, until they say it
 * themselves: the title of the newest job, without how one was employed, and
 * without "Intern" where that is over. Null when no title says.
 */
export function roleWanted({ work }: Pick<ParsedResume, 'work'>): string | null {
  const titles = newestFirst(work).flatMap(({ title, end }) => (title ? [{ title: withoutTerms(title), isOver: end !== null }] : []));
  const roles = titles.map(({ title, isOver }) => (isOver && isLearning(title) ? grownUp(title) : title));
  return roles.find((role) => role !== '') ?? null;
}

/** "Data Analyst (Contract)", "Developer - Freelance", "Developer, Remote". */
function withoutTerms(title: string): string {
  const bare = title.replace(/\s*[([]([^)\]]*)[)\]]/gu, (whole, inside: string) => (isTerms(inside) ? '' : whole));
  const [name = '', ...others] = bare.split(/\s+[–—-]\s+|,\s+|\s+\|\s+/u).map((part) => part.trim());
  const separators = bare.match(/\s+[–—-]\s+|,\s+|\s+\|\s+/gu) ?? [];
  const kept = others.map((part, index) => (isTerms(part) ? '' : `${separators[index] ?? ' '}${part}`)).join('');
  const role = `${name}${kept}`.trim().replace(/^(?:contract|freelance|part[- ]time|full[- ]time|temporary|remote)\s+(?=\p{L}+)/iu, '');
  return role === '' ? title : role;
}

function isTerms(text: string): boolean {
  const parts = text.split(/[,/&]\s+|\s+(?:and|·)\s+|;\s*/u);
  return TERMS.test(text.trim()) || (parts.length > 1 && parts.every((part) => TERMS.test(part.trim())));
}

/** "Software Engineering Intern" -> "Software Engineer"; nothing for "Intern" alone. */
function grownUp(title: string): string {
  const field = title.replace(LEARNING, ' ').replace(/\s+/gu, ' ').replace(/^[\s,–—-]+|[\s,–—-]+$|\s+(?:in|of|at)$/giu, '').trim();
  if (field === '' || wordsOf(field).some(isJobNoun)) return field;
  if (/engineering$/iu.test(field)) return field.replace(/ing$/iu, '');
  if (/development$/iu.test(field)) return field.replace(/ment$/iu, 'er');
  return /science$/iu.test(field) ? field.replace(/ce$/iu, 'tist') : `${field} Developer`;
}
