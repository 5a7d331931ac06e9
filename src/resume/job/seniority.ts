import type { Seniority } from '../../schemas/job.ts';
import { foldText } from '../parsing/words.ts';

// The first that fits decides: a "Senior Staff Engineer" is staff, an "Assistant Manager" leads nobody yet.
const TITLES: readonly (readonly [Seniority, RegExp])[] = [
  ['intern', /\b(?:intern|internship|trainee|apprentice|working student|werkstudent\w*|praktik\w+|stagiaire|becari[oa]|alternant\w*|azubi|student assistant)\b/],
  ['lead', /\b(?:team lead|tech(?:nical)? lead|lead|head|director|vp|cto|manager|chief|team\w*leit\w+|leiter\w*|leitung)\b/],
  ['staff', /\b(?:staff|principal|distinguished|architect\w*|fellow|architekt\w*)\b/],
  ['senior', /\b(?:senior|sr|erfahrene\w*|confirme\w*)\b/],
  ['junior', /\b(?:junior|jr|graduate|entry[- ]level|associate|berufseinsteiger\w*|absolvent\w*|debutant\w*)\b/],
  ['mid', /\b(?:mid|mid[- ]level|intermediate|medior)\b/],
];

/** The step that a title names; null for a plain "Software Engineer". */
export function seniorityOfTitle(title: string): Seniority | null {
  const folded = foldText(title).replace(/\b(?:product|project|account|community|office|marketing) manager\b/g, ' ');
  return TITLES.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Published: below 2 years junior, below 5 mid, below 9 senior, then staff. Who leads is told by titles alone. */
export function seniorityOfYears(years: number): Seniority {
  if (years < 2) return 'junior';
  if (years < 5) return 'mid';
  return years < 9 ? 'senior' : 'staff';
}
