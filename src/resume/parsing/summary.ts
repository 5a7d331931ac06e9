import type { Claim, ParsedResume, ResumeSummary } from '../../schemas/resume.ts';
import type { Difficulty } from '../../schemas/question.ts';
import { newestFirst } from '../newest-work.ts';
import { roleDomains } from './domains.ts';
import { findSkillMentions, knownSkill, skillKey } from './skill-mentions.ts';
import { foldText } from './words.ts';
import { yearsInField } from './years-in-field.ts';

/**
 * What an interviewer wants to know before the interview, without a model.
 *
 * Topics are domain ids, the role's and the resume's together. The difficulty
 * is easy below 2 years of experience in the field, hard above 6 and medium
 * between; a senior title raises it by one step, a junior one lowers it, and
 * who is a junior now does not begin with the hard ones. `now` is used for
 * jobs that go on.
 */
export function summarizeResume(parsed: ParsedResume, role: string | null, { now = new Date() }: { now?: Date } = {}): ResumeSummary {
  return {
    points: pointsOf(parsed),
    keySkills: keySkills(parsed, role),
    highlights: highlightsOf(parsed.claims),
    yearsOfExperience: parsed.yearsOfExperience,
    highestEducation: parsed.highestEducation,
    suggestedTopics: suggestedTopics(parsed, role),
    suggestedDifficulty: difficultyFor(yearsInField(parsed, now), { role, newestTitle: newestFirst(parsed.work)[0]?.title ?? '' }),
  };
}

function pointsOf({ work, education, yearsOfExperience, skills, summary }: ParsedResume): string[] {
  const jobs = work.slice(0, 4).map(({ title, company, start, end }) => {
    const span = start === null ? '' : ` (${start.slice(0, 4)}-${end === null ? 'present' : end.slice(0, 4)})`;
    return `${[title, company].filter((name) => name !== null).join(' at ')}${span}`;
  });
  const schools = education.slice(0, 2).map(({ level, area, institution }) => [level === 'other' ? null : `${level} level`, area, institution].filter((part) => part !== null).join(', '));
  const years = yearsOfExperience === null ? [] : [`About ${yearsOfExperience} years of work in ${work.length} ${work.length === 1 ? 'position' : 'positions'}`];
  const listed = skills.length === 0 ? [] : [`Lists ${skills.length} skills: ${skills.slice(0, 8).join(', ')}`];
  const opening = summary === null ? [] : [firstSentence(summary)];
  return [...opening, ...years, ...jobs, ...schools, ...listed].filter((point) => point !== '');
}

function firstSentence(text: string): string {
  const [sentence = ''] = text.split(/(?<=[.!?])\s+/);
  return sentence.length > 240 ? `${sentence.slice(0, 239)}…` : sentence;
}

/** The skills that matter most for the role: named by it, of its domains, used in recent jobs, listed early. */
function keySkills(parsed: ParsedResume, role: string | null): string[] {
  const wanted = roleDomains(role ?? parsed.work[0]?.title ?? '');
  const named = new Set(findSkillMentions(role ?? '').map(({ name }) => skillKey(name)));
  const used = new Map<string, number>();
  parsed.work.forEach(({ skills }, index) => skills.forEach((skill) => used.set(skillKey(skill), (used.get(skillKey(skill)) ?? 0) + 1 / (index + 1))));
  const score = (skill: string, index: number) => {
    const known = knownSkill(skill);
    const key = skillKey(known?.name ?? skill);
    return (named.has(key) ? 3 : 0) + (wanted.get(known?.domain ?? '') ?? 0) * 1.5 + Math.min(2, used.get(key) ?? 0) - index * 0.01;
  };
  return parsed.skills.map((skill, index) => ({ skill, score: score(skill, index) })).sort((a, b) => b.score - a.score).slice(0, 10).map(({ skill }) => skill);
}

function highlightsOf(claims: Claim[]): string[] {
  const weight = ({ numbers, skills, action }: Claim) => Math.min(2, numbers.length) * 2 + Math.min(2, skills.length) + (action === null ? 0 : 1);
  return claims.map((claim, index) => ({ claim, weight: weight(claim) - index * 0.02 })).sort((a, b) => b.weight - a.weight).slice(0, 5).map(({ claim }) => claim.text);
}

function suggestedTopics({ domains }: ParsedResume, role: string | null): string[] {
  const scores = new Map<string, number>();
  domains.forEach((domain, index) => scores.set(domain, 1.2 / (1 + index * 0.35)));
  for (const [domain, weight] of roleDomains(role ?? '')) scores.set(domain, (scores.get(domain) ?? 0) + weight);
  return [...scores].sort(([a, first], [b, second]) => second - first || a.localeCompare(b)).slice(0, 6).map(([domain]) => domain);
}

function difficultyFor(years: number, { role, newestTitle }: { role: string | null; newestTitle: string }): Difficulty {
  const levels: readonly Difficulty[] = ['easy', 'medium', 'hard'];
  const base = years < 2 ? 0 : years <= 6 ? 1 : 2;
  const highest = seniorityOf(newestTitle) < 0 ? 1 : 2;
  const level = levels[Math.max(0, Math.min(highest, base + seniorityOf(role ?? newestTitle)))];
  return level ?? 'medium';
}

function seniorityOf(title: string): number {
  const folded = foldText(title);
  if (/\b(?:senior|sr|staff|principal|lead|head|chief|architect|director|vp|cto|leitender?|leiter)\b/.test(folded)) return 1;
  return /\b(?:junior|jr|intern|trainee|apprentice|graduate|student|werkstudent|praktikant|stagiaire|becario|entry)\b/.test(folded) ? -1 : 0;
}
