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

export interface Sources {
  parsed: ParsedResume;
  role: string;
  /** The resume as the model saw it. */
  shown: string;
  computed: ResumeSummary;
}

const LISTS = ['points', 'keySkills', 'highlights', 'suggestedTopics'] as const;
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
export function holdSummary(draft: SummaryDraft, sources: Sources): { summary: ResumeSummary; dropped: number } {
  const { computed, parsed, shown } = sources;
  const isPrivate = privacyOf(parsed);
  const isSupported = supportIn(sources);
  const spell = skillIn(sources);
  const held = {
    points: draft.points.flatMap((point) => (isSupported(point) && !isPrivate(point) ? [point.trim()] : [])),
    keySkills: draft.keySkills.flatMap((skill) => spell(skill) ?? []),
    highlights: draft.highlights.map((line) => findSpan(shown, line)?.text.replace(/\s+/gu, ' ') ?? '').filter((line) => line !== '' && !isPrivate(line)),
    suggestedTopics: draft.suggestedTopics.flatMap((topic) => DOMAINS.find((domain) => domain === topic.trim().toLowerCase()) ?? []),
  };
  const suggestedDifficulty = nearestTo(draft.suggestedDifficulty, computed.suggestedDifficulty);
  const lost = LISTS.reduce((sum, list) => sum + draft[list].length - held[list].length, suggestedDifficulty === draft.suggestedDifficulty ? 0 : 1);
  const lists = Object.fromEntries(LISTS.map((list) => [list, [...new Set(held[list])].slice(0, MOST[list])]));
  return { summary: { ...computed, ...lists, suggestedDifficulty }, dropped: lost };
}

/** Has what the computed one has, of each kind: what is not whole is not used. */
export function isWhole(summary: ResumeSummary, computed: ResumeSummary): boolean {
  return LISTS.every((list) => summary[list].length > 0 || computed[list].length === 0);
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
function skillIn({ parsed, shown }: Sources): (skill: string) => string | undefined {
  const listed = new Map(parsed.skills.map((skill) => [skillKey(skill), skill]));
  return (skill) => {
    const name = skill.trim();
    if (skillKey(name) === '' || name.split(/\s+/u).length > LONGEST_SKILL_WORDS) return undefined;
    const inText = new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')}(?![\\p{L}\\p{N}+#])`, 'iu');
    return listed.get(skillKey(name)) ?? inText.exec(shown)?.[0].replace(/\s+/gu, ' ');
  };
}

function supportIn({ parsed: { yearsOfExperience: years }, role, shown }: Sources): (point: string) => boolean {
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
