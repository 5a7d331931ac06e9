import type { WorkEntry } from '../../schemas/resume.ts';
import { yearsOfExperience } from './experience.ts';
import { knownSkill } from './skill-mentions.ts';
import { foldText } from './words.ts';

/** Titles of the field, folded, with their stems in other languages. */
const FIELD_TITLES =
  /engineer|ingenieu?r|ingenier|develop|desarroll|entwickl|programm|software|informati|\bdata\b|datos|daten|devops|\bsre\b|architect|architekt|scientist|database|\bdba\b|\bqa\b|\bsdet\b|tester|\bweb\b|front[- ]?end|back[- ]?end|full[- ]?stack|\bit\b|technical|\btech\b|\bcto\b|system|network|security|cloud|cyber|machine learning|\bml\b|\bai\b|analytics|scrum|product (?:manager|owner)|\bux\b|computer|coder|sysadmin/;
/** Every office names skills of these. */
const OFFICE_DOMAINS = new Set(['', 'statistics', 'git-and-teamwork']);

/**
 * Years of work in the field: those of jobs whose title or whose technologies
 * belong to it. Titles that are written in other letters than Latin ones are
 * not judged. `now` is used where a job goes on.
 */
export function yearsInField({ work, yearsOfExperience: all }: { work: WorkEntry[]; yearsOfExperience: number | null }, now: Date): number {
  const ofField = work.filter(isOfField);
  return ofField.length === work.length ? (all ?? 0) : (yearsOfExperience(ofField, now) ?? 0);
}

function isOfField({ title, skills }: WorkEntry): boolean {
  if (title === null || !/\p{Script=Latin}/u.test(title) || FIELD_TITLES.test(foldText(title))) return true;
  return skills.some((skill) => !OFFICE_DOMAINS.has(knownSkill(skill)?.domain ?? ''));
}
