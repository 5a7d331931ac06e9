import type { SectionLines } from './section-lines.ts';
import { readSkillList } from './skill-lists.ts';
import { findSkillMentions, skillKey } from './skill-mentions.ts';

/**
 * The skills of a resume, each once, spelled as the resume spells them. What
 * the skills sections list comes first and, where there are such sections,
 * is all: a technology in the text of a job belongs to that job. Without a
 * skills section the technologies that the text mentions stand in.
 */
export function readSkills(sections: SectionLines[]): string[] {
  const listed = unique(sections.filter(({ kind }) => kind === 'skills').flatMap(({ lines }) => readSkillList(lines)));
  if (listed.length > 0) return listed;
  const text = sections.filter(({ kind }) => kind !== 'contact' && kind !== 'references').flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
  return unique(findSkillMentions(text).map(({ name }) => name));
}

function unique(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = skillKey(name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
