import type { Evidence, Requirement } from '../schemas/job.ts';
import type { ParsedResume } from '../schemas/resume.ts';
import { isAlike, isShownBy } from './job/related-skills.ts';
import { isInjected } from './parsing/injection.ts';
import { findSkillMentions, knownSkill, skillKey } from './parsing/skill-mentions.ts';

/** A skill that the resume names, with the line that shows it best. */
export interface SkillFact {
  name: string;
  evidence: Evidence;
  /** The line says what was done with it; otherwise it is only listed. */
  used: boolean;
}

/** Every skill of a resume once: where work is told with it, else where it is listed. */
export function skillFacts(resume: ParsedResume, lines: Evidence[]): SkillFact[] {
  const facts = new Map<string, SkillFact>();
  const add = (name: string, evidence: Evidence, used: boolean) => {
    const known = facts.get(skillKey(name));
    if (!known || (used && !known.used)) facts.set(skillKey(name), { name, evidence, used });
  };
  for (const { text, page, line, skills } of resume.claims) for (const skill of skills) add(skill, { text, page, line }, true);
  const readable = lines.filter(({ text }) => !isInjected(text));
  const listed = new Set(resume.sections.filter(({ kind }) => kind === 'skills').flatMap(({ text }) => text.split('\n')));
  for (const line of readable) {
    for (const { name } of findSkillMentions(line.text, { list: listed.has(line.text) })) add(name, line, false);
  }
  for (const skill of resume.skills) {
    const line = readable.find(({ text }) => text.includes(skill));
    if (line) add(knownSkill(skill)?.name ?? skill, line, false);
  }
  return [...facts.values()];
}

/** How the resume meets a skill, or any of its alternatives. */
export function matchSkill(names: string[], facts: SkillFact[]): Pick<Requirement, 'state' | 'evidence' | 'because'> {
  const named = best(facts.filter((fact) => names.some((name) => skillKey(name) === skillKey(fact.name))));
  const shown = best(facts.filter((fact) => names.some((name) => isShownBy(name, fact.name))));
  if (named && (named.used || !shown?.used)) return { state: 'met', evidence: named.evidence, because: named.used ? null : 'listed, not shown in work' };
  if (shown) return { state: 'met', evidence: shown.evidence, because: `shown by ${shown.name}` };
  const like = best(facts.filter((fact) => names.some((name) => isAlike(name, fact.name))));
  if (like) return { state: 'partly', evidence: like.evidence, because: `${like.name} is near it` };
  return { state: 'missing', evidence: null, because: null };
}

function best(facts: SkillFact[]): SkillFact | undefined {
  return facts.find(({ used }) => used) ?? facts[0];
}
