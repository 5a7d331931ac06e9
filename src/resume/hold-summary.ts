import { findSpan } from '../grading/evidence.ts';
import { sharedMeaning } from '../grading/shared-meaning.ts';
import { Difficulty } from '../schemas/question.ts';
import type { ParsedResume, ResumeSummary } from '../schemas/resume.ts';
import { DOMAINS } from './parsing/domain-words.ts';
import { isInjected } from './parsing/injection.ts';
import { skillKey } from './parsing/skill-mentions.ts';
import { foldText, wordsOf } from './parsing/words.ts';
import { contactOf } from './person-contact.ts';

/** What a model may say of a resume. Years and education are not its to say. */
export type SummaryDraft = Pick<ResumeSummary, 'points' | 'keySkills' | 'highlights' | 'suggestedTopics' | 'suggestedDifficulty'>;

const MOST = { points: 8, keySkills: 10, highlights: 5, suggestedTopics: 6 };
const LONGEST_POINT = 240;
const LONGEST_SKILL_WORDS = 5;
/** Of the words of a point, so many must be the resume's. */
const SUPPORTED = 0.5;

/**
 * Holds a draft to the resume: a skill stands in it, a highlight is copied from
 * it, a point has its numbers, names and most of its words, a topic is one we
 * know, and the difficulty is at most a step from the computed one. Contact data
 * and words to a program are in none of them. What fails is left out and
 * counted.
 */
export function holdSummary(draft: SummaryDraft, { parsed, role, shown, computed }: { parsed: ParsedResume; role: string; shown: string; computed: ResumeSummary }): { summary: ResumeSummary; dropped: number } {
  let dropped = 0;
  const hold = (said: string[], most: number, check: (one: string) => string | undefined): string[] => {
    const held = said.flatMap((one) => check(one) ?? []);
    dropped += said.length - held.length;
    return [...new Set(held)].slice(0, most);
  };
  const isPrivate = privacyOf(parsed);
  const isSupported = supportIn(shown, role, parsed.yearsOfExperience);
  const points = hold(draft.points, MOST.points, (point) => (isSupported(point) && !isPrivate(point) ? point.trim() : undefined));
  const keySkills = hold(draft.keySkills, MOST.keySkills, skillIn(parsed, shown));
  const highlights = hold(draft.highlights, MOST.highlights, (line) => {
    const found = findSpan(shown, line)?.text.replace(/\s+/gu, ' ');
    return found && !isPrivate(found) ? found : undefined;
  });
  const suggestedTopics = hold(draft.suggestedTopics, MOST.suggestedTopics, (topic) => DOMAINS.find((domain) => domain === topic.trim().toLowerCase()));
  const suggestedDifficulty = nearestTo(draft.suggestedDifficulty, computed.suggestedDifficulty);
  if (suggestedDifficulty !== draft.suggestedDifficulty) dropped += 1;
  return { summary: { ...computed, points, keySkills, highlights, suggestedTopics, suggestedDifficulty }, dropped };
}

/** Has what the computed one has, of each kind: what is not whole is not used. */
export function isWhole(summary: ResumeSummary, computed: ResumeSummary): boolean {
  return (['points', 'keySkills', 'highlights', 'suggestedTopics'] as const).every((kind) => summary[kind].length > 0 || computed[kind].length === 0);
}

function nearestTo(said: Difficulty, computed: Difficulty): Difficulty {
  const levels = Difficulty.options;
  return Math.abs(levels.indexOf(said) - levels.indexOf(computed)) <= 1 ? said : computed;
}

function privacyOf(parsed: ParsedResume): (text: string) => boolean {
  const { name, emails, phones, links } = contactOf(parsed);
  const data = [...(name ? [name] : []), ...emails, ...phones, ...links].map(foldText);
  return (text) => isInjected(text) || data.some((datum) => foldText(text).includes(datum));
}

/** A skill as the resume spells it: of its list, or anywhere in its text. */
function skillIn({ skills }: ParsedResume, shown: string): (skill: string) => string | undefined {
  const listed = new Map(skills.map((skill) => [skillKey(skill), skill]));
  return (skill) => {
    const name = skill.trim();
    if (skillKey(name) === '' || name.split(/\s+/u).length > LONGEST_SKILL_WORDS) return undefined;
    const inText = new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')}(?![\\p{L}\\p{N}+#])`, 'iu');
    return listed.get(skillKey(name)) ?? inText.exec(shown)?.[0].replace(/\s+/gu, ' ');
  };
}

function supportIn(shown: string, role: string, years: number | null): (point: string) => boolean {
  const words = new Set([...wordsOf(shown), ...wordsOf(role)]);
  const numbers = new Set([...numbersIn(shown), ...(years === null ? [] : [years, Math.floor(years), Math.round(years)].map(String))]);
  return (point) =>
    point.trim() !== '' &&
    point.length <= LONGEST_POINT &&
    numbersIn(point).every((number) => numbers.has(number)) &&
    namesIn(point).every((name) => words.has(name)) &&
    sharedMeaning(point, `${shown}\n${role}`) >= SUPPORTED;
}

/** "1,200" and "1200" are the same number. */
function numbersIn(text: string): string[] {
  return text.replace(/(?<=\d)[,'’](?=\d{3}\b)/gu, '').match(/\d+(?:\.\d+)?/gu) ?? [];
}

/** Words that are written as names, but for the first, which a sentence begins with. */
function namesIn(point: string): string[] {
  const words = point.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return words.slice(1).filter((word) => /\p{Lu}/u.test(word)).flatMap(wordsOf);
}
