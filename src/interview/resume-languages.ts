import { knownSkill } from '../resume/parsing/skill-mentions.ts';
import type { Resume } from '../schemas/resume.ts';

/** Languages of programming by the names that resumes are read with. */
const LANGUAGES = new Set('Java|Kotlin|Scala|Groovy|C#|C++|C|Go|Rust|Python|JavaScript|TypeScript|Ruby|PHP|Swift|Objective-C|Dart|R|SQL'.split('|'));
/** Who lists more knows most of them a little. */
const MOST = 3;

/** The domains of the languages that somebody lists, in their order; none for a language that no domain asks about. */
export function languageDomains({ skills }: Pick<Resume, 'skills'>): string[] {
  const listed = skills.map((skill) => knownSkill(skill)).filter((skill) => skill !== undefined && LANGUAGES.has(skill.name)).slice(0, MOST);
  return [...new Set(listed.flatMap((skill) => skill?.domain || []))];
}
